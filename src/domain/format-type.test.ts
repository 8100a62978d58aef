import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typeParts } from "./format-type.ts";

const rules = (allowedTypes: string[], shape: number[]) => ({ allowedTypes, shape });

/** The parts as the table writes them. */
function written(allowedTypes: string[], shape: number[]): string {
  const { types, dimensions } = typeParts({ allowedTypes, shape });
  return `${types.join(" | ")} [${dimensions.map(({ text }) => text).join(", ")}]`;
}

describe("a parameter's type", () => {
  it.each([
    [["f32"], [-1, 224, 224, 3], "f32 [-1, 224, 224, 3]"],
    [["f32", "f64"], [], "f32 | f64 []"],
    [["i32", "i64"], [-1], "i32 | i64 [-1]"],
    [["image", "f32"], [224, 224, 3], "image | f32 [224, 224, 3]"],
    [["binary"], [], "binary []"],
    [["f32"], [1000], "f32 [1000]"],
    [["f32"], [50257, -1], "f32 [50\u202f257, -1]"],
    [["f32"], [0], "f32 [0]"],
  ])("of %j with shape %j reads %s", (types, shape, text) => {
    expect(written(types, shape)).toBe(text);
  });

  it("tells any length apart from a given one", () => {
    expect(typeParts(rules(["f32"], [-1, 3]))).toEqual({
      types: ["f32"],
      dimensions: [
        { text: "-1", any: true },
        { text: "3", any: false },
      ],
    });
  });

  it("marks what is missing or makes no sense", () => {
    expect(written([], [])).toBe("? []");
    expect(written([""], [NaN, Infinity, 1.5, 1e300])).toBe("? [?, ?, ?, ?]");
    expect(written(["f32"], [-2])).toBe("f32 [-2]");
  });

  it("names every type and every dimension in order, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.double()), (types, shape) => {
        const parts = typeParts(rules(types, shape));
        expect(parts.types.length).toBe(Math.max(1, types.length));
        expect(parts.dimensions.length).toBe(shape.length);
        expect(parts.dimensions.map((d) => d.text).join()).not.toMatch(/NaN|Infinity|e/);
      }),
    );
  });
});
