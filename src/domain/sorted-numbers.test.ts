import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortedNumbers } from "./running-fixture.ts";
import {
  LEAST_IN_PIECE,
  MOST_IN_PIECE,
  NO_NUMBERS,
  numbersAfter,
  rank,
  type SortedNumbers,
  walk,
} from "./sorted-numbers.ts";

const all = ({ pieces }: SortedNumbers): readonly number[] => pieces.flatMap((piece) => [...piece]);
const ascending = (a: number, b: number) => a - b;
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

/** Few different ones, so that many are equal; and lists longer than pieces. */
const numbers = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 9 })),
  fc.array(fc.double({ min: 0, max: 1e13, noNaN: true }), { maxLength: 40 }),
  fc.nat(3 * MOST_IN_PIECE).map((count) => upTo(count).map((n) => Math.floor(n / 3))),
);
/** A list, and a history of it: at each step some of what is there go, and others come. */
const history = fc.record({
  first: numbers,
  steps: fc.array(fc.record({ come: numbers, goes: fc.func(fc.boolean()) }), { maxLength: 5 }),
});

describe("after any changes, in whatever order they are told", () => {
  it("the numbers are those that came and did not go, in order, in pieces that are neither empty nor too long", () => {
    fc.assert(
      fc.property(history, ({ first, steps }) => {
        let present = first;
        let sorted = sortedNumbers(first.toReversed());
        for (const { come, goes } of steps) {
          const gone = present.filter((_, index) => goes(index));
          present = [...present.filter((_, index) => !goes(index)), ...come];
          sorted = numbersAfter(sorted, { gone: gone.toReversed(), come });
          expect(all(sorted)).toEqual(present.toSorted(ascending));
          expect(sorted.length).toBe(present.length);
          const lengths = sorted.pieces.map(({ length }) => length);
          expect(lengths.filter((length) => length === 0 || length > MOST_IN_PIECE)).toEqual([]);
          expect(lengths.slice(0, -1).filter((length) => length < LEAST_IN_PIECE)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a rank is how many are no greater, and a walk stands where it says", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.integer({ min: -1, max: MOST_IN_PIECE }), { minLength: 1 }),
        (list, stops) => {
          const sorted = sortedNumbers(list);
          const inOrder = list.toSorted(ascending);
          const places = stops.map((at) => inOrder.filter((number) => number <= at).length);
          expect(stops.map((at) => rank(sorted, at))).toEqual(places);
          const walker = walk(sorted, stops[0] ?? 0);
          let place = places[0] ?? 0;
          for (const [index, at] of stops.entries()) {
            while (walker.next <= at) walker.step();
            // It never goes back.
            place = Math.max(place, places[index] ?? 0);
            expect([walker.place, walker.next]).toEqual([place, inOrder[place] ?? Infinity]);
          }
        },
      ),
    );
  });
});

describe("what does not change", () => {
  const before = sortedNumbers(upTo(5_000));

  it("is the same object, where what goes comes back", () => {
    expect(numbersAfter(before, { gone: [], come: [] })).toBe(before);
    expect(numbersAfter(before, { gone: [7, 4_000, 4], come: [4_000, 4, 7] })).toBe(before);
    expect(sortedNumbers([])).toEqual(NO_NUMBERS);
  });

  it("shares its pieces with what it was: a change makes one or two anew", () => {
    const after = numbersAfter(before, { gone: [40], come: [4_998.5, 4_999.5] });
    const shared = after.pieces.filter((piece) => before.pieces.includes(piece));
    expect(before.pieces.length - shared.length).toBe(2);
    expect(before.pieces.length).toBeGreaterThan(8);
  });
});

it("what leaves takes its pieces with it", () => {
  const few = numbersAfter(sortedNumbers(upTo(9_000)), { gone: upTo(8_990), come: [] });
  expect(few.pieces).toHaveLength(1);
  expect(all(few)).toEqual(upTo(10, 8_990));
  expect(numbersAfter(few, { gone: upTo(10, 8_990), come: [] })).toEqual(NO_NUMBERS);
});
