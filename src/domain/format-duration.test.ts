import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationText, formatDuration } from "./format-duration.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** As a reader sees it, all spaces alike. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

const NONSENSE = [NaN, Infinity, -Infinity, 1e300, 8.65e15];

describe("a duration", () => {
  it.each([
    [0, "0 s"],
    [999, "0 s"],
    [45 * SECOND, "45 s"],
    [59_999, "59 s"],
    [MINUTE, "1 m 00 s"],
    [66 * SECOND, "1 m 06 s"],
    [8 * MINUTE + 18 * SECOND, "8 m 18 s"],
    [HOUR - 1, "59 m 59 s"],
    [HOUR, "1 h 00 m"],
    [2 * HOUR + MINUTE + 59 * SECOND, "2 h 01 m"],
    [DAY - 1, "23 h 59 m"],
    [DAY + 2 * HOUR, "1 d 02 h"],
    [400 * DAY, "400 d 00 h"],
    [12_345 * DAY, "12 345 d 00 h"],
  ])("of %d ms reads %s", (ms, text) => {
    expect(plain(durationText(ms))).toBe(text);
  });

  it("comes in parts, so that units can be set quieter", () => {
    expect(formatDuration(7_384_000)).toEqual([
      { value: "2", unit: "h" },
      { value: "03", unit: "m" },
    ]);
  });

  it("joins numbers and units with a narrow no-break space", () => {
    expect(durationText(498_000)).toBe("8\u202fm\u00a018\u202fs");
  });

  it("is never negative", () => {
    expect(durationText(-1)).toBe("0\u202fs");
    expect(durationText(-1e300)).toBe("0\u202fs");
  });

  it.each(NONSENSE)("of %d ms is unknown", (ms) => {
    expect(formatDuration(ms)).toEqual([{ value: "?", unit: "" }]);
  });

  it("never reads longer than it is, nor shorter by more than a step of its second unit", () => {
    const scale: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8.64e15 }), (ms) => {
        const parts = formatDuration(ms);
        const digits = (text: string) => Number(text.replaceAll("\u202f", ""));
        const read = parts.reduce((sum, { value, unit }) => sum + digits(value) * (scale[unit] ?? NaN), 0);
        expect(read).toBeLessThanOrEqual(ms);
        expect(ms - read).toBeLessThan(scale[parts.at(-1)?.unit ?? ""] ?? NaN);
      }),
    );
  });

  it("has its second unit padded to two digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 8.64e15 }), (ms) => {
        expect(formatDuration(ms)[1]?.value).toMatch(/^\d\d$/);
      }),
    );
  });
});
