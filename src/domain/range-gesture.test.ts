import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Gesture, type InView, inViewOf, nearestRange, rangeAfter } from "./range-gesture.ts";
import { RANGE_ORDER, RANGES, type TimeRange } from "./time-range.ts";
import { reachOf } from "./zoom.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const REACH = reachOf(NOW - 200 * HOUR, NOW);
const LIVE: TimeRange = { kind: "last", name: "3h" };
const PAST: TimeRange = { kind: "fixed", from: NOW - 5 * HOUR, to: NOW - HOUR };

const inView = (range: TimeRange): InView => ({
  window: range.kind === "fixed" ? range : { from: NOW - (RANGES[range.name].ms ?? 200 * HOUR), to: NOW },
  reach: REACH,
});
const after = (range: TimeRange, gesture: Gesture) => rangeAfter(range, gesture, inView(range));

/** A range as a person would say it. */
const told = (range: TimeRange) =>
  range.kind === "last" ? range.name : `${(range.from - NOW) / HOUR} to ${(range.to - NOW) / HOUR}`;

describe("a range that follows now", () => {
  it.each<[string, Gesture, string]>([
    ["stands still when it is zoomed with the wheel", { kind: "zoom", x: 1, factor: 2 }, "-1.5 to 0"],
    ["stands still when it is panned away", { kind: "pan", by: -0.5 }, "-4.5 to -1.5"],
    ["follows on when it is pushed into the future, which is not there", { kind: "pan", by: 1 }, "3h"],
    ["stands still on a dragged stretch", { kind: "stretch", x0: 0, x1: 0.5 }, "-3 to -1.5"],
    ["stands still where the brush puts it", { kind: "window", window: PAST }, "-5 to -1"],
    ["follows on with a shorter preset", { kind: "preset", name: "15m" }, "15m"],
    ["follows on with the next shorter", { kind: "step", by: -1 }, "1h"],
    ["follows on with the next longer", { kind: "step", by: 1 }, "12h"],
    ["follows on when it is told to follow", { kind: "now" }, "3h"],
  ])("%s", (_, gesture, expected) => {
    expect(told(after(LIVE, gesture))).toBe(expected);
  });
});

describe("a range that stands still", () => {
  it.each<[string, Gesture, string]>([
    ["is shorter by a step, about its middle", { kind: "step", by: -1 }, "-4 to -2"],
    ["is longer by a step, up to now", { kind: "step", by: 1 }, "-8 to 0"],
    ["does not follow now only because it was panned to it", { kind: "pan", by: 9 }, "-4 to 0"],
    ["follows now with a preset", { kind: "preset", name: "1h" }, "1h"],
    ["follows now again, with about as much in view", { kind: "now" }, "3h"],
  ])("%s", (_, gesture, expected) => {
    expect(told(after(PAST, gesture))).toBe(expected);
  });
});

describe("back to now", () => {
  it.each([
    [1_000, "15m"],
    [15 * 60_000, "15m"],
    [2 * HOUR, "3h"],
    [23 * HOUR, "24h"],
    [40 * HOUR, "24h"],
    [50 * HOUR, "all"],
    [NaN, "all"],
  ])("from %s ms of time is the range %s", (span, name) => {
    expect(nearestRange(span)).toBe(name);
  });
});

describe("a gesture that comes to nothing", () => {
  it.each<[TimeRange, Gesture]>([
    [LIVE, { kind: "zoom", x: 0.5, factor: 1 }],
    [LIVE, { kind: "zoom", x: 0.5, factor: NaN }],
    [LIVE, { kind: "pan", by: 0 }],
    [LIVE, { kind: "preset", name: "3h" }],
    [LIVE, { kind: "now" }],
    [PAST, { kind: "pan", by: NaN }],
    [PAST, { kind: "window", window: { from: PAST.from, to: PAST.to } }],
    [PAST, { kind: "window", window: { from: NaN, to: 1 } }],
    [PAST, { kind: "window", window: { from: 2, to: 1 } }],
    [
      { kind: "last", name: "all" },
      { kind: "step", by: 1 },
    ],
  ])("leaves %o the same object after %o", (range, gesture) => {
    expect(after(range, gesture)).toBe(range);
  });
});

describe("any run of gestures", () => {
  const number = fc.oneof(fc.double({ min: -3, max: 3 }), fc.double());
  const gestures: fc.Arbitrary<Gesture> = fc.oneof(
    fc.record({ kind: fc.constant("zoom" as const), x: number, factor: number }),
    fc.record({ kind: fc.constant("pan" as const), by: number }),
    fc.record({ kind: fc.constant("stretch" as const), x0: number, x1: number }),
    fc.record({ kind: fc.constant("step" as const), by: fc.constantFrom(-1 as const, 1 as const) }),
    fc.record({ kind: fc.constant("preset" as const), name: fc.constantFrom(...RANGE_ORDER) }),
    fc.record({ kind: fc.constant("now" as const) }),
  );

  it("gives ranges that a link can hold, and none follows now that was not told to", () => {
    fc.assert(
      fc.property(fc.constantFrom(LIVE, PAST), fc.array(gestures, { maxLength: 30 }), (start, run) => {
        let range = start;
        for (const gesture of run) {
          const next = after(range, gesture);
          const { from, to } = next.kind === "fixed" ? next : { from: 0, to: 1 };
          expect(Number.isInteger(from) && Number.isInteger(to) && from < to).toBe(true);
          const hasTurned = next.kind === "last" && range.kind === "fixed";
          expect(!hasTurned || ["preset", "now"].includes(gesture.kind)).toBe(true);
          range = next;
        }
      }),
    );
  });

  it("pans in whole ms without ever changing the length", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 40 }), (run) => {
        const end = run.reduce<TimeRange>((range, by) => after(range, { kind: "pan", by }), PAST);
        expect(end.kind === "fixed" && end.to - end.from).toBe(4 * HOUR);
      }),
    );
  });
});

describe("a range in view", () => {
  const facts = { oldest: NOW - 100 * HOUR, since: NOW - 200 * HOUR, now: NOW };

  it("ends at now, and reaches as far back as it asks for", () => {
    expect(inViewOf(LIVE, facts)).toEqual({ window: { from: NOW - 3 * HOUR, to: NOW }, reach: REACH });
    expect(inViewOf({ kind: "last", name: "all" }, facts).window.from).toBeLessThan(facts.oldest);
  });

  it("is what it is where it stands still", () => {
    const { from, to } = PAST;
    expect(inViewOf(PAST, facts)).toMatchObject({ window: { from, to }, reach: REACH });
  });
});
