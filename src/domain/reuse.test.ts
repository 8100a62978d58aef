import { describe, expect, it } from "vitest";
import { answer, fold, wireSession } from "./answer-fixture.ts";
import { reuseUnchanged } from "./reuse.ts";

const KNOWN = fold([]);
const nested = (levels: number): unknown =>
  JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`) as unknown;

describe("a session that is nested", () => {
  const others = [wireSession({ id: "a" }), wireSession({ id: "c" })];
  const read = (fields: object) => {
    const [a, c] = others;
    if (!a || !c) throw new Error("There are two.");
    const { sessions, unreadable } = reuseUnchanged(KNOWN, [
      a,
      { ...wireSession({ id: "b" }), ...fields },
      c,
    ]);
    return { ids: sessions.map(({ id }) => id), unreadable };
  };

  it.each([63, 1])("is read where its fields are %d levels deep", (levels) => {
    expect(read({ note: nested(levels) })).toEqual({ ids: ["a", "b", "c"], unreadable: [] });
  });

  it.each([64, 100_000])("is unreadable where one of them is %d deep, wherever that is", (levels) => {
    const note = nested(levels);
    for (const fields of [
      { note },
      { executionLocation: { type: "odd", note } },
      { trainingSessions: [{ id: "t", createdAt: 1, state: "running", note }] },
    ]) {
      const unreadable = [{ index: -1, id: "b", reason: "nested too deep" }];
      expect(read(fields)).toEqual({ ids: ["a", "c"], unreadable });
    }
  });
});

describe("a session of which a training changed", () => {
  const reading = (trainings: readonly string[]) => wireSession({ id: "a", trainings });
  const before = reading(["t completed", "u running"]);
  const known = fold([answer(100, reuseUnchanged(KNOWN, [before]).sessions)]);
  const [read] = reuseUnchanged(known, [reading(["t completed", "u failed", "v starting"])]).sessions;

  it("holds of the others what is known of them, in its reading and in the answer", () => {
    const held = known.sessions.get("a");
    expect(read?.trainings[0]).toBe(held?.trainings[0]?.training);
    expect(read?.wire.trainingSessions[0]).toBe(before.trainingSessions[0]);
    expect(read?.location).toEqual(held?.session.location);
  });

  it("tells what the answer said", () => {
    expect(read?.wire).toEqual(reading(["t completed", "u failed", "v starting"]));
    expect(read?.trainings.map(({ id, rawState }) => `${id} ${rawState}`)).toEqual([
      "t completed",
      "u failed",
      "v starting",
    ]);
  });
});
