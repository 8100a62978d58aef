import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCluster } from "../../domain/cluster.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import type { KnownSession, KnownTraining } from "../../domain/known.ts";
import { sessionRow } from "../../domain/session-row.ts";
import { readTrainingState } from "../../domain/states.ts";
import type { AsOf } from "../../domain/training-end.ts";
import type { Window } from "../../domain/window.ts";
import { SLACK } from "../../ui/bar-sizes.ts";
import {
  drawingOf,
  extentOf,
  inReadingOrder,
  leastOf,
  nameOf,
  type PlacedShape,
  shapeAt,
  shapeWith,
} from "./lane-shapes.ts";
import { type Brushes, paintShape } from "./paint-shapes.ts";

const NOW = 1_000_000;
const TOP = 100;

const states = fc.constantFrom("starting", "running", "completed", "failed", "new to us");
const trainings: fc.Arbitrary<KnownTraining> = fc
  .record({
    from: fc.nat(NOW),
    lasted: fc.nat(200_000),
    within: fc.nat(60_000),
    state: states,
    sight: fc.boolean(),
  })
  .map(({ from, lasted, within, state: rawState, sight }) => {
    const state = readTrainingState(rawState);
    const after = from + lasted;
    const hasEnded = state === "completed" || state === "failed";
    return {
      training: { id: `t${from}`, createdAt: from, state, rawState },
      seen: [{ state, rawState, entered: { after: undefined, by: from } }],
      end: hasEnded ? { after: sight ? after : undefined, by: after + within } : undefined,
    };
  });
const sessions: fc.Arbitrary<KnownSession> = fc
  .record({
    list: fc.uniqueArray(trainings, { selector: ({ training }) => training.id, maxLength: 12 }),
    isGone: fc.boolean(),
  })
  .map(({ list, isGone }) => ({
    ...knownSession({ startedAt: 0, ...(isGone ? { ended: { after: NOW - 5_000, by: NOW } } : {}) }),
    trainings: list.toSorted((a, b) => a.training.createdAt - b.training.createdAt),
  }));
const windows: fc.Arbitrary<Window> = fc
  .tuple(fc.nat(NOW - 1), fc.integer({ min: 1_000, max: 2 * NOW }))
  .map(([from, length]) => ({ from, to: from + length }));
const looks: fc.Arbitrary<AsOf> = fc
  .boolean()
  .map((isStale) => ({ now: NOW, latestAt: isStale ? NOW - 90_000 : NOW, freshForMs: 12_500 }));
const widths = fc.integer({ min: 200, max: 1_200 });

const drawn = fc
  .record({ session: sessions, window: windows, look: looks, width: widths })
  .map(({ session, window, look, width }) => {
    const row = sessionRow(session);
    const placed = { row, pictureTop: TOP, pictureHeight: row.height };
    return { row, width, shapes: drawingOf(placed, window, width, look).shapes };
  });

/** What of a canvas the rectangles and lines take that are painted on it, px. */
function reachOfPaint({ shape, place }: PlacedShape, width: number): { left: number; right: number } {
  const reach = { left: Infinity, right: -Infinity };
  const mark = (x0: number, x1: number) => {
    reach.left = Math.min(reach.left, x0);
    reach.right = Math.max(reach.right, x1);
  };
  const rectangle = (x: number, _y: number, wide: number) => mark(x, x + wide);
  const point = (x: number) => mark(x, x);
  const context = new Proxy<Record<string, unknown>>(
    {
      fillRect: rectangle,
      strokeRect: rectangle,
      roundRect: rectangle,
      moveTo: point,
      lineTo: point,
      createLinearGradient: () => ({ addColorStop: () => undefined }),
    },
    { get: (known, name) => known[String(name)] ?? (() => undefined), set: () => true },
  );
  // oxlint-disable-next-line typescript/consistent-type-assertions -- only what is painted by
  const brushes = { context, colours: {}, hatch: () => "" } as unknown as Brushes;
  paintShape(brushes, shape, place, width);
  return reach;
}

describe("where the shapes of a row lie", () => {
  it("is where they are painted, to half a pixel of a line", () => {
    fc.assert(
      fc.property(drawn, ({ shapes, width }) => {
        for (const placed of shapes) {
          const { left, right } = extentOf(placed.shape, width);
          const painted = reachOfPaint(placed, width);
          expect(painted.left).toBeGreaterThanOrEqual(left - 0.5);
          expect(painted.right).toBeLessThanOrEqual(right + 0.5);
          // One that is ended leaves a hair's breadth before the next.
          expect(painted.right).toBeGreaterThanOrEqual(right - 1.5);
          expect(painted.left).toBeLessThanOrEqual(left + 0.5);
        }
      }),
    );
  });

  it("is in the row, one lane under the other", () => {
    fc.assert(
      fc.property(drawn, ({ row, shapes }) => {
        for (const { place } of shapes) {
          expect(place.y).toBeGreaterThanOrEqual(TOP);
          expect(place.y + place.height).toBeLessThanOrEqual(TOP + row.height);
        }
      }),
    );
  });
});

describe("a training that ended before anybody watched", () => {
  const session: KnownSession = {
    ...knownSession({ startedAt: 0 }),
    trainings: [
      {
        training: { id: "t", createdAt: 100_000, state: "failed", rawState: "failed" },
        seen: [{ state: "failed", rawState: "failed", entered: { after: undefined, by: 600_000 } }],
        end: { after: undefined, by: 600_000 },
      },
    ],
  };
  const row = sessionRow(session);
  const least = (window: Window) => {
    const look = { now: NOW, latestAt: NOW, freshForMs: 12_500 };
    const { shapes } = drawingOf({ row, pictureTop: TOP, pictureHeight: row.height }, window, 1_000, look);
    return shapes.map(({ shape }) => !isCluster(shape) && leastOf(shape));
  };

  it("has the cap of its beginning where it began, and none at the edge of the view", () => {
    expect(least({ from: 50_000, to: NOW })).toEqual([3]);
    expect(least({ from: 400_000, to: NOW })).toEqual([0]);
  });
});

describe("the shape under a pointer", () => {
  it("is the uppermost that is painted there: nothing that is seen is out of reach", () => {
    fc.assert(
      fc.property(drawn, ({ shapes, width }) => {
        for (const [order, placed] of shapes.entries()) {
          const { left, right } = extentOf(placed.shape, width);
          const found = shapeAt(shapes, (left + right) / 2, placed.place.y + 1, width);
          expect(found && shapes.indexOf(found)).toBeGreaterThanOrEqual(order);
        }
      }),
    );
  });

  it("is none further from it than the slack", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: -50, max: 1_300 }), fc.nat(60), ({ shapes, width }, x, down) => {
        const found = shapeAt(shapes, x, TOP - 10 + down, width);
        if (!found) return;
        const { left, right } = extentOf(found.shape, width);
        expect(x).toBeGreaterThanOrEqual(left - SLACK);
        expect(x).toBeLessThanOrEqual(right + SLACK);
      }),
    );
  });
});

describe("keys along a lane", () => {
  it("come to each shape once, from the first to the last", () => {
    fc.assert(
      fc.property(drawn, ({ shapes }) => {
        const order = inReadingOrder(shapes);
        expect(new Set(order.map(({ shape }) => nameOf(shape))).size).toBe(shapes.length);
        expect(order.map(({ shape }) => shape.from)).toEqual(
          order.map(({ shape }) => shape.from).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it("stay with a training that a zoom joins to others, and lose none while anything is in view", () => {
    fc.assert(
      fc.property(drawn, drawn, ({ shapes: before }, { shapes: after }) => {
        for (const { shape } of before) {
          expect(shapeWith(before, nameOf(shape), shape.from)?.shape).toBe(shape);
          expect(shapeWith(after, nameOf(shape), shape.from) === undefined).toBe(after.length === 0);
          const last = isCluster(shape) ? shape.lastId : shape.trainingId;
          expect(shapeWith(before, last, shape.from)?.shape).toBe(shape);
        }
      }),
    );
  });
});
