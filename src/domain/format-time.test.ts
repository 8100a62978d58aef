import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAxisTime,
  formatClock,
  formatDay,
  formatIso,
  formatMoment,
  formatSpan,
  isSameDay,
} from "./format-time.ts";
import { zoneLabel, zoneName } from "./zone-label.ts";

const at = (iso: string) => Date.parse(iso);
/** 14:34:08 in Berlin. */
const NOW = at("2026-03-11T13:34:08.123Z");
const BERLIN = "Europe/Berlin";
const NONSENSE = [NaN, Infinity, -Infinity, 1e300, -1e300];
const plain = (text: string) => text.replaceAll(/\s/g, " ");

describe("a time of day", () => {
  it("has 24 hours, in the chosen zone", () => {
    expect(formatClock(NOW, BERLIN)).toBe("14:34:08");
    expect(formatClock(NOW, "UTC")).toBe("13:34:08");
    expect(formatClock(NOW, "America/New_York")).toBe("09:34:08");
    expect(formatClock(NOW, "Asia/Kolkata")).toBe("19:04:08");
    expect(formatClock(at("2026-03-11T00:00:00Z"), "UTC")).toBe("00:00:00");
  });

  it("has no seconds on an axis", () => {
    expect(formatAxisTime(NOW, BERLIN)).toBe("14:34");
  });

  it("of what is no instant is unknown", () => {
    for (const instant of NONSENSE) {
      expect(formatClock(instant, BERLIN)).toBe("?");
      expect(formatAxisTime(instant, BERLIN)).toBe("?");
      expect(formatDay(instant, NOW, BERLIN)).toBe("?");
      expect(formatMoment(instant, NOW, BERLIN)).toBe("?");
      expect(formatIso(instant, BERLIN)).toBe("?");
    }
  });

  it("never throws and never reads NaN, whatever instant and zone", () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom("local", BERLIN, "UTC", "nowhere"), (instant, zone) => {
        const texts = [
          formatClock(instant, zone),
          formatMoment(instant, NOW, zone),
          formatIso(instant, zone),
        ];
        expect(texts.join()).not.toMatch(/NaN|undefined|Invalid/);
      }),
    );
  });
});

describe("a clock of 12 hours", () => {
  it.each<[zone: string, iso: string, clock: string, axis: string]>([
    ["UTC", "2026-03-11T00:00:00Z", "12:00:00 AM", "12:00 AM"],
    ["UTC", "2026-03-11T00:59:59Z", "12:59:59 AM", "12:59 AM"],
    ["UTC", "2026-03-11T01:00:00Z", "1:00:00 AM", "1:00 AM"],
    ["UTC", "2026-03-11T11:59:59.999Z", "11:59:59 AM", "11:59 AM"],
    ["UTC", "2026-03-11T12:00:00Z", "12:00:00 PM", "12:00 PM"],
    ["UTC", "2026-03-11T13:05:09Z", "1:05:09 PM", "1:05 PM"],
    ["UTC", "2026-03-11T23:59:59Z", "11:59:59 PM", "11:59 PM"],
    [BERLIN, "2026-03-11T13:34:08Z", "2:34:08 PM", "2:34 PM"],
    // Daylight saving begins: an hour is left out.
    [BERLIN, "2026-03-29T00:59:59Z", "1:59:59 AM", "1:59 AM"],
    [BERLIN, "2026-03-29T01:00:00Z", "3:00:00 AM", "3:00 AM"],
    // It ends: an hour comes twice.
    ["America/New_York", "2026-11-01T05:30:00Z", "1:30:00 AM", "1:30 AM"],
    ["America/New_York", "2026-11-01T06:30:00Z", "1:30:00 AM", "1:30 AM"],
    ["Australia/Lord_Howe", "2026-04-04T14:59:00Z", "1:59:00 AM", "1:59 AM"],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", "1:30:00 AM", "1:30 AM"],
  ])("in %s at %s shows %s, on an axis %s", (name, iso, clock, axis) => {
    const zone = { name, hours: 12 } as const;
    expect(plain(formatClock(at(iso), zone))).toBe(clock);
    expect(plain(formatAxisTime(at(iso), zone))).toBe(axis);
  });

  it("is read in moments and stretches as well, and in nothing that a machine reads", () => {
    const zone = { name: BERLIN, hours: 12 } as const;
    expect(plain(formatMoment(at("2026-03-10T13:30:00Z"), NOW, zone))).toBe("10 Mar 2:30 PM");
    const span = { from: at("2026-03-10T10:30:00Z"), to: at("2026-03-10T11:00:00Z") };
    expect(plain(formatSpan(span, NOW, zone))).toBe("10 Mar 11:30 AM–12:00 PM");
    expect(formatIso(NOW, zone)).toBe(formatIso(NOW, BERLIN));
    expect(formatIso(NOW, { name: "UTC", hours: 12 })).toBe("2026-03-11T13:34:08.123Z");
    expect(isSameDay(NOW, NOW, zone)).toBe(true);
  });

  it("tells the same time as one of 24, whatever the instant", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom("UTC", BERLIN, "Asia/Kolkata"),
        (instant, name) => {
          const [, hour = "", rest, half] =
            /^(\d+)(:.*)\s([AP])M$/u.exec(formatClock(instant, { name, hours: 12 })) ?? [];
          const full = (Number(hour) % 12) + (half === "P" ? 12 : 0);
          expect(`${String(full).padStart(2, "0")}${rest ?? ""}`).toBe(formatClock(instant, name));
          expect(formatClock(instant, { name, hours: 24 })).toBe(formatClock(instant, name));
        },
      ),
    );
  });

  it("shows `?` for what is no instant", () => {
    for (const instant of NONSENSE) {
      expect(formatClock(instant, { name: BERLIN, hours: 12 })).toBe("?");
      expect(formatAxisTime(instant, { name: BERLIN, hours: 12 })).toBe("?");
    }
  });
});

describe("a moment", () => {
  it("on the day of now is its time", () => {
    expect(formatMoment(at("2026-03-11T11:33:08Z"), NOW, BERLIN)).toBe("12:33:08");
  });

  it("on another day has the day before it", () => {
    expect(plain(formatMoment(at("2026-03-10T13:30:00Z"), NOW, BERLIN))).toBe("10 Mar 14:30");
  });

  it("in another year has the year too", () => {
    expect(plain(formatMoment(at("2025-09-10T12:30:00Z"), NOW, BERLIN))).toBe("10 Sep 2025 14:30");
  });

  it("goes by the zone's days, not by those of UTC", () => {
    const late = at("2026-03-10T23:30:00Z");
    expect(formatMoment(late, NOW, BERLIN)).toBe("00:30:00");
    expect(plain(formatMoment(late, NOW, "UTC"))).toBe("10 Mar 23:30");
    expect(isSameDay(late, NOW, BERLIN)).toBe(true);
    expect(isSameDay(late, NOW, "UTC")).toBe(false);
  });

  it("is on no day when it is no instant", () => {
    expect(isSameDay(NaN, NaN, BERLIN)).toBe(false);
    expect(plain(formatDay(NOW, NaN, BERLIN))).toBe("11 Mar");
  });

  it("before 1970 is on its own day", () => {
    expect(isSameDay(-1, 0, "UTC")).toBe(false);
    expect(plain(formatMoment(-1, 0, "UTC"))).toBe("31 Dec 1969 23:59");
  });
});

describe("the full form of an instant", () => {
  it("has milliseconds and the zone's offset", () => {
    expect(formatIso(NOW, BERLIN)).toBe("2026-03-11T14:34:08.123+01:00");
    expect(formatIso(NOW, "UTC")).toBe("2026-03-11T13:34:08.123Z");
    expect(formatIso(NOW, "America/New_York")).toBe("2026-03-11T09:34:08.123-04:00");
    expect(formatIso(NOW, "Asia/Kolkata")).toBe("2026-03-11T19:04:08.123+05:30");
  });

  it("is read back as the same instant", () => {
    const zones = fc.constantFrom("local", "UTC", BERLIN, "America/New_York", "Australia/Lord_Howe");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), zones, (instant, zone) => {
        expect(Date.parse(formatIso(instant, zone))).toBe(instant);
      }),
    );
  });
});

describe("the name of a zone", () => {
  it.each([
    [BERLIN, "UTC+1"],
    ["UTC", "UTC"],
    ["Africa/Abidjan", "UTC"],
    ["America/New_York", "UTC−4"],
    ["America/St_Johns", "UTC−2:30"],
    ["Asia/Kolkata", "UTC+5:30"],
    ["Australia/Lord_Howe", "UTC+11"],
  ])("%s is %s that day", (zone, name) => {
    expect(zoneName(NOW, zone)).toBe(name);
  });

  it("goes with daylight saving", () => {
    expect(zoneName(at("2026-07-01T00:00:00Z"), BERLIN)).toBe("UTC+2");
  });

  it.each(["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01", "2026-12-31"])(
    "is said to be that of now where the clocks change with the seasons, on %s too",
    (day) => {
      const now = at(`${day}T12:00:00Z`);
      expect(zoneLabel(now, BERLIN)).toBe(`Times in Europe/Berlin, ${zoneName(now, BERLIN)} now`);
      expect(zoneLabel(now, "Australia/Sydney")).toMatch(/ now$/);
    },
  );

  it("is said once for all times on screen", () => {
    expect(zoneLabel(NOW, "UTC")).toBe("Times in UTC");
    expect(zoneLabel(NOW, "local")).toContain(`Times in ${zoneName(NOW, "local")}`);
    expect(zoneLabel(NOW, "Asia/Kolkata")).toBe("Times in Asia/Kolkata, UTC+5:30");
    expect(zoneLabel(NOW, { name: "Asia/Kolkata", hours: 12 })).toBe("Times in Asia/Kolkata, UTC+5:30");
    expect(zoneLabel(NaN, "local")).toBe("Times in UTC");
  });
});

describe("a stretch of time", () => {
  it.each([
    ["2026-03-10T08:00:00Z", "2026-03-10T11:30:00Z", "10 Mar 09:00–12:30"],
    ["2026-03-11T08:00:00Z", "2026-03-11T09:00:00Z", "11 Mar 09:00–10:00"],
    ["2026-03-09T22:00:00Z", "2026-03-10T01:00:00Z", "9 Mar 23:00–10 Mar 02:00"],
    ["2025-11-21T23:00:00Z", "2025-11-22T05:00:00Z", "22 Nov 2025 00:00–06:00"],
    ["2025-12-31T22:00:00Z", "2026-01-01T01:00:00Z", "31 Dec 2025 23:00–1 Jan 02:00"],
    ["2026-03-10T08:00:05Z", "2026-03-10T08:00:35Z", "10 Mar 09:00:05–09:00:35"],
  ])("from %s to %s reads %s", (from, to, text) => {
    expect(plain(formatSpan({ from: at(from), to: at(to) }, NOW, BERLIN))).toBe(text);
  });
});
