/** The keys for a shorter and a longer range, where the range stands still; fetched when one is pressed there. */
import type { Known } from "../domain/known.ts";
import { knownSince } from "../domain/known-extent.ts";
import { rangeAfter } from "../domain/range-gesture.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { reachOf } from "../domain/zoom.ts";

/** @param now epoch ms */
export function stepFixed(
  range: Extract<TimeRange, { kind: "fixed" }>,
  by: -1 | 1,
  { sessions, watched }: Known,
  now: number,
): TimeRange {
  const reach = reachOf(knownSince(sessions.values(), watched), now);
  return rangeAfter(range, { kind: "step", by }, { window: range, reach });
}
