import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_LANES, placeInLanes } from "./lanes.ts";

const lanes = (...stretches: [number, number][]) =>
  placeInLanes(stretches.map(([from, to]) => ({ from, to }))).map(({ lane, shared }) =>
    shared ? "shared" : lane,
  );

describe("trainings in lanes", () => {
  it("take the first lane when they follow one another", () => {
    expect(lanes([0, 10], [10, 20], [25, 30])).toEqual([0, 0, 0]);
  });

  it("take the next lane when they run side by side", () => {
    expect(lanes([0, 10], [5, 15], [7, 9])).toEqual([0, 1, 2]);
  });

  it("come back to the first lane that is free", () => {
    expect(lanes([0, 10], [5, 30], [12, 20], [15, 18])).toEqual([0, 1, 0, 2]);
  });

  it("keep a lane as long as they are open", () => {
    expect(lanes([0, Infinity], [1, Infinity], [1e9, 1e9 + 1])).toEqual([0, 1, 2]);
  });

  it("share the fourth when all are taken", () => {
    expect(lanes([0, 9], [1, 9], [2, 9], [3, 9], [4, 20], [5, 9])).toEqual([0, 1, 2, 3, "shared", "shared"]);
  });

  it("find the fourth free only when all that share it are over", () => {
    const crowd: [number, number][] = [
      [0, 50],
      [1, 50],
      [2, 50],
      [3, 9],
      [4, 20],
    ];
    expect(lanes(...crowd, [10, 50]).at(-1)).toBe("shared");
    expect(lanes(...crowd, [20, 50]).at(-1)).toBe(3);
    expect(lanes([0, 50], [1, 50], [2, 50], [3, 20], [4, 9], [10, 50]).at(-1)).toBe("shared");
  });

  it("need none when there are none", () => {
    expect(lanes()).toEqual([]);
  });

  const stretches = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 30 })), { maxLength: 40 })
    .map((pairs) =>
      pairs.map(([from, length]) => ({ from, to: from + length })).toSorted((a, b) => a.from - b.from),
    );

  it("never overlap in a lane, but for those that share the last", () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const placed = placeInLanes(all);
        const taken = [-1, -1, -1, -1];
        for (const [i, { lane, shared }] of placed.entries()) {
          const stretch = all[i];
          if (stretch === undefined) throw new Error("a place without its stretch");
          expect(lane).toBeLessThan(MOST_LANES);
          expect(shared ? lane === MOST_LANES - 1 : stretch.from >= (taken[lane] ?? NaN)).toBe(true);
          taken[lane] = Math.max(taken[lane] ?? 0, stretch.to);
        }
        expect(placed.length).toBe(all.length);
      }),
    );
  });

  it("never use a lane while an earlier one is free", () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const placed = placeInLanes(all);
        for (const [i, { lane }] of placed.entries()) {
          const from = all[i]?.from ?? NaN;
          for (let earlier = 0; earlier < lane; earlier += 1) {
            const isTaken = all.slice(0, i).some(({ to }, j) => placed[j]?.lane === earlier && to > from);
            expect(isTaken).toBe(true);
          }
        }
      }),
    );
  });
});
