import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationRange, fullRangeText, isExact, rangeText, widthText } from "./duration-range.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** As a reader sees it, all spaces alike. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

const NONSENSE = [NaN, Infinity, -Infinity, 1e300, 8.65e15];

describe("an uncertain duration", () => {
  it.each([
    ["6 m 24 s", "14 m 24 s", 384, 864, "6–14 m"],
    ["13 m", "40 m", 780, 2400, "13–40 m"],
    ["2 h", "5 h", 7200, 18_000, "2–5 h"],
    ["3 d", "9 d", 3 * 86_400, 9 * 86_400, "3–9 d"],
  ])("from %s to %s reads in one unit", (_from, _to, min, max, text) => {
    expect(plain(rangeText(min * SECOND, max * SECOND))).toBe(text);
  });

  it.each([
    [18 * 60 + 10, 18 * 60 + 40, "18 m 10–40 s"],
    [3 * 3600 + 5 * 60, 3 * 3600 + 50 * 60, "3 h 05–50 m"],
    [86_400 + 7200, 86_400 + 7200 * 4, "1 d 02–08 h"],
  ])("that agrees in the first unit (%d to %d s) gives the range in the second: %s", (min, max, text) => {
    expect(plain(rangeText(min * SECOND, max * SECOND))).toBe(text);
  });

  it.each([
    [1, 12, "1–12 s"],
    [40, 45, "40–45 s"],
    [50, 80, "50–80 s"],
    [110 * 60, 125 * 60, "110–125 m"],
    [23 * 3600, 27 * 3600, "23–27 h"],
  ])("that is small in the finer unit (%d to %d s) is told in that: %s", (min, max, text) => {
    expect(plain(rangeText(min * SECOND, max * SECOND))).toBe(text);
  });

  it.each([
    [61, 66, "1 m 06 s"],
    [223, 228, "3 m 48 s"],
    [1129, 1134, "18 m 54 s"],
    [1183, 1188, "19 m 48 s"],
    [0.2, 0.9, "0 s"],
    [2, 3, "3 s"],
    [7170, 7200, "2 h 00 m"],
    [86_400 - 600, 86_400 + 600, "1 d 00 h"],
  ])("known well enough (%d to %d s) reads as one number, %s", (min, max, text) => {
    expect(plain(rangeText(min * SECOND, max * SECOND))).toBe(text);
  });

  it("does not pass for exact when it is uncertain by a tenth of itself", () => {
    expect(isExact(40 * SECOND, 45 * SECOND)).toBe(false);
    expect(isExact(45 * SECOND, 50 * SECOND)).toBe(true);
    expect(isExact(10 * MINUTE, 10 * MINUTE + 10 * SECOND)).toBe(true);
    expect(isExact(10 * MINUTE, 10 * MINUTE + 11 * SECOND)).toBe(false);
    expect(isExact(NaN, NaN)).toBe(false);
  });

  it("takes its ends in either order", () => {
    expect(durationRange(864_000, 384_000)).toEqual(durationRange(384_000, 864_000));
  });

  it("is unknown when an end is", () => {
    for (const ms of NONSENSE) {
      expect(rangeText(ms, 5000)).toBe("?");
      expect(rangeText(5000, ms)).toBe("?");
    }
    expect(plain(rangeText(-5000, -1))).toBe("0 s");
  });

  it("is a range that rises, or one number, whatever it is given", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: false }), fc.double(), (a, b) => {
        const text = plain(rangeText(a, b));
        expect(text).not.toMatch(/NaN|Infinity|e\+|undefined/);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 1e10 }), (a, b) => {
        const part = durationRange(a, b).find(({ value }) => value.includes("–"));
        if (part === undefined) return;
        const [low = NaN, high = NaN] = part.value.split("–").map((n) => Number(n.replaceAll("\u202f", "")));
        expect(low).toBeLessThan(high);
      }),
    );
  });

  it("reads as one number exactly where the interval is narrow", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e8 }), (min, width) => {
        const isRange = rangeText(min, min + width).includes("–");
        expect(isRange).toBe(!isExact(min, min + width));
      }),
    );
  });

  it("has a full form with both ends", () => {
    expect(plain(fullRangeText(384_000, 864_000))).toBe("6 m 24 s – 14 m 24 s");
    expect(plain(fullRangeText(384_000, 384_900))).toBe("6 m 24 s");
    expect(plain(fullRangeText(NaN, NaN))).toBe("?");
  });
});

describe("the width of an interval", () => {
  it.each([
    [0, "1 s"],
    [400, "1 s"],
    [5000, "5 s"],
    [5080, "5 s"],
    [5300, "6 s"],
    [89 * SECOND, "89 s"],
    [8 * MINUTE, "8 m"],
    [8 * MINUTE + 400, "8 m"],
    [8 * MINUTE + 20 * SECOND, "9 m"],
    [99 * MINUTE, "99 m"],
    [3 * HOUR, "3 h"],
    [47 * HOUR, "47 h"],
    [2 * DAY, "2 d"],
  ])("of %d ms reads %s", (ms, text) => {
    expect(plain(widthText(ms))).toBe(text);
  });

  it("is unknown for what is no width", () => {
    for (const ms of NONSENSE) expect(widthText(ms)).toBe("?");
  });
});
