import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, resort } from "./resort.ts";

interface Item {
  readonly id: number;
  readonly rank: number;
}

const order = (a: Item, b: Item) => a.rank - b.rank || a.id - b.id;
const isSameId = (a: Item, b: Item) => a.id === b.id;
const items = (maxLength: number) =>
  fc.uniqueArray(fc.record({ id: fc.nat(300), rank: fc.nat(20) }), {
    selector: ({ id }) => id,
    maxLength,
    size: "max",
  });

/** A list, and another made of it by taking some of its items anew, leaving some out, and adding some at its end or anywhere. */
const pairs = fc
  .tuple(items(80), fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { maxLength: 6 }), fc.boolean())
  .chain(([list, edits, isShuffled]) => {
    const after = [...list];
    for (const [at, rank] of edits) {
      const item = after[at];
      if (item === undefined) after.push({ id: 1_000 + after.length, rank });
      else if (rank % 3 === 0) after.splice(at, 1);
      else after[at] = { id: item.id, rank };
    }
    const next = isShuffled ? fc.shuffledSubarray(after) : fc.constant(after);
    return fc.record({
      before: fc.constant<readonly Item[]>(list),
      after: next,
    });
  });

describe("what changed between two lists", () => {
  it("makes the one of the other, in whatever order they are", () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { gone, come } = changeBetween(before, after, isSameId);
        const rest = before.filter((item) => !gone.includes(item));
        expect(new Set([...rest, ...come])).toEqual(new Set(after));
        expect(rest.length + come.length).toBe(after.length);
        for (const item of gone) expect(before).toContain(item);
      }),
    );
  });

  it("is just what was taken anew, left out and added at the end where the order stayed", () => {
    const list = Array.from({ length: 9 }, (_, id) => ({ id, rank: 0 }));
    const [anew, added] = [
      { id: 3, rank: 1 },
      { id: 9, rank: 0 },
    ];
    const after = [...list.filter(({ id }) => id !== 6 && id !== 7).with(3, anew), added];
    expect(changeBetween(list, after, isSameId)).toEqual({
      gone: [list[3], list[6], list[7]],
      come: [anew, added],
    });
  });

  it("is nothing between a list and itself", () => {
    const list = [{ id: 1, rank: 1 }];
    expect(changeBetween(list, [...list], isSameId)).toEqual({ gone: [], come: [] });
  });
});

describe("sorting again", () => {
  it("is the same as sorting all", () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const change = changeBetween(before, after, isSameId);
        expect(resort(before.toSorted(order), change, order)).toEqual(after.toSorted(order));
      }),
    );
  });

  it("leaves the list it was given alone, and gives it back when nothing changed", () => {
    const list = Object.freeze(Array.from({ length: 40 }, (_, id) => ({ id, rank: 0 })));
    expect(resort(list, { gone: [], come: [] }, order)).toBe(list);
    expect(resort(list, { gone: list.slice(3, 4), come: [{ id: 3, rank: 1 }] }, order)).toHaveLength(40);
  });
});
