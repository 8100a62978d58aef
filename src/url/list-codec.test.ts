import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { isDefault } from "./codec.ts";
import { idList, someOf } from "./list-codec.ts";

describe("idList", () => {
  it("reads what it wrote, each id once, whatever the ids hold", () => {
    fc.assert(
      fc.property(fc.array(hostileText), (ids) => {
        expect(idList.parse(idList.serialize(ids))).toEqual([...new Set(ids.map(toWellFormed))]);
      }),
    );
  });

  it("separates by commas and escapes only commas and per cent signs", () => {
    expect(idList.serialize(["a b", "x,y", "50%", "%2C"])).toBe("a b,x%2Cy,50%25,%252C");
  });

  it("reads a per cent sign that escapes nothing as it stands", () => {
    expect(idList.parse("50%,%ZZ,%2c")).toEqual(["50%", "%ZZ", ","]);
  });

  it("tells the list of the empty id from the empty list", () => {
    expect(idList.parse(idList.serialize([""]))).toEqual([""]);
    expect(idList.parse(idList.serialize(["", "a"]))).toEqual(["", "a"]);
    expect(idList.parse(idList.serialize([]))).toEqual([]);
    expect(idList.parse("")).toEqual([]);
  });

  it("is the default only when empty, and equal only in the same order", () => {
    expect([[], [""], ["a"]].map((ids) => isDefault(idList, ids))).toEqual([true, false, false]);
    expect(idList.equal?.(["a", "b"], ["a", "b"])).toBe(true);
    expect(idList.equal?.(["a", "b"], ["b", "a"])).toBe(false);
  });
});

describe("someOf", () => {
  const words = ["red", "green", "blue"] as const;
  const colours = someOf(words);

  it("reads what it wrote", () => {
    fc.assert(
      fc.property(fc.subarray([...words]), (chosen) => {
        expect(colours.parse(colours.serialize(chosen))).toEqual(chosen);
      }),
    );
  });

  it("has one spelling for one choice", () => {
    expect(colours.serialize(["blue", "red"])).toBe("red,blue");
    expect(colours.parse("blue,red,blue")).toEqual(["red", "blue"]);
  });

  it("is invalid as a whole when one word is", () => {
    expect(["red,pink", "red,", ",", "Red", "__proto__"].map(colours.parse)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
