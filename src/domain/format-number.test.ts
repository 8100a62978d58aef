import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCount, formatNumber, partsText } from "./format-number.ts";

describe("formatCount", () => {
  it.each([
    [0, "0 sessions"],
    [1, "1 session"],
    [2, "2 sessions"],
    [12345, "12\u202f345 sessions"],
    [NaN, "? sessions"],
  ])("writes %d with its word as %s", (count, text) => {
    expect(formatCount(count, "session")).toBe(text);
  });
});

describe("formatNumber", () => {
  it.each([
    [0, 0, "0"],
    [-0, 0, "0"],
    [7, 0, "7"],
    [1234, 0, "1234"],
    [12345, 0, "12\u202f345"],
    [123456, 0, "123\u202f456"],
    [1234567, 0, "1\u202f234\u202f567"],
    [-12345, 0, "-12\u202f345"],
    [0.25, 2, "0.25"],
    [0.1 + 0.2, 2, "0.3"],
    [1.5, 2, "1.5"],
    [2, 2, "2"],
    [100, 2, "100"],
    [12345.678, 2, "12\u202f345.68"],
    [-0.001, 2, "0"],
    [Number.MAX_SAFE_INTEGER, 0, "9\u202f007\u202f199\u202f254\u202f740\u202f991"],
  ])("writes %d with up to %d decimals as %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it.each([NaN, Infinity, -Infinity, 1e300, -1e21])("writes %d as unknown", (value) => {
    expect(formatNumber(value, 2)).toBe("?");
  });

  it("writes every number in digits, groups and one point, or as unknown", () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        expect(formatNumber(value, decimals)).toMatch(
          /^(\?|-?\d{1,4}(\.\d+)?|-?\d{1,3}(\u202f\d{3})+(\.\d+)?)$/,
        );
      }),
    );
  });

  it("is read back as the same integer", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(formatNumber(value).replaceAll("\u202f", "")) + 0).toBe(value + 0);
      }),
    );
  });
});

describe("partsText", () => {
  it("keeps numbers with their units and the whole on one line", () => {
    const parts = [
      { value: "8", unit: "m" },
      { value: "18", unit: "s" },
    ];
    expect(partsText(parts)).toBe("8\u202fm\u00a018\u202fs");
  });

  it("leaves a part without a unit alone", () => {
    expect(partsText([{ value: "?", unit: "" }])).toBe("?");
    expect(partsText([])).toBe("");
  });
});
