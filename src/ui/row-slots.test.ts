import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSlots, type Slots } from "./row-slots.ts";

describe("the elements of rows", () => {
  const drawn = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"), {
    maxLength: 8,
  });

  const none = new Set<string>();

  it("draw each row once, and are no more than there have to be", () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 6 }), (courses) => {
        let slots: Slots = [];
        for (const keys of courses) {
          const next = assignSlots(slots, keys, none);
          expect(next.filter((key) => key !== undefined).toSorted()).toEqual(keys.toSorted());
          expect(next.length).toBeLessThanOrEqual(Math.max(slots.length, keys.length));
          slots = next;
        }
      }),
    );
  });

  it("stay with the rows that stay, where most of them do", () => {
    fc.assert(
      fc.property(drawn, drawn, (before, keys) => {
        const slots = assignSlots([], before, none);
        const staying = before.filter((key) => keys.includes(key));
        fc.pre(staying.length * 2 >= keys.length);
        const next = assignSlots(slots, keys, none);
        for (const key of staying) expect(next.indexOf(key)).toBe(slots.indexOf(key));
      }),
    );
  });

  it("are taken over by the rows that come into view", () => {
    expect(assignSlots(["a", "b", "c"], ["b", "c", "d"], none)).toEqual(["d", "b", "c"]);
  });

  it("stand in the order of other rows, but for the one that has the focus", () => {
    expect(assignSlots(["a", "b", "c", "d"], ["w", "d", "x", "y"], none)).toEqual(["w", "d", "x", "y"]);
    expect(assignSlots(["a", "b", "c", "d"], ["w", "d", "x", "y"], new Set(["d"]))).toEqual([
      "w",
      "x",
      "y",
      "d",
    ]);
  });
});
