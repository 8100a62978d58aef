import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkKey } from "./check-key.ts";

describe("a pasted key", () => {
  it("is taken without the white space around it", () => {
    expect(checkKey("  abc_123-XYZ=\n")).toEqual({ key: "abc_123-XYZ=" });
  });

  it("is asked for where there is nothing but white space", () => {
    expect(checkKey("").problem).toBe("Enter an API key.");
    expect(checkKey(" \t\u00a0\n").problem).toBe("Enter an API key.");
  });

  it("is refused with white space inside, as in two keys or a sentence", () => {
    expect(checkKey("abc def").problem).toMatch(/no spaces/);
    expect(checkKey("abc\ndef").problem).toMatch(/no spaces/);
  });

  it("is refused with characters that no header carries", () => {
    for (const bad of ["abc\u0000", "a\u200bbc", "schlüssel", "“quoted”"])
      expect(checkKey(bad).problem).toMatch(/cannot have/);
  });

  it("passes a header unchanged whenever it is taken", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (typed) => {
        const { key } = checkKey(typed);
        const carried = key === undefined ? key : new Headers({ authorization: key }).get("authorization");
        expect(carried).toBe(key);
      }),
    );
  });

  it("is never repeated in the sentence that refuses it", () => {
    expect(checkKey("secret-4f2c secret-99").problem).not.toContain("secret");
  });
});
