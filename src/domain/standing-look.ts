/** A look that holds while a frame of time stands still: what is drawn with it needs no drawing again as now moves on. */
import type { Look } from "./training-end.ts";
import { FRESH_FOR_MS } from "./watched.ts";
import type { Window } from "./window.ts";

/**
 * @param frame whether it ends at now; then what is open is drawn to the end of what may come into view
 * @param drawn the stretch marks are placed in
 * @param staleFrom sending of the newest answer when it is too old to speak for now
 */
export function standingLook(
  { live }: { readonly live: boolean },
  drawn: Window,
  staleFrom: number | undefined,
): Look {
  // A frame that stands still in the past has no now of its own: what was open goes on after it.
  const now = live ? drawn.to : Number.MAX_SAFE_INTEGER;
  return { now, latestAt: staleFrom ?? now, freshForMs: FRESH_FOR_MS };
}
