import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyed } from "./keyed.ts";

describe("keys for things without identity", () => {
  it("are unique, in the order of the values", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "a", "b", "1:a")), (values) => {
        const result = keyed(values, (value) => value);
        expect(result.map(({ value }) => value)).toEqual(values);
        expect(new Set(result.map(({ key }) => key)).size).toBe(values.length);
      }),
    );
  });

  it("stay the same for what stays, when something else is added", () => {
    const before = keyed(["a", "b"], String).map(({ key }) => key);
    expect(keyed(["new", "a", "b"], String).map(({ key }) => key)).toEqual(expect.arrayContaining(before));
  });
});
