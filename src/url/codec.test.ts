import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { flag, isDefault, oneOf, optionalId, text } from "./codec.ts";

describe("text", () => {
  it("reads what it wrote, with U+FFFD for half a surrogate pair", () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        expect(text.parse(text.serialize(value))).toBe(toWellFormed(value));
      }),
    );
  });
});

describe("optionalId", () => {
  it("reads what it wrote", () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        expect(optionalId.parse(optionalId.serialize(value))).toBe(toWellFormed(value));
      }),
    );
  });

  it("tells the empty id from none", () => {
    expect(isDefault(optionalId, null)).toBe(true);
    expect(isDefault(optionalId, "")).toBe(false);
    expect(optionalId.parse("")).toBe("");
  });
});

describe("flag", () => {
  it("is set by 1 alone", () => {
    expect(flag.parse(flag.serialize(true))).toBe(true);
    expect(["", "0", "true", "11", " 1"].map(flag.parse)).toEqual(Array(5).fill(undefined));
  });

  it("is off by default", () => {
    expect(isDefault(flag, false)).toBe(true);
  });
});

describe("oneOf", () => {
  const words = ["red", "green"] as const;
  const colour = oneOf<(typeof words)[number]>(words, "red");

  it.each(words)("reads %s as it wrote it", (word) => {
    expect(colour.parse(colour.serialize(word))).toBe(word);
  });

  it("takes no other word, nor another spelling", () => {
    expect(["", "Red", "red ", "blue", "toString", "__proto__"].map(colour.parse)).toEqual(
      Array(6).fill(undefined),
    );
  });

  it("says which word is the default", () => {
    expect(words.map((word) => isDefault(colour, word))).toEqual([true, false]);
  });
});
