import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSlots, type Slots } from "./row-slots.ts";

describe("the elements of rows", () => {
  const drawn = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { maxLength: 8 });

  it("draw each row once, keep those that stay, and are no more than there have to be", () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 6 }), (courses) => {
        let slots: Slots = [];
        for (const keys of courses) {
          const next = assignSlots(slots, keys);
          expect(next.filter((key) => key !== undefined).toSorted()).toEqual(keys.toSorted());
          for (const [slot, key] of slots.entries()) {
            if (key !== undefined && keys.includes(key)) expect(next[slot]).toBe(key);
          }
          expect(next.length).toBeLessThanOrEqual(Math.max(slots.length, keys.length));
          slots = next;
        }
      }),
    );
  });

  it("are taken over by the rows that come into view", () => {
    expect(assignSlots(["a", "b", "c"], ["b", "c", "d"])).toEqual(["d", "b", "c"]);
  });
});
