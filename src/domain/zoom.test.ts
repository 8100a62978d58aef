import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Window, xOf } from "./window.ts";
import { LONGEST_MS, panBy, reachOf, SHORTEST_MS, wheelFactor, zoomAbout, zoomTo } from "./zoom.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23, 12);
const REACH: Window = { from: NOW - 7 * DAY, to: NOW };
const LAST_3H: Window = { from: NOW - 3 * HOUR, to: NOW };
const hours = ({ from, to }: Window) => [(from - NOW) / HOUR, (to - NOW) / HOUR];

describe("where windows can go", () => {
  it("is all that is known with a little room before it, up to now", () => {
    expect(reachOf(NOW - 10 * DAY, NOW)).toEqual({ from: NOW - 10.4 * DAY, to: NOW });
  });

  it.each([undefined, NOW, NOW - HOUR, NOW + DAY, NaN])(
    "is a day at least, where the oldest is %s",
    (oldest) => {
      expect(reachOf(oldest, NOW)).toEqual({ from: NOW - DAY, to: NOW });
    },
  );

  it("is ten years at most, whatever a server says", () => {
    expect(reachOf(0, NOW)).toEqual({ from: NOW - LONGEST_MS, to: NOW });
    expect(reachOf(-Infinity, NOW)).toEqual({ from: NOW - LONGEST_MS, to: NOW });
  });
});

describe("zooming about a place", () => {
  it.each([
    ["in, about the middle", 0.5, 2, [-2.25, -0.75]],
    ["in, about the beginning", 0, 3, [-3, -2]],
    ["in, about now", 1, 3, [-1, 0]],
    ["out, about now", 1, 0.5, [-6, 0]],
    ["out, held back by now", 0.5, 0.5, [-6, 0]],
    ["out, to all there is and no more", 0.5, 1e-9, [-7 * 24, 0]],
  ])("%s", (_, x, factor, expected) => {
    expect(hours(zoomAbout(LAST_3H, x, factor, REACH))).toEqual(expected);
  });

  it("stops at the shortest", () => {
    expect(zoomAbout(LAST_3H, 1, 1e9, REACH)).toEqual({ from: NOW - SHORTEST_MS, to: NOW });
  });

  it("is nothing where the limit is reached already, and then the window is the same object", () => {
    const shortest = { from: NOW - SHORTEST_MS, to: NOW };
    expect(zoomAbout(shortest, 0.3, 2, REACH)).toBe(shortest);
    expect(zoomAbout(REACH, 0.3, 0.5, REACH)).toBe(REACH);
  });

  it("does not make a window longer that a link made shorter than the shortest", () => {
    const tiny = { from: NOW - 1000, to: NOW };
    expect(zoomAbout(tiny, 0.5, 4, REACH)).toBe(tiny);
  });
});

describe("panning", () => {
  it.each([
    ["back", -0.5, [-4.5, -1.5]],
    ["back to the edge of what is known", -1e9, [-7 * 24, -7 * 24 + 3]],
  ])("%s", (_, share, expected) => {
    expect(hours(panBy(LAST_3H, share, REACH))).toEqual(expected);
  });

  it("stops at now", () => {
    expect(panBy(LAST_3H, 0.1, REACH)).toBe(LAST_3H);
    const past = { from: NOW - 4 * HOUR, to: NOW - HOUR };
    expect(hours(panBy(past, 1, REACH))).toEqual([-3, 0]);
  });
});

describe("zooming to a dragged stretch", () => {
  it.each([
    ["from left to right", 0, 0.5, [-3, -1.5]],
    ["from right to left", 0.5, 0, [-3, -1.5]],
    ["beyond the window", -3, 0.25, [-3, -2.25]],
  ])("%s", (_, a, b, expected) => {
    expect(hours(zoomTo(LAST_3H, a, b, REACH))).toEqual(expected);
  });

  it("has something around a stretch too short to show, as a click would be", () => {
    expect(zoomTo(LAST_3H, 0.5, 0.5, REACH)).toEqual({
      from: NOW - 1.5 * HOUR - SHORTEST_MS / 2,
      to: NOW - 1.5 * HOUR + SHORTEST_MS / 2,
    });
    expect(zoomTo(LAST_3H, 1, 1, REACH)).toEqual({ from: NOW - SHORTEST_MS, to: NOW });
  });
});

describe("a window outside its reach", () => {
  const future = { from: NOW + DAY, to: NOW + DAY + HOUR };
  const longAgo = { from: NOW - 30 * DAY, to: NOW - 30 * DAY + HOUR };

  it("keeps its place when it is zoomed", () => {
    expect(zoomAbout(future, 0.5, 2, REACH)).toEqual({
      from: future.from + HOUR / 4,
      to: future.to - HOUR / 4,
    });
  });

  it("can come nearer and go no further", () => {
    expect(panBy(future, 1, REACH)).toBe(future);
    expect(panBy(future, -1, REACH)).toEqual({ from: NOW + DAY - HOUR, to: NOW + DAY });
    expect(panBy(longAgo, -1, REACH)).toBe(longAgo);
    expect(panBy(longAgo, 1, REACH)).toEqual({ from: longAgo.to, to: longAgo.to + HOUR });
  });
});

describe("a turn of the wheel", () => {
  it.each([
    ["nothing", 0, 1],
    ["a notch away from the reader", -100, 1.2],
    ["a notch towards the reader", 100, 1 / 1.2],
    ["more than a few steps", -Infinity, 1.2 ** 6],
    ["no number", NaN, 1],
  ])("of %s", (_, px, factor) => {
    expect(wheelFactor(px)).toBeCloseTo(factor);
  });

  it("and the same turn back come to nothing", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (px) => {
        expect(wheelFactor(px) * wheelFactor(-px)).toBeCloseTo(1);
        expect(wheelFactor(px)).toBeLessThan(4);
      }),
    );
  });
});

/** Within the reach, a minute to a week long. */
const windows = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 60_000, max: 7 * DAY }))
  .map(([place, span]): Window => {
    const from = Math.round(REACH.from + place * (7 * DAY - span));
    return { from, to: from + span };
  });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const factors = fc.double({ min: 0.01, max: 100, noNaN: true });
const hostile = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1, 1e300, -1e300, 5e-324, Number.MAX_SAFE_INTEGER),
  fc.double(),
);
const lengthOf = ({ from, to }: Window) => to - from;
const at = (window: Window, x: number) => window.from + x * lengthOf(window);
const isWithin = (inner: Window, outer: Window) =>
  inner.from >= outer.from - 0.01 && inner.to <= outer.to + 0.01;

describe("any zoom", () => {
  it("leaves what is under the pointer where it is, but for an edge in the way", () => {
    fc.assert(
      fc.property(windows, share, factors, (window, x, factor) => {
        const next = zoomAbout(window, x, factor, REACH);
        const off = Math.abs(at(next, x) - at(window, x));
        const isAtEdge = next.from <= REACH.from + 0.01 || next.to >= REACH.to - 0.01;
        expect(isAtEdge && factor < 1 ? 0 : off).toBeLessThan(1);
      }),
    );
  });

  it("in and out again by as much about the same place changes nothing", () => {
    fc.assert(
      fc.property(windows, share, fc.double({ min: 1, max: 10, noNaN: true }), (window, x, factor) => {
        const there = zoomAbout(window, x, factor, REACH);
        fc.pre(lengthOf(there) > SHORTEST_MS);
        const back = zoomAbout(there, x, 1 / factor, REACH);
        expect(Math.abs(back.from - window.from)).toBeLessThan(1);
        expect(Math.abs(back.to - window.to)).toBeLessThan(1);
      }),
    );
  });

  it("keeps the order of instants", () => {
    const instants = fc.tuple(share, share).map(([a, b]) => [at(REACH, a), at(REACH, b)] as const);
    fc.assert(
      fc.property(windows, share, factors, instants, (window, x, factor, [a, b]) => {
        const next = zoomAbout(window, x, factor, REACH);
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        expect(xOf(first, next)).toBeLessThanOrEqual(xOf(second, next));
      }),
    );
  });

  it("makes a larger factor no longer a window", () => {
    fc.assert(
      fc.property(windows, share, factors, factors, (window, x, f, g) => {
        const [less, more] = [Math.min(f, g), Math.max(f, g)];
        expect(lengthOf(zoomAbout(window, x, more, REACH))).toBeLessThanOrEqual(
          lengthOf(zoomAbout(window, x, less, REACH)) + 0.01,
        );
      }),
    );
  });

  it("to a stretch shows all of the stretch and nothing beyond the window", () => {
    fc.assert(
      fc.property(windows, share, share, (window, a, b) => {
        const next = zoomTo(window, a, b, REACH);
        expect(isWithin(next, window) || lengthOf(next) <= SHORTEST_MS).toBe(true);
        expect(next.from).toBeLessThanOrEqual(at(window, Math.min(a, b)) + 0.01);
        expect(next.to).toBeGreaterThanOrEqual(at(window, Math.max(a, b)) - 0.01);
      }),
    );
  });
});

describe("any pan", () => {
  it("keeps the length, and the way back is the same way", () => {
    fc.assert(
      fc.property(windows, fc.double({ min: -2, max: 2, noNaN: true }), (window, by) => {
        const next = panBy(window, by, REACH);
        expect(lengthOf(next)).toBeCloseTo(lengthOf(window), 2);
        expect(Math.sign(next.from - window.from) * Math.sign(by)).toBeGreaterThanOrEqual(0);
        const isHeld = next.from <= REACH.from + 0.01 || next.to >= REACH.to - 0.01;
        expect(isHeld ? window.from : panBy(next, -by, REACH).from).toBeCloseTo(window.from, 1);
      }),
    );
  });
});

describe("any run of gestures", () => {
  const gestures = fc.array(
    fc.oneof(
      fc.tuple(share, factors).map(
        ([x, f]) =>
          (w: Window) =>
            zoomAbout(w, x, f, REACH),
      ),
      fc.double({ min: -3, max: 3, noNaN: true }).map((by) => (w: Window) => panBy(w, by, REACH)),
      fc.tuple(share, share).map(
        ([a, b]) =>
          (w: Window) =>
            zoomTo(w, a, b, REACH),
      ),
    ),
    { maxLength: 30 },
  );

  it("stays within the reach, and between the shortest and the longest window", () => {
    fc.assert(
      fc.property(windows, gestures, (window, run) => {
        for (const next of run) {
          window = next(window);
          expect(isWithin(window, REACH)).toBe(true);
          expect(lengthOf(window)).toBeGreaterThan(SHORTEST_MS - 0.01);
        }
      }),
    );
  });

  it("gives a window that is one, for numbers that make no sense too", () => {
    const anyWindow = fc.oneof(windows, fc.record({ from: hostile, to: hostile }));
    fc.assert(
      fc.property(anyWindow, anyWindow, hostile, hostile, (window, reach, a, b) => {
        for (const next of [
          zoomAbout(window, a, b, reach),
          panBy(window, a, reach),
          zoomTo(window, a, b, reach),
        ]) {
          if (next === window) continue;
          expect(next.from).toBeLessThan(next.to);
          expect(Number.isFinite(next.from) && Number.isFinite(next.to)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
