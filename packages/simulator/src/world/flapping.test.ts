import { describe, expect, it } from "vitest";
import { flapOf, FLAPS, type Flap } from "./flapping.ts";
import { world } from "./world.ts";

const T = 1_773_236_048_000;

/** What answers 0 to 7 show of the first slot that flaps in this way. */
function answersOf(kind: Flap) {
  const slot = FLAPS.indexOf(kind);
  expect(flapOf(slot)).toBe(kind);
  const before = new Set(world(1, "flapping", slot, T).map(({ id }) => id));
  const id = world(1, "flapping", slot + 1, T)
    .map((session) => session.id)
    .find((one) => !before.has(one));
  const answers = [0, 1, 2, 3, 4, 5, 6, 7].map((answer) =>
    world(1, "flapping", 30, T + answer * 5000, { answer }),
  );
  return { id, shown: answers.map((sessions) => sessions.find((session) => session.id === id)), answers };
}

describe("the flapping world", () => {
  it("leaves a session out of every other answer and returns it unchanged", () => {
    const { shown } = answersOf("vanishes");
    expect(shown.map((session) => session !== undefined)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(new Set(shown.flatMap((session) => session?.startedAt ?? [])).size).toBe(1);
  });

  it("returns another session under the same id with a later start each time", () => {
    const starts = answersOf("restarts").shown.flatMap((session) => session?.startedAt ?? []);
    expect(starts).toHaveLength(4);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(new Set(starts).size).toBe(4);
  });

  it("changes the start of a session that never vanishes", () => {
    const { shown } = answersOf("redated");
    expect(shown.every((session) => session !== undefined)).toBe(true);
    expect(new Set(shown.map((session) => session?.startedAt)).size).toBe(2);
  });

  it("gives some sessions a new id in each answer", () => {
    const { id, shown } = answersOf("renamed");
    expect(id).toBeDefined();
    expect(shown.filter((session) => session !== undefined)).toHaveLength(1);
  });

  it("shows some sessions in one answer out of four", () => {
    expect(answersOf("rarely").shown.map((session) => session !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it("keeps the steady ones", () => {
    expect(answersOf("steady").shown.every((session) => session !== undefined)).toBe(true);
  });

  it("lists no id twice in any answer", () => {
    for (const sessions of answersOf("steady").answers) {
      expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
    }
  });
});
