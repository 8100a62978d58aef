import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isZone, offsetAt, offsetChange, wallClock } from "./zone.ts";

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);

describe("the offset of a zone", () => {
  it.each([
    ["UTC", "2026-07-01T00:00:00Z", 0],
    ["Europe/Berlin", "2026-01-15T12:00:00Z", 1],
    ["Europe/Berlin", "2026-07-15T12:00:00Z", 2],
    ["America/New_York", "2026-01-15T12:00:00Z", -5],
    ["America/New_York", "2026-07-15T12:00:00Z", -4],
    ["Asia/Kolkata", "2026-07-15T12:00:00Z", 5.5],
    ["Asia/Kathmandu", "2026-07-15T12:00:00Z", 5.75],
    ["Australia/Lord_Howe", "2026-01-15T12:00:00Z", 11],
    ["Australia/Lord_Howe", "2026-07-15T12:00:00Z", 10.5],
    ["Pacific/Kiritimati", "2026-07-15T12:00:00Z", 14],
  ])("%s at %s is %d h", (zone, iso, hours) => {
    expect(offsetAt(at(iso), zone)).toBe(hours * HOUR);
  });

  it("of the reader's own zone is that of its name", () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }), (at) => {
        expect(offsetAt(at, "local")).toBe(offsetAt(at, own));
      }),
    );
  });

  it("changes to the millisecond", () => {
    const change = at("2026-03-29T01:00:00Z");
    expect(offsetAt(change - 1, "Europe/Berlin")).toBe(HOUR);
    expect(offsetAt(change, "Europe/Berlin")).toBe(2 * HOUR);
  });

  it("of the reader's own zone is that of the platform's dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: at("1980-01-01"), max: at("2037-01-01") }), (instant) => {
        expect(offsetAt(instant, "local")).toBe(-new Date(instant).getTimezoneOffset() * 60_000 + 0);
      }),
    );
  });

  it("of the reader's own zone is the new one's once the computer is in another", () => {
    const instant = at("2026-07-15T12:00:00Z");
    try {
      for (const [zone, hours] of [
        ["Asia/Tokyo", 9],
        ["America/New_York", -4],
      ] as const) {
        vi.stubEnv("TZ", zone);
        expect([offsetAt(instant, "local"), offsetAt(instant, "Mars/Olympus")]).toEqual([
          hours * HOUR,
          hours * HOUR,
        ]);
      }
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("of a zone nobody knows is the reader's own", () => {
    const instant = at("2026-07-15T12:00:00Z");
    for (const zone of ["Mars/Olympus", "", "\u0000", "x".repeat(10_000)]) {
      expect(offsetAt(instant, zone)).toBe(offsetAt(instant, "local"));
    }
  });

  it("is a number at every instant", () => {
    for (const instant of [NaN, Infinity, -Infinity, 8.64e15, -8.64e15, 1e300, 0]) {
      expect(Math.abs(offsetAt(instant, "Europe/Berlin"))).toBeLessThan(24 * HOUR);
    }
  });

  it("agrees with the platform's own rendering, over more instants than are remembered", () => {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/New_York",
      dateStyle: "short",
      timeStyle: "medium",
    });
    const start = at("2020-01-01");
    const wall = (instant: number) => wallClock(instant, "America/New_York")?.toISOString().slice(0, 19);
    const instants = Array.from({ length: 5000 }, (_, i) => start + i * 10 * HOUR);
    const read = instants.map(wall);
    const everySo = instants.flatMap((instant, i) => (i % 25 === 0 ? [{ instant, text: read[i] }] : []));
    for (const { instant, text } of everySo) expect(text?.replace("T", " ")).toBe(format.format(instant));
  });
});

describe("a change of offset", () => {
  it.each([
    ["Europe/Berlin", "2026-03-29T01:00:00Z"],
    ["Europe/Berlin", "2026-10-25T01:00:00Z"],
    ["America/New_York", "2026-03-08T07:00:00Z"],
    ["America/New_York", "2026-11-01T06:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
  ])("in %s at %s is found between any instants around it", (zone, iso) => {
    const change = at(iso);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 * 24 * HOUR }),
        fc.integer({ min: 0, max: 60 * 24 * HOUR }),
        (a, b) => {
          expect(offsetChange(change - a, change + b, zone)).toBe(change);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("isZone", () => {
  it("knows the platform's zones, and the reader's own", () => {
    for (const zone of ["local", "UTC", "Europe/Berlin", "Asia/Kolkata"]) expect(isZone(zone)).toBe(true);
    for (const zone of ["", "Mars/Olympus", "../etc", "Local time"]) expect(isZone(zone)).toBe(false);
  });
});

describe("wallClock", () => {
  it("reads what the zone's clocks show", () => {
    expect(wallClock(at("2026-03-11T13:34:08.250Z"), "Asia/Kolkata")?.toISOString()).toBe(
      "2026-03-11T19:04:08.250Z",
    );
  });

  it("has no reading for what is no date", () => {
    for (const instant of [NaN, Infinity, 1e300, 8.64e15]) {
      expect(wallClock(instant, "Asia/Kolkata")).toBeUndefined();
    }
  });
});
