import fc from "fast-check";
import { expect, it } from "vitest";
import { parseFaults } from "../../packages/simulator/src/index.ts";
import { spellsOf } from "./schedule.ts";

const DAY = 24 * 3_600_000;
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it("is the same day for the same seed, and another for another", () => {
  expect(spellsOf(7, DAY)).toEqual(spellsOf(7, DAY));
  expect(spellsOf(7, DAY)).not.toEqual(spellsOf(8, DAY));
});

it("puts spells one after the other, with calm between them, and none after the end", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      let before = 0;
      for (const { at, until } of spellsOf(seed, DAY)) {
        expect(at).toBeGreaterThan(before);
        expect(until).toBeGreaterThanOrEqual(at);
        before = until;
      }
      expect(before).toBeLessThanOrEqual(DAY);
    }),
  );
});

it("holds only faults that the simulator knows, many kinds in a day", () => {
  const faults = spellsOf(1, DAY).map((spell) => spell.faults);
  for (const each of faults) expect(parseFaults(each)).toEqual({ faults: each });
  expect(new Set(faults).size).toBeGreaterThan(10);
});
