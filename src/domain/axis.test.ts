import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AxisOptions, stepFor, ticks } from "./axis.ts";
import { offsetAt } from "./zone.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const BERLIN = "Europe/Berlin";
const at = (iso: string) => Date.parse(iso);
/** 14:34:08 in Berlin. */
const NOW = at("2026-03-11T13:34:08Z");
const plain = (text: string) => text.replaceAll(/\s/g, " ");

const last = (ms: number, to = NOW) => ({ from: to - ms, to });
const labels = (window: { from: number; to: number }, widthPx: number, options: Partial<AxisOptions> = {}) =>
  ticks(window, widthPx, { zone: BERLIN, now: window.to, ...options }).map(({ label }) => plain(label));

describe("the axis of the list", () => {
  it("has half hours over three hours", () => {
    expect(labels(last(3 * HOUR), 625)).toEqual(["12:00", "12:30", "13:00", "13:30", "14:00", "14:30"]);
  });

  it("has quarters of an hour where labels may stand closer", () => {
    expect(labels(last(3 * HOUR), 625, { minGapPx: 48 }).slice(0, 3)).toEqual(["11:45", "12:00", "12:15"]);
  });

  it("tells times on clocks of 12 hours, each label in its room", () => {
    const zone = { name: BERLIN, hours: 12 } as const;
    expect(labels(last(3 * HOUR), 625, { zone })).toEqual([
      "12:00 PM",
      "12:30 PM",
      "1:00 PM",
      "1:30 PM",
      "2:00 PM",
      "2:30 PM",
    ]);
    // With seconds a label is wider than the 48 px that labels of a panel otherwise need.
    expect(labels(last(MINUTE), 300, { zone, minGapPx: 48 })).toEqual([
      "2:33:10 PM",
      "",
      "2:33:30 PM",
      "",
      "2:33:50 PM",
      "",
    ]);
    expect(labels(last(MINUTE), 300, { minGapPx: 48 })).not.toContain("");
  });

  it("has ticks where their labels say", () => {
    const [first] = ticks(last(3 * HOUR), 625, { zone: BERLIN, now: NOW });
    expect(first).toEqual({ at: at("2026-03-11T11:00:00Z"), label: "12:00", major: false });
  });

  it("has no words under the now flag or the eye, but keeps the lines", () => {
    const eye = at("2026-03-11T11:03:00Z");
    const keepClear = [
      { at: NOW, px: 36 },
      { at: eye, px: 20 },
    ];
    expect(labels(last(3 * HOUR), 625, { keepClear })).toEqual(["", "12:30", "13:00", "13:30", "14:00", ""]);
  });
});

describe("the step", () => {
  it.each([
    [5 * SECOND, SECOND],
    [10 * SECOND, 2 * SECOND],
    [MINUTE, 10 * SECOND],
    [3 * MINUTE, 30 * SECOND],
    [15 * MINUTE, 2 * MINUTE],
    [HOUR, 10 * MINUTE],
    [3 * HOUR, 30 * MINUTE],
    [12 * HOUR, 2 * HOUR],
    [DAY, 3 * HOUR],
    [2 * DAY, 6 * HOUR],
    [4 * DAY, 12 * HOUR],
    [7 * DAY, DAY],
    [14 * DAY, 2 * DAY],
    [30 * DAY, 7 * DAY],
    [365 * DAY, 56 * DAY],
  ])("for %d ms on 640 px is %d ms", (span, step) => {
    expect(stepFor(span, 640, 80)).toBe(step);
  });

  it("always gives labels their room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), fc.integer({ min: 1, max: 4000 }), (span, widthPx) => {
        const step = stepFor(span, widthPx, 80);
        expect((step / span) * widthPx).toBeGreaterThanOrEqual(80 - 1e-6);
      }),
    );
  });
});

describe("labels", () => {
  it("have seconds where the step is shorter than a minute", () => {
    expect(labels(last(10 * SECOND), 400)).toEqual([
      "14:33:58",
      "14:34:00",
      "14:34:02",
      "14:34:04",
      "14:34:06",
      "14:34:08",
    ]);
  });

  it("name the day where one begins, and mark that tick", () => {
    const found = ticks(last(DAY), 500, { zone: BERLIN, now: NOW });
    expect(found.map(({ label, major }) => [plain(label), major])).toEqual([
      ["10 Mar 18:00", false],
      ["11 Mar", true],
      ["06:00", false],
      ["12:00", false],
    ]);
  });

  it("name the day first where the window begins on another day than now", () => {
    const window = { from: at("2026-03-10T07:50:00Z"), to: at("2026-03-10T10:50:00Z") };
    expect(labels(window, 640, { now: NOW })).toEqual([
      "10 Mar 09:00",
      "09:30",
      "10:00",
      "10:30",
      "11:00",
      "11:30",
    ]);
  });

  it("name it once more where the first label is so near to the edge that it is not drawn", () => {
    const window = { from: at("2026-03-10T07:56:00Z"), to: at("2026-03-10T10:56:00Z") };
    expect(labels(window, 640, { now: NOW }).slice(0, 3)).toEqual(["10 Mar 09:00", "10 Mar 09:30", "10:00"]);
  });

  it("leave out the one after a day where it would touch it", () => {
    const window = { from: at("2026-03-10T07:50:00Z"), to: at("2026-03-10T10:50:00Z") };
    expect(labels(window, 600, { now: NOW, minGapPx: 48 }).slice(0, 4)).toEqual([
      "10 Mar 09:00",
      "",
      "09:30",
      "09:45",
    ]);
  });

  it("are days over weeks, with the year where it is another", () => {
    expect(labels(last(7 * DAY), 640).slice(-2)).toEqual(["10 Mar", "11 Mar"]);
    expect(labels(last(120 * DAY), 400)).toEqual(["24 Nov 2025", "22 Dec 2025", "19 Jan", "16 Feb"]);
  });

  it("begin weeks on Mondays", () => {
    const found = ticks(last(60 * DAY), 800, { zone: BERLIN, now: NOW });
    expect(found.length).toBeGreaterThan(6);
    for (const tick of found) expect(new Date(tick.at + offsetAt(tick.at, BERLIN)).getUTCDay()).toBe(1);
  });
});

describe("ticks across daylight saving", () => {
  it("skip the hour that Berlin skips in spring", () => {
    const window = { from: at("2026-03-28T23:00:00Z"), to: at("2026-03-29T04:00:00Z") };
    const found = ticks(window, 600, { zone: BERLIN, now: window.to });
    expect(found.map(({ label }) => plain(label))).toEqual([
      "29 Mar",
      "01:00",
      "03:00",
      "04:00",
      "05:00",
      "06:00",
    ]);
    expect(found[2]?.at).toBe(at("2026-03-29T01:00:00Z"));
  });

  it("repeat the hour that Berlin repeats in autumn", () => {
    const window = { from: at("2026-10-24T22:00:00Z"), to: at("2026-10-25T03:00:00Z") };
    expect(labels(window, 600)).toEqual(["25 Oct", "01:00", "02:00", "02:00", "03:00", "04:00"]);
  });

  it("keep to midnights over a change, though one day has 23 hours", () => {
    const window = { from: at("2026-03-27T23:00:00Z"), to: at("2026-03-30T22:00:00Z") };
    const found = ticks(window, 480, { zone: BERLIN, now: window.to });
    expect(found.filter(({ major }) => major).map((tick) => new Date(tick.at).toISOString())).toEqual([
      "2026-03-27T23:00:00.000Z",
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
      "2026-03-30T22:00:00.000Z",
    ]);
  });

  it("leave a label out where a change brings two too close", () => {
    const window = { from: at("2026-10-24T20:00:00Z"), to: at("2026-10-25T07:00:00Z") };
    const found = ticks(window, 450, { zone: BERLIN, now: window.to });
    expect(found.map(({ label }) => plain(label))).toEqual([
      "24 Oct 22:00",
      "25 Oct",
      "02:00",
      "",
      "04:00",
      "06:00",
      "08:00",
    ]);
  });

  it("hold in New York", () => {
    const spring = { from: at("2026-03-08T05:00:00Z"), to: at("2026-03-08T10:00:00Z") };
    expect(labels(spring, 600, { zone: "America/New_York" })).toEqual([
      "8 Mar",
      "01:00",
      "03:00",
      "04:00",
      "05:00",
      "06:00",
    ]);
    const autumn = { from: at("2026-11-01T04:00:00Z"), to: at("2026-11-01T09:00:00Z") };
    expect(labels(autumn, 600, { zone: "America/New_York" })).toEqual([
      "1 Nov",
      "01:00",
      "01:00",
      "02:00",
      "03:00",
      "04:00",
    ]);
  });

  it("hold on Lord Howe Island, whose clocks change by half an hour", () => {
    const zone = "Australia/Lord_Howe";
    const spring = { from: at("2026-10-03T14:30:00Z"), to: at("2026-10-03T17:00:00Z") };
    expect(labels(spring, 500, { zone, now: spring.from })).toEqual([
      "01:00",
      "01:30",
      "02:30",
      "03:00",
      "03:30",
      "04:00",
    ]);
    expect(labels(spring, 250, { zone, now: spring.from })).toEqual(["01:00", "03:00", "04:00"]);
    const autumn = { from: at("2026-04-04T14:00:00Z"), to: at("2026-04-04T16:30:00Z") };
    expect(labels(autumn, 500, { zone })).toEqual(["01:00", "01:30", "01:30", "02:00", "02:30", "03:00"]);
  });

  it("stand at whole hours of a zone that is half an hour off", () => {
    expect(labels(last(5 * HOUR), 500, { zone: "Asia/Kolkata" })).toEqual([
      "15:00",
      "16:00",
      "17:00",
      "18:00",
      "19:00",
    ]);
    expect(labels(last(7 * DAY), 640, { zone: "Asia/Kolkata" })).toContain("8 Mar");
  });

  it("pass through a day without a midnight", () => {
    // Beirut's clocks went from 00:00 to 01:00 on 29 March 2026's eve.
    const zone = "Asia/Beirut";
    const window = { from: at("2026-03-26T00:00:00Z"), to: at("2026-04-02T00:00:00Z") };
    const found = ticks(window, 640, { zone, now: window.to });
    expect(found.length).toBeGreaterThanOrEqual(6);
    for (const tick of found) expect((tick.at + offsetAt(tick.at, zone)) % DAY).toBe(0);
  });
});

const zones = fc.constantFrom(
  "UTC",
  "local",
  BERLIN,
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "nowhere",
);

describe("ticks of any window", () => {
  const anyWindow = fc
    .tuple(
      fc.integer({ min: at("2025-01-01"), max: at("2028-01-01") }),
      fc.double({ min: 0, max: 11, noNaN: true }),
    )
    .map(([from, magnitude]) => ({ from, to: from + 10 ** magnitude }));
  const widths = fc.integer({ min: 100, max: 3000 });
  const gaps = fc.constantFrom(48, 80);

  it("rise, lie inside it, and have words with room between them", () => {
    fc.assert(
      fc.property(anyWindow, widths, gaps, zones, (window, widthPx, minGapPx, zone) => {
        const found = ticks(window, widthPx, { zone, now: window.to, minGapPx });
        const px = (instant: number) => ((instant - window.from) / (window.to - window.from)) * widthPx;
        let before = -Infinity;
        let labelled = -Infinity;
        for (const tick of found) {
          expect(tick.at).toBeGreaterThan(before);
          expect(tick.at).toBeGreaterThanOrEqual(window.from);
          expect(tick.at).toBeLessThanOrEqual(window.to);
          before = tick.at;
          if (tick.label === "") continue;
          expect(px(tick.at) - labelled).toBeGreaterThanOrEqual(minGapPx - 1e-3);
          expect(tick.label).not.toMatch(/NaN|undefined|\?/);
          labelled = px(tick.at);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("stand where the zone's clocks show a multiple of the step", () => {
    fc.assert(
      fc.property(anyWindow, widths, zones, (window, widthPx, zone) => {
        const step = stepFor(window.to - window.from, widthPx, 80);
        const origin = step % (7 * DAY) === 0 ? 4 * DAY : 0;
        for (const tick of ticks(window, widthPx, { zone, now: window.to })) {
          expect((tick.at + offsetAt(tick.at, zone) - origin) % step).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("miss none: away from changes of the clocks they are one step apart", () => {
    fc.assert(
      fc.property(anyWindow, widths, (window, widthPx) => {
        const step = stepFor(window.to - window.from, widthPx, 80);
        const found = ticks(window, widthPx, { zone: "UTC", now: window.to }).map((tick) => tick.at);
        for (const [i, instant] of found.slice(1).entries()) expect(instant - (found[i] ?? NaN)).toBe(step);
        expect((found[0] ?? window.to) - window.from).toBeLessThan(step + 1);
        expect(window.to - (found.at(-1) ?? window.from)).toBeLessThan(step + 1);
      }),
      { numRuns: 200 },
    );
  });

  it("are the same when the window is asked for twice", () => {
    const window = last(3 * HOUR);
    expect(ticks(window, 625, { zone: BERLIN, now: NOW })).toEqual(
      ticks(window, 625, { zone: BERLIN, now: NOW }),
    );
  });
});

describe("a window or width that makes no sense", () => {
  it("has no ticks", () => {
    const options = { zone: BERLIN, now: NOW };
    expect(ticks({ from: NOW, to: NOW }, 600, options)).toEqual([]);
    expect(ticks({ from: NOW, to: NOW - 1 }, 600, options)).toEqual([]);
    expect(ticks({ from: NaN, to: NOW }, 600, options)).toEqual([]);
    expect(ticks({ from: 0, to: NaN }, 600, options)).toEqual([]);
    for (const widthPx of [0, 0.5, -1, NaN, 1e7, Infinity])
      expect(ticks(last(HOUR), widthPx, options)).toEqual([]);
    for (const minGapPx of [NaN]) expect(ticks(last(HOUR), 600, { ...options, minGapPx })).toEqual([]);
  });

  it("is bounded in its ticks, however long or wide", () => {
    const options = { zone: BERLIN, now: NOW, minGapPx: 0 };
    expect(ticks({ from: -1e300, to: 1e300 }, 600, options).length).toBeLessThanOrEqual(1001);
    expect(ticks({ from: -8.64e15, to: 8.64e15 }, 600, { zone: BERLIN, now: NOW }).length).toBeLessThan(10);
    expect(ticks(last(DAY), 1e6, options).length).toBeLessThanOrEqual(1002);
  });

  it("of any doubles never throws and never loops", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), zones, (from, to, widthPx, zone) => {
        for (const tick of ticks({ from, to }, widthPx, { zone, now: NOW })) {
          expect(Number.isFinite(tick.at)).toBe(true);
        }
      }),
    );
  });
});
