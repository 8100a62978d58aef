import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInstant, isInstant, parseInstant } from "./instant-codec.ts";

const NOON = Date.UTC(2026, 10, 23, 12);

describe("instants", () => {
  it("are written in UTC, with milliseconds only where there are any", () => {
    expect(formatInstant(NOON)).toBe("2026-11-23T12:00:00Z");
    expect(formatInstant(NOON + 7)).toBe("2026-11-23T12:00:00.007Z");
  });

  it("are read as they are written", () => {
    const dates = fc.date({
      min: new Date("0000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(isInstant(date.getTime())).toBe(true);
        expect(parseInstant(formatInstant(date.getTime()))).toBe(date.getTime());
      }),
    );
  });

  it("may lack seconds or digits of the fraction", () => {
    expect(parseInstant("2026-11-23T12:00Z")).toBe(NOON);
    expect(parseInstant("2026-11-23T12:00:00.5Z")).toBe(NOON + 500);
  });

  it.each([
    "",
    "now",
    "2026-11-23",
    "2026-11-23T12:00:00",
    "2026-11-23T12:00:00+01:00",
    "2026-11-23 12:00:00Z",
    "2026-11-23t12:00:00z",
    "2026-02-30T12:00:00Z",
    "2026-13-01T12:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T12:60:00Z",
    "2026-11-23T12:00:00.1234Z",
    "+012026-11-23T12:00:00Z",
    "1795435200000",
    "2026-11-23T12:00:00Z\n",
  ])("are not %j", (raw) => {
    expect(parseInstant(raw)).toBeUndefined();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5, Date.UTC(10_000, 0), Date.UTC(-1, 0)])(
    "are not the number %s",
    (ms) => {
      expect(isInstant(ms)).toBe(false);
    },
  );
});
