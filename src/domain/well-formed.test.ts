import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "./text-fixture.ts";
import { toWellFormed } from "./well-formed.ts";

describe("toWellFormed", () => {
  it("replaces each half of a surrogate pair that stands alone", () => {
    expect(toWellFormed("a\uD83D")).toBe("a\uFFFD");
    expect(toWellFormed("\uDE00\uD83D")).toBe("\uFFFD\uFFFD");
  });

  it("leaves whole pairs as they are", () => {
    expect(toWellFormed("😀 ok")).toBe("😀 ok");
  });

  it("does what an encoder of UTF-8 does to any string", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
        expect(toWellFormed(text)).toBe(decoder.decode(new TextEncoder().encode(text)));
      }),
    );
  });
});
