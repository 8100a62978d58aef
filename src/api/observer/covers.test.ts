import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scope } from "../../domain/known.ts";
import { covers, union } from "./covers.ts";

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant("all" as const),
  fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
);

describe("scopes", () => {
  it("are covered by what all of them are put together to", () => {
    fc.assert(
      fc.property(fc.array(scope, { minLength: 1 }), (scopes) => {
        const whole = union(scopes);
        expect(scopes.every((one) => covers(whole, one))).toBe(true);
        const wanted = scopes.includes("all") ? "all" : [...new Set(scopes.flat())];
        expect(whole).toEqual(wanted);
      }),
    );
  });

  it("cover themselves and what is less, and not what is more", () => {
    expect(covers("all", ["a"])).toBe(true);
    expect(covers(["a"], "all")).toBe(false);
    expect(covers(["a", "b"], ["b"])).toBe(true);
    expect(covers(["a"], ["a", "b"])).toBe(false);
  });
});
