import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brushOf, dragBrush, type Grip, gripAt, overviewLength, windowAround } from "./overview.ts";
import type { Window } from "./window.ts";
import { SHORTEST_MS } from "./zoom.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23, 12);
const REACH: Window = { from: NOW - 7 * DAY, to: NOW };
const past = (from: number, to = 0): Window => ({ from: NOW + from * HOUR, to: NOW + to * HOUR });

describe("the overview of a window", () => {
  it.each([
    ["3 h up to now", past(-3), 12 * HOUR],
    ["15 min up to now", past(-0.25), HOUR],
    ["1 h up to now", past(-1), 12 * HOUR],
    ["6 h up to now", past(-6), 24 * HOUR],
    ["a little of yesterday morning", past(-20, -19.9), 24 * HOUR],
    ["12 h up to now: all that is known", past(-12), 7 * DAY],
    ["a little of three days ago: all that is known", past(-72, -71), 7 * DAY],
    ["a time before anything was known", past(-900, -899), 900 * HOUR],
  ])("%s", (_, window, length) => {
    expect(overviewLength(window, REACH)).toBe(length);
  });

  it("goes on after now only where the window does", () => {
    expect(overviewLength(past(1, 2), REACH)).toEqual({ from: REACH.from, to: NOW + 2 * HOUR });
  });
});

const OVERVIEW = past(-12);
const told = ({ from, to }: Window) => [(from - NOW) / HOUR, (to - NOW) / HOUR];

describe("the brush", () => {
  it("lies where the window does", () => {
    expect(brushOf(past(-3), OVERVIEW)).toEqual({ x0: 0.75, x1: 1 });
    expect(brushOf(past(-24, -6), OVERVIEW)).toEqual({ x0: 0, x1: 0.5 });
  });

  it.each([
    ["in the middle", past(-6, -6), { x0: 0.45, x1: 0.55 }],
    ["at the end", past(-0.1, 0), { x0: 0.9, x1: 1 }],
    ["at the beginning", past(-24, -20), { x0: 0, x1: 0.1 }],
  ])("is wide enough to be seen %s", (_, window, expected) => {
    const { x0, x1 } = brushOf(window, OVERVIEW, 0.1);
    expect(x0).toBeCloseTo(expected.x0);
    expect(x1).toBeCloseTo(expected.x1);
  });

  it.each<[Grip, number, number[]]>([
    ["all", -0.25, [-9, -6]],
    ["all", -9, [-12, -9]],
    ["all", 9, [-3, 0]],
    ["from", -0.25, [-9, -3]],
    ["from", -9, [-12, -3]],
    ["from", 9, [-3 - SHORTEST_MS / HOUR, -3]],
    ["to", 0.25, [-6, 0]],
    ["to", 9, [-6, 0]],
    ["to", -9, [-6, -6 + SHORTEST_MS / HOUR]],
  ])("dragged by %s for %d", (grip, by, expected) => {
    expect(told(dragBrush(past(-6, -3), OVERVIEW, grip, by))).toEqual(expected);
  });

  it("that is not moved is the same window", () => {
    const window = past(-3);
    for (const grip of ["all", "from", "to"] as const) {
      expect(dragBrush(window, OVERVIEW, grip, 0)).toBe(window);
      expect(dragBrush(window, OVERVIEW, grip, NaN)).toBe(window);
    }
  });

  it.each([
    [0.1, undefined],
    [0.46, "from"],
    [0.54, "from"],
    [0.6, "all"],
    [0.73, "to"],
    [0.79, "to"],
    [0.9, undefined],
  ])("is held at %d by %s", (x, grip) => {
    expect(gripAt(x, { x0: 0.5, x1: 0.75 }, 0.05)).toBe(grip);
  });

  it("is held by its nearer end where both are near, by the later where they are equally so", () => {
    expect(gripAt(0.49, { x0: 0.5, x1: 0.51 }, 0.05)).toBe("from");
    expect(gripAt(0.5, { x0: 0.5, x1: 0.5 }, 0.05)).toBe("to");
  });

  it("goes where the overview is clicked", () => {
    expect(told(windowAround(0.5, past(-3), OVERVIEW))).toEqual([-7.5, -4.5]);
    expect(told(windowAround(0, past(-3), OVERVIEW))).toEqual([-12, -9]);
  });
});

describe("any brush", () => {
  const windows = fc
    .tuple(fc.integer({ min: -40, max: -1 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => past(from, from + length));
  const share = fc.double({ min: -2, max: 2, noNaN: true });

  it("lies in an overview that holds its window", () => {
    fc.assert(
      fc.property(windows, (window) => {
        const length = overviewLength(window, REACH);
        const overview = typeof length === "number" ? { from: NOW - length, to: NOW } : length;
        expect(overview.from).toBeLessThanOrEqual(window.from);
        expect(overview.to).toBeGreaterThanOrEqual(window.to);
        const { x0, x1 } = brushOf(window, overview);
        const at = (x: number) => overview.from + x * (overview.to - overview.from);
        expect(at(x0)).toBeCloseTo(window.from, 1);
        expect(at(x1)).toBeCloseTo(window.to, 1);
      }),
    );
  });

  it("is never turned round, nor dragged out of the overview", () => {
    fc.assert(
      fc.property(windows, fc.constantFrom<Grip>("all", "from", "to"), share, (window, grip, by) => {
        const room = { from: Math.min(window.from, OVERVIEW.from), to: Math.max(window.to, OVERVIEW.to) };
        const { from, to } = dragBrush(window, OVERVIEW, grip, by);
        expect(to - from).toBeGreaterThan(SHORTEST_MS - 1);
        expect(from).toBeGreaterThanOrEqual(room.from - 1);
        expect(to).toBeLessThanOrEqual(room.to + 1);
      }),
    );
  });

  it("keeps the end that is not held, and its length when all of it is", () => {
    fc.assert(
      fc.property(windows, share, (window, by) => {
        expect(dragBrush(window, OVERVIEW, "from", by).to).toBe(window.to);
        expect(dragBrush(window, OVERVIEW, "to", by).from).toBe(window.from);
        const { from, to } = dragBrush(window, OVERVIEW, "all", by);
        expect(to - from).toBeCloseTo(window.to - window.from, 1);
      }),
    );
  });

  it("is as wide as asked and never beyond the overview", () => {
    fc.assert(
      fc.property(windows, fc.double({ min: 0, max: 1, noNaN: true }), (window, least) => {
        const { x0, x1 } = brushOf(window, OVERVIEW, least);
        expect(x1 - x0).toBeGreaterThanOrEqual(least - 1e-9);
        expect(0 <= x0 && x1 <= 1 + 1e-9).toBe(true);
      }),
    );
  });
});
