import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptList } from "./kept-list.ts";

describe("a list made anew", () => {
  it("is the one before where the items are the same, in the same order", () => {
    const item = {};
    const before = [item, 1];
    expect(keptList(before, [item, 1])).toBe(before);
    expect(keptList(before, [1, item])).not.toBe(before);
    expect(keptList(before, [{}, 1])).not.toBe(before);
  });

  it("is itself where there is none before", () => {
    const now = [1];
    expect(keptList(undefined, now)).toBe(now);
  });

  it("always says what the new one says", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2)), fc.array(fc.nat(2)), (before, now) => {
        expect(keptList(before, now)).toEqual(now);
      }),
    );
  });
});
