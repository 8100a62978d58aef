/** Where the shapes of a session's row lie on the canvas: what is painted there, and what a pointer there is on. Px. */
import { type Cluster, clusterMarks, isCluster, type Shape } from "../../domain/cluster.ts";
import type { SessionRow } from "../../domain/session-row.ts";
import { drawStrip, type Life, type Mark } from "../../domain/timeline.ts";
import type { AsOf } from "../../domain/training-end.ts";
import type { Window } from "../../domain/window.ts";
import { LEAST_BAR, LEAST_RUNNING, LEAST_STARTING, SLACK } from "../../ui/bar-sizes.ts";

/** Where a lane lies, px from the top of what its row is placed in. */
export interface LanePlace {
  readonly y: number;
  readonly height: number;
}

/** A session's row on the canvas, px: of its picture, which words may stand above. */
export interface PlacedPicture {
  readonly row: SessionRow;
  readonly pictureTop: number;
  readonly pictureHeight: number;
}

export interface PlacedShape {
  readonly shape: Shape;
  readonly place: LanePlace;
}

interface Drawing {
  /** Earlier ones first: later ones are drawn over them. */
  readonly lives: readonly Life[];
  /** In the order in which they are painted. */
  readonly shapes: readonly PlacedShape[];
}

/** Of what is open, px. */
const LEAST_OPEN = { running: LEAST_RUNNING, starting: LEAST_STARTING } as const;
/** Narrower ones are drawn over wider ones. Px. */
const NARROW = 8;

/** The least width of what is drawn for a mark, px. */
export function leastOf({ state, tail, cutStart }: Mark): number {
  // The cap of a beginning belongs where it began, and that is out of view.
  if (cutStart && tail.kind === "before-watching") return 0;
  return (tail.kind === "open" || tail.kind === "not-seen") && (state === "running" || state === "starting")
    ? LEAST_OPEN[state]
    : LEAST_BAR;
}

/** Where the lanes of a session's row lie, as the design has them. */
function lanePlaces(lanes: number, top: number, height: number): readonly LanePlace[] {
  const bar = lanes === 1 ? 12 : lanes === 2 ? 8 : 7;
  const all = lanes * bar + (lanes - 1) * 2;
  const first = top + (height - all) / 2;
  return Array.from({ length: lanes }, (_, lane) => ({
    y: Math.round(first + lane * (bar + 2)),
    height: bar,
  }));
}

/** @param width of the window, px */
export function drawingOf(placed: PlacedPicture, window: Window, width: number, look: AsOf): Drawing {
  const { row, pictureTop, pictureHeight } = placed;
  const strip = drawStrip({ session: row.known, window, look });
  const places = lanePlaces(row.lanes, pictureTop, pictureHeight);
  const lives = [...strip.earlier, strip];
  const shapes = lives.flatMap(({ marks }) => {
    const all = clusterMarks(marks, window, width).flatMap((shape) => {
      const place = places[Math.min(shape.lane, places.length - 1)];
      return place ? [{ shape, place }] : [];
    });
    return [
      ...all.filter(({ shape }) => !isNarrow(shape, width)),
      ...all.filter(({ shape }) => isNarrow(shape, width)),
    ];
  });
  return { lives, shapes };
}

const isNarrow = (shape: Shape, width: number): boolean =>
  isCluster(shape) || (shape.x1 - shape.x0) * width < NARROW;

/** From where to where a shape is painted, least widths and tails and all. Px from the beginning of the window. */
export function extentOf(shape: Shape, width: number): { readonly left: number; readonly right: number } {
  const [left, solidTo] = [shape.x0 * width, shape.x1 * width];
  if (isCluster(shape)) return { left, right: Math.max(solidTo, left + LEAST_BAR) };
  const least = leastOf(shape);
  // What reaches now grows leftwards.
  if (shape.tail.kind === "open") return { left: Math.min(left, solidTo - least), right: solidTo };
  const tailTo = "x1" in shape.tail ? shape.tail.x1 * width : solidTo;
  return { left, right: Math.max(solidTo, left + least, tailTo) };
}

/** The shape at a place, or the nearest of those that are no further than the slack; where two lie there, the upper one. */
export function shapeAt(
  shapes: readonly PlacedShape[],
  x: number,
  y: number,
  width: number,
): PlacedShape | undefined {
  let nearest: PlacedShape | undefined;
  let least = SLACK;
  for (const placed of shapes) {
    const { left, right } = extentOf(placed.shape, width);
    const { y: top, height } = placed.place;
    const off = Math.max(left - x, x - right, top - y, y - top - height, 0);
    if (off <= least) [nearest, least] = [placed, off];
  }
  return nearest;
}

/** As they are read, from the left: by when they begin, then from the uppermost lane. */
export const inReadingOrder = (shapes: readonly PlacedShape[]): readonly PlacedShape[] =>
  shapes.toSorted((a, b) => a.shape.from - b.shape.from || a.shape.lane - b.shape.lane);

/** What a shape is told by: its training, or the first of many. */
export const nameOf = (shape: Mark | Cluster): string =>
  isCluster(shape) ? shape.firstId : shape.trainingId;

/**
 * The shape that has a training, after a zoom has joined or parted them: that which it names, else the one that begins next
 * to it.
 * @param from creation of the training, epoch ms
 */
export function shapeWith(
  shapes: readonly PlacedShape[],
  training: string,
  from: number,
): PlacedShape | undefined {
  const named = shapes.find(
    ({ shape }) => nameOf(shape) === training || (isCluster(shape) && shape.lastId === training),
  );
  if (named) return named;
  const sorted = inReadingOrder(shapes);
  return sorted.findLast(({ shape }) => shape.from <= from) ?? sorted[0];
}
