/** How long a stretch a view's time range asks for. */
import { RANGES, type TimeRange } from "./time-range.ts";

const MINUTE = 60_000;

/**
 * The length in ms of a range that ends at now, or the two ends of one that stands still.
 * @param oldest where `all` reaches back to, epoch ms
 * @param now to the minute is enough
 */
export function frameLength(
  range: TimeRange,
  oldest: number | undefined,
  now: number,
): number | { readonly from: number; readonly to: number } {
  if (range.kind === "fixed") return range;
  const { ms } = RANGES[range.name];
  if (ms !== undefined) return ms;
  // A little room before the oldest, and whole minutes, so that the frame does not change at each look.
  const age = Math.max(0, now - (oldest ?? now)) * 1.04;
  return Math.max(5 * MINUTE, Math.ceil(age / MINUTE + 1) * MINUTE);
}
