import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_COMMANDS } from "./commands.ts";
import { eventsBetween } from "./events.ts";
import { createWorld } from "./world.ts";

const T = 1_773_236_048_000;
const lives = createWorld({ seed: 2, scenario: "default", sessions: 8 }).livesAt({
  t: T,
  commands: NO_COMMANDS,
  answer: 0,
});

describe("the events of a session", () => {
  it("are the same told at once or in pieces", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lives),
        fc.nat(600_000),
        fc.nat(60_000),
        fc.nat(60_000),
        (life, start, a, b) => {
          const from = life.startedAt + start;
          const pieces = [
            ...eventsBetween(life, from, from + a),
            ...eventsBetween(life, from + a, from + a + b),
          ];
          expect(pieces).toEqual(eventsBetween(life, from, from + a + b));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("begin with its initialisation and end with its exit, after which nothing is said", () => {
    for (const life of lives) {
      const early = eventsBetween(life, life.startedAt, life.initializedAt);
      expect(early.map(({ event }) => event)).toContain("initialized");
      expect(eventsBetween(life, life.endsAt - 1, life.endsAt + 1e9)).toEqual([
        { at: life.endsAt, event: "exit", reason: life.exit },
      ]);
      expect(eventsBetween(life, life.endsAt, life.endsAt + 1e9)).toEqual([]);
    }
  });

  it("print steps on stdout and failures on stderr, and never more than 200 at once", () => {
    const all = lives.map((life) => eventsBetween(life, life.startedAt, life.endsAt - 1));
    const said = all.flat().map((event) => ("text" in event ? `${event.event}: ${event.text}` : event.event));
    expect(
      said.some((line) => /^stdout: \[[\da-f]{8}\] step \d+ loss \S+ accuracy 0\.\d+\n$/.test(line)),
    ).toBe(true);
    expect(said.some((line) => line.startsWith("stderr: ") && line.includes("failed: "))).toBe(true);
    expect(Math.max(...all.map(({ length }) => length))).toBe(200);
  });
});
