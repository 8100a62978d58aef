import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { staying } from "./staying.ts";

const permutation = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 9 })
  .map((numbers) => numbers as readonly number[]);

const isAscending = (numbers: readonly number[]) =>
  numbers.every((number, place) => place === 0 || (numbers[place - 1] ?? number) < number);

/** The longest ascending run of all there are, through a place if one is pinned. */
function longest(order: readonly number[], pinned: number): number {
  let most = 0;
  for (let mask = 0; mask < 1 << order.length; mask += 1) {
    const run = order.filter((_, place) => mask & (1 << place));
    const hasPin = pinned < 0 || (mask & (1 << pinned)) !== 0;
    if (hasPin && run.length > most && isAscending(run)) most = run.length;
  }
  return most;
}

describe("the rows that stay where they are", () => {
  it("are in order among themselves, and as many as can be", () => {
    fc.assert(
      fc.property(permutation, (order) => {
        const stay = staying(order);
        expect(isAscending(order.filter((_, place) => stay.has(place)))).toBe(true);
        expect(stay.size).toBe(longest(order, -1));
      }),
    );
  });

  it("have the pinned one among them", () => {
    fc.assert(
      fc.property(
        permutation.filter(({ length }) => length > 0),
        fc.nat(),
        (order, some) => {
          const pinned = some % order.length;
          const stay = staying(order, pinned);
          expect(stay.has(pinned)).toBe(true);
          expect(isAscending(order.filter((_, place) => stay.has(place)))).toBe(true);
          expect(stay.size).toBe(longest(order, pinned));
        },
      ),
    );
  });
});
