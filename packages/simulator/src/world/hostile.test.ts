import { describe, expect, it } from "vitest";
import { HOSTILE_COUNT, HOSTILE_WORDS, type HostileKind } from "./hostile.ts";
import { createWorld, world } from "./world.ts";

const T = 1_773_236_048_000;
const kinds = Object.keys(HOSTILE_WORDS).filter((kind): kind is HostileKind => kind in HOSTILE_WORDS);

describe("the hostile world", () => {
  const sessions = world(1, "hostile", HOSTILE_COUNT, T);

  it.each(kinds)("has a session whose id is the word %s, and others that carry it elsewhere", (kind) => {
    const word = HOSTILE_WORDS[kind];
    expect(sessions.filter(({ id }) => id === word)).toHaveLength(1);
    expect(sessions.some(({ modelId }) => modelId === word)).toBe(true);
    expect(
      sessions.some(({ parameterDefinitions: { train } }) =>
        train.some(({ name, rules }) => name === word || rules.annotations.includes(word)),
      ),
    ).toBe(true);
    expect(sessions.some(({ executionLocation: { spec } }) => spec.gpus?.model === word)).toBe(true);
  });

  it("puts hostile words on launchers, trainings and states", () => {
    const words: readonly string[] = Object.values(HOSTILE_WORDS);
    const trainings = sessions.flatMap(({ trainingSessions }) => trainingSessions);
    expect(trainings.every(({ id }) => words.includes(id))).toBe(true);
    expect(trainings.some(({ state }) => words.includes(state))).toBe(true);
    const { launchers } = createWorld({ seed: 1, scenario: "hostile", sessions: HOSTILE_COUNT });
    expect(launchers.map(({ id }) => id).toSorted()).toEqual(words.toSorted());
  });

  it("writes lone surrogates as escapes and carries a key named __proto__ as an ordinary field", () => {
    const text = JSON.stringify(sessions);
    expect(text).toContain(String.raw`\ud800`);
    expect(text).toContain(String.raw`\udfff`);
    expect(text).toContain('"__proto__":{"polluted":true}');
  });

  it("has ids of 10 kB and twins that look alike", () => {
    const ids = sessions.map(({ id }) => id);
    expect(Math.max(...ids.map(({ length }) => length))).toBe(10_240);
    const beginnings = ids.map((id) => id.slice(0, 8)).filter((start) => start === "12345678");
    expect(beginnings).toHaveLength(2);
  });

  it("keeps every id its own when there are more sessions than words", () => {
    const many = world(1, "hostile", 60, T);
    expect(many).toHaveLength(60);
    expect(new Set(many.map(({ id }) => id)).size).toBe(60);
  });
});
