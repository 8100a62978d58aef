/**
 * What a reader's gesture makes of the range in the link.
 *
 * A range that ends at now follows it until the reader moves the picture to a stretch of their own: that stands still, as absolute
 * times. It follows again only when the reader says so, by a preset or "back to now": a picture that begins to move by
 * itself because it was pushed to the edge would take the reader by surprise.
 */
import { frameLength } from "./frame.ts";
import { RANGES, RANGE_ORDER, type RangeName, stepRange, type TimeRange } from "./time-range.ts";
import type { Window } from "./window.ts";
import { panBy, reachOf, STEP, zoomAbout, zoomTo } from "./zoom.ts";

export type Gesture =
  /** Wheel or pinch. `x` in 0..1 of the window; a factor above 1 makes everything larger. */
  | { readonly kind: "zoom"; readonly x: number; readonly factor: number }
  /** Share of the window; positive is towards the present. */
  | { readonly kind: "pan"; readonly by: number }
  /** A stretch dragged over the axis, its ends in 0..1 of the window in either order. */
  | { readonly kind: "stretch"; readonly x0: number; readonly x1: number }
  /** The overview's brush, or any other stretch chosen as it is. */
  | { readonly kind: "window"; readonly window: Window }
  /** The next shorter (-1) or longer (1) window. */
  | { readonly kind: "step"; readonly by: -1 | 1 }
  | { readonly kind: "preset"; readonly name: RangeName }
  /** Back to now: follows it again, with about as much in view. */
  | { readonly kind: "now" };

export interface InView {
  /** What the range comes to at this moment. */
  readonly window: Window;
  /** Where windows can go (`reachOf`). */
  readonly reach: Window;
}

interface Knowledge {
  /** Where `all` reaches back to, epoch ms. */
  readonly oldest: number | undefined;
  /** The first instant of which anything is known, epoch ms. */
  readonly since: number | undefined;
  readonly now: number;
}

/** What a range comes to at this moment, and where gestures can take it. */
export function inViewOf(range: TimeRange, { oldest, since, now }: Knowledge): InView {
  const length = frameLength(range, oldest, now);
  return {
    window: typeof length === "number" ? { from: now - length, to: now } : length,
    reach: reachOf(since, now),
  };
}

/** The range after a gesture; the same object where nothing comes of it, so that no step goes into the history. */
export function rangeAfter(range: TimeRange, gesture: Gesture, { window, reach }: InView): TimeRange {
  switch (gesture.kind) {
    case "zoom":
      return asFixed(range, window, zoomAbout(window, gesture.x, gesture.factor, reach));
    case "pan":
      return asFixed(range, window, panBy(window, gesture.by, reach));
    case "stretch":
      return asFixed(range, window, zoomTo(window, gesture.x0, gesture.x1, reach));
    case "window":
      return asFixed(range, window, gesture.window);
    case "step":
      if (range.kind === "last") return stepRange(range, gesture.by);
      return asFixed(range, window, zoomAbout(window, 0.5, STEP ** -gesture.by, reach));
    case "preset":
      return asLast(range, gesture.name);
    case "now":
      return range.kind === "last" ? range : asLast(range, nearestRange(window.to - window.from));
  }
}

function asFixed(range: TimeRange, before: Window, after: Window): TimeRange {
  if (after === before) return range;
  // A link has whole ms; the length is rounded by itself, so that panning keeps it.
  const from = Math.round(after.from);
  const to = from + Math.round(after.to - after.from);
  if (!(from < to) || !Number.isFinite(to)) return range;
  const isSame = range.kind === "fixed" && range.from === from && range.to === to;
  return isSame ? range : { kind: "fixed", from, to };
}

const asLast = (range: TimeRange, name: RangeName): TimeRange =>
  range.kind === "last" && range.name === name ? range : { kind: "last", name };

/** The range that ends at now whose length is the nearest, as a ratio; all there is for more than any of them. */
export function nearestRange(spanMs: number): RangeName {
  let nearest: RangeName = "all";
  let least = Infinity;
  for (const name of RANGE_ORDER) {
    const { ms } = RANGES[name];
    const off = ms === undefined ? Infinity : Math.abs(Math.log(spanMs / ms));
    if (off < least) [nearest, least] = [name, off];
  }
  return spanMs > 2 * RANGES["24h"].ms ? "all" : nearest;
}
