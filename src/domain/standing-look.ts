/** How sessions are looked at: by what is drawn of them, and by what is said of them. */
import type { AsOf } from "./training-end.ts";
import { FRESH_FOR_MS } from "./watched.ts";
import type { Window } from "./window.ts";

interface StandingFrame {
  readonly live: boolean;
  /** Where it stands still and reaches beyond now: now, epoch ms. */
  readonly now?: number | undefined;
}

/**
 * A look for drawing alone: it holds while a frame of time stands still, so that what is drawn with it needs no drawing
 * again as now moves on. Its instants are ends of the picture, none that anybody observed.
 *
 * @param frame whether it ends at now; then what is open is drawn to the end of what may come into view. In one that reaches beyond
 *   now it is drawn to there
 * @param drawn the stretch marks are placed in
 * @param staleFrom sending of the newest answer when it is too old to speak for now
 */
export function standingLook(
  { live, now: reached }: StandingFrame,
  drawn: Window,
  staleFrom: number | undefined,
): AsOf {
  // A frame that stands still in the past has no now of its own: what was open goes on after it.
  const now = live ? drawn.to : (reached ?? Number.MAX_SAFE_INTEGER);
  return { now, latestAt: staleFrom ?? now, freshForMs: FRESH_FOR_MS };
}

/**
 * The look of words and figures at an instant. Whether the newest answer still speaks for now is not decided here again:
 * who gave `staleFrom` knew how often answers come.
 *
 * @param now epoch ms
 * @param latestAt sending of the newest answer
 * @param staleFrom the same when it is too old to speak for now, else undefined
 */
export function lookAt(now: number, latestAt: number, staleFrom: number | undefined): AsOf {
  const age = now - latestAt;
  const freshForMs = staleFrom === undefined ? Math.max(FRESH_FOR_MS, age) : Math.min(FRESH_FOR_MS, age - 1);
  return { now, latestAt, freshForMs };
}
