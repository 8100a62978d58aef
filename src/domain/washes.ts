/** Where nobody was looking: before the first answer, between watched stretches, and after an answer grown old. */
import type { Watched } from "./known.ts";
import { meets, type Window, xOf } from "./window.ts";

export interface Wash {
  /** `since-last`: no fresh answer up to now. */
  readonly kind: "before-watching" | "gap" | "since-last";
  /** Epoch ms, not cut by the window; before watching there is no beginning. */
  readonly from: number | undefined;
  readonly to: number;
  /** 0..1 of the window. */
  readonly x0: number;
  readonly x1: number;
}

export interface Washes {
  /** Oldest first, apart from each other; none is wholly outside the window. */
  readonly washes: readonly Wash[];
  /** x of the first answer; undefined where the window does not hold it, or there is none yet. */
  readonly eye: number | undefined;
}

export interface WashesInput {
  /** `Known.watched`: oldest first, apart from each other. */
  readonly watched: readonly Watched[];
  readonly window: Window;
  readonly now: number;
  /** How long an answer speaks for now, ms: 2.5 polling intervals. */
  readonly freshForMs: number;
}

/** The washes of a window. Nothing after `now` is washed. */
export function drawWashes({ watched, window, now, freshForMs }: WashesInput): Washes {
  const washes: Wash[] = [];
  const add = (kind: Wash["kind"], from: number | undefined, by: number) => {
    const to = Math.min(by, now);
    const start = from ?? window.from;
    // Touching the window's edge is not enough: a wash without width is no wash.
    if (to <= start || to <= window.from || start >= window.to) return;
    washes.push({ kind, from, to, x0: xOf(start, window), x1: xOf(to, window) });
  };

  let last: number | undefined;
  for (const { from, to } of watched) {
    add(last === undefined ? "before-watching" : "gap", last, from);
    last = to;
  }
  if (last === undefined) add("before-watching", undefined, now);
  else if (now - last > freshForMs) add("since-last", last, now);

  const first = watched[0]?.from;
  return { washes, eye: first !== undefined && meets(first, first, window) ? xOf(first, window) : undefined };
}
