import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawWashes } from "./washes.ts";

const window = { from: 0, to: 1000 };
const NOW = 1000;

describe("the washes of a window", () => {
  it("are the time before the first answer and the gaps between answers", () => {
    const watched = [
      { from: 100, to: 400 },
      { from: 500, to: 1000 },
    ];
    expect(drawWashes({ watched, window, now: NOW, freshForMs: 400 })).toEqual({
      washes: [
        { kind: "before-watching", from: undefined, to: 100, x0: 0, x1: 0.1 },
        { kind: "gap", from: 400, to: 500, x0: 0.4, x1: 0.5 },
      ],
      eye: 0.1,
    });
  });

  it("reach from an answer that has grown old to now", () => {
    const watched = [{ from: -100, to: 700 }];
    expect(drawWashes({ watched, window, now: NOW, freshForMs: 100 })).toEqual({
      washes: [{ kind: "since-last", from: 700, to: 1000, x0: 0.7, x1: 1 }],
      eye: undefined,
    });
    expect(drawWashes({ watched, window, now: NOW, freshForMs: 400 }).washes).toEqual([]);
  });

  it("are everything up to now before any answer", () => {
    expect(drawWashes({ watched: [], window, now: 800, freshForMs: 400 })).toEqual({
      washes: [{ kind: "before-watching", from: undefined, to: 800, x0: 0, x1: 0.8 }],
      eye: undefined,
    });
  });

  it("tell their whole extent where the window cuts them", () => {
    const watched = [
      { from: -900, to: -500 },
      { from: 300, to: 600 },
      { from: 1500, to: 1600 },
    ];
    expect(drawWashes({ watched, window, now: 1600, freshForMs: 400 }).washes).toEqual([
      { kind: "gap", from: -500, to: 300, x0: 0, x1: 0.3 },
      { kind: "gap", from: 600, to: 1500, x0: 0.6, x1: 1 },
    ]);
  });

  it("leave out what only touches the window", () => {
    const watched = [
      { from: -50, to: -20 },
      { from: 0, to: 1000 },
      { from: 1100, to: 1200 },
    ];
    expect(drawWashes({ watched, window, now: 1200, freshForMs: 400 })).toEqual({
      washes: [],
      eye: undefined,
    });
  });

  it("stop at now in a window that goes on after it", () => {
    const watched = [{ from: 0, to: 300 }];
    expect(drawWashes({ watched, window, now: 500, freshForMs: 100 }).washes).toEqual([
      { kind: "since-last", from: 300, to: 500, x0: 0.3, x1: 0.5 },
    ]);
  });

  it("stop at now when the clock was set back and answers lie after it", () => {
    const watched = [
      { from: 0, to: 300 },
      { from: 800, to: 900 },
    ];
    expect(drawWashes({ watched, window, now: 500, freshForMs: 100 }).washes).toEqual([
      { kind: "gap", from: 300, to: 500, x0: 0.3, x1: 0.5 },
    ]);
  });

  it("put the eye on the very first answer only, where the window holds it", () => {
    const watched = [
      { from: 0, to: 100 },
      { from: 200, to: 1000 },
    ];
    expect(drawWashes({ watched, window, now: NOW, freshForMs: 400 }).eye).toBe(0);
    expect(
      drawWashes({ watched, window: { from: 1, to: 1000 }, now: NOW, freshForMs: 400 }).eye,
    ).toBeUndefined();
  });

  /** Stretches that rise and stay apart. */
  const anyWatched = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 300 })), { maxLength: 10 })
    .map((pairs) => {
      let at = -500;
      return pairs.map(([gap, length]) => {
        const from = at + gap;
        at = from + length;
        return { from, to: at };
      });
    });

  it("cover exactly the instants of the window, up to now, at which nobody watched", () => {
    fc.assert(
      fc.property(
        anyWatched,
        fc.constantFrom(0, 1e6),
        fc.integer({ min: 0, max: 999 }),
        (watched, freshForMs, instant) => {
          const middle = instant + 0.5;
          const { washes } = drawWashes({ watched, window, now: NOW, freshForMs });
          const last = watched.at(-1);
          const isFresh = last !== undefined && NOW - last.to <= freshForMs;
          const isWatched =
            watched.some(({ from, to }) => from <= middle && middle <= to) || (isFresh && middle > last.to);
          expect(washes.some(({ x0, x1 }) => x0 * 1000 < middle && middle < x1 * 1000)).toBe(!isWatched);
        },
      ),
    );
  });

  it("rise, stay apart, and lie in the window", () => {
    fc.assert(
      fc.property(anyWatched, fc.nat(1500), (watched, freshForMs) => {
        let before = 0;
        for (const { x0, x1 } of drawWashes({ watched, window, now: NOW, freshForMs }).washes) {
          expect(before <= x0 && x0 < x1 && x1 <= 1).toBe(true);
          before = x1;
        }
      }),
    );
  });
});
