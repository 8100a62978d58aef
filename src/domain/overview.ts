/**
 * The overview over a timeline: the longer stretch in which the window in view is marked by a brush, and what moving the
 * brush makes of the window. Its picture is the step area (`runningSteps`) of that longer stretch.
 */
import { RANGE_ORDER, RANGES } from "./time-range.ts";
import { type Window, xOf } from "./window.ts";
import { panBy, SHORTEST_MS } from "./zoom.ts";

/** A brush narrower than this share of the overview is hard to take hold of: a longer overview is not better. */
const LEAST_BRUSH = 1 / 4;

/**
 * How long the overview of a window is: the shortest range that holds the window's beginning and four times its length,
 * else all that is known. It ends at now, so that it is told by its length, ms; unless the window goes on after now.
 * @param reach all that is known (`reachOf`), whose end is now
 */
export function overviewLength(window: Window, reach: Window): number | Window {
  const now = reach.to;
  if (!(window.to <= now)) return { from: Math.min(window.from, reach.from), to: Math.max(window.to, now) };
  const needed = Math.max((window.to - window.from) / LEAST_BRUSH, now - window.from);
  for (const name of RANGE_ORDER) {
    const { ms } = RANGES[name];
    if (ms !== undefined && ms >= needed) return ms;
  }
  return Math.max(now - reach.from, now - window.from);
}

/** Where the brush lies in its overview, 0..1. */
export interface Brush {
  readonly x0: number;
  readonly x1: number;
}

/** @param leastX how wide it is at least, so that it can be seen; it grows to both sides and stays in the overview */
export function brushOf(window: Window, overview: Window, leastX = 0): Brush {
  const [x0, x1] = [xOf(window.from, overview), xOf(window.to, overview)];
  const wide = Math.min(1, leastX);
  if (!(x1 - x0 < wide)) return { x0, x1 };
  const from = Math.min(Math.max(0, (x0 + x1 - wide) / 2), 1 - wide);
  return { x0: from, x1: from + wide };
}

/** What of the brush is held: all of it, or one of its ends. */
export type Grip = "all" | "from" | "to";

/**
 * The window after the brush was dragged from where it lay.
 * @param window as it was when the drag began
 * @param by how far, as a share of the overview; positive is towards the present
 */
export function dragBrush(window: Window, overview: Window, grip: Grip, by: number): Window {
  const span = window.to - window.from;
  const ms = by * (overview.to - overview.from);
  if (!Number.isFinite(ms) || !(span > 0)) return window;
  // An end stops before the other: a brush is never turned round.
  const least = Math.min(span, SHORTEST_MS);
  switch (grip) {
    case "all":
      return panBy(window, ms / span, overview);
    case "from": {
      const from = Math.min(
        Math.max(window.from + ms, Math.min(overview.from, window.from)),
        window.to - least,
      );
      return from === window.from ? window : { from, to: window.to };
    }
    case "to": {
      const to = Math.max(Math.min(window.to + ms, Math.max(overview.to, window.to)), window.from + least);
      return to === window.to ? window : { from: window.from, to };
    }
  }
}

/** Which grip of the brush a place is on: an end within `slackX` of it, all of it in between, undefined beside it. The nearer end wins. */
export function gripAt(x: number, { x0, x1 }: Brush, slackX: number): Grip | undefined {
  const [toFrom, toTo] = [Math.abs(x - x0), Math.abs(x - x1)];
  if (Math.min(toFrom, toTo) <= slackX) return toTo <= toFrom ? "to" : "from";
  return x > x0 && x < x1 ? "all" : undefined;
}

/** The window whose middle is where the overview was clicked, of the same length. */
export function windowAround(x: number, window: Window, overview: Window): Window {
  const middle = (window.from + window.to) / 2;
  const at = overview.from + x * (overview.to - overview.from);
  return panBy(window, (at - middle) / (window.to - window.from), overview);
}
