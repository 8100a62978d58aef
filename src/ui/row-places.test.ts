import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowPlaces, rowsInView } from "./row-places.ts";

const heights = fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 60 });
const places = (list: readonly number[]) => rowPlaces(list.length, (index) => list[index] ?? 0);

describe("the places of rows", () => {
  it("are below each other, and end with the height of all", () => {
    const { start } = places([32, 560, 32]);
    expect([0, 1, 2, 3].map(start)).toEqual([0, 32, 592, 624]);
  });

  it("find the row that covers a place", () => {
    fc.assert(
      fc.property(heights, fc.nat(60_000), (list, place) => {
        const { at, start, count } = places(list);
        const index = at(place);
        const isRight =
          place >= start(count) ? index === count - 1 : start(index) <= place && place < start(index + 1);
        expect(isRight).toBe(true);
      }),
    );
  });

  it("find the first row for a place before all", () => {
    expect(places([32, 32]).at(-100)).toBe(0);
  });
});

describe("the rows in view", () => {
  it("are every row that shows any of itself, and as many more as are asked for", () => {
    const all = places(Array.from({ length: 100 }, () => 32));
    expect(rowsInView(all, 320, 160)).toEqual({ first: 10, last: 15 });
    expect(rowsInView(all, 320, 160, 8)).toEqual({ first: 2, last: 23 });
    expect(rowsInView(all, 0, 160, 8)).toEqual({ first: 0, last: 13 });
    expect(rowsInView(all, 3_200, 160, 8)).toEqual({ first: 91, last: 99 });
  });

  it("leave no blank, wherever the view is", () => {
    fc.assert(
      fc.property(heights, fc.nat(60_000), fc.integer({ min: 1, max: 2_000 }), (list, top, height) => {
        const all = places(list);
        const { first, last } = rowsInView(all, top, height);
        const end = all.start(all.count);
        if (all.count === 0 || top >= end) return;
        expect(all.start(first)).toBeLessThanOrEqual(top);
        expect(all.start(last + 1)).toBeGreaterThanOrEqual(Math.min(top + height, end));
      }),
    );
  });

  it("are none without rows", () => {
    const { first, last } = rowsInView(places([]), 0, 500, 8);
    expect(last).toBeLessThan(first);
  });
});
