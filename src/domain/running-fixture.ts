/** The times and counts of running trainings worked out by themselves: what is kept from answer to answer has to agree with them. */
import type { KnownSession } from "./known.ts";
import type { Told } from "./running-steps.ts";
import { NOTHING_RUNNING, runningAfter, type RunningTimes, type Times } from "./running-times.ts";
import { NO_NUMBERS, numbersAfter, rank, type SortedNumbers } from "./sorted-numbers.ts";

/** Finite numbers, in whatever order. */
export const sortedNumbers = (numbers: readonly number[]): SortedNumbers =>
  numbersAfter(NO_NUMBERS, { gone: [], come: numbers });

/** The times of these sessions, earlier lives and all. Their order makes no difference. */
export const runningTimes = (sessions: Iterable<KnownSession>): RunningTimes =>
  runningAfter(NOTHING_RUNNING, { gone: [], come: [...sessions] });

/** How many go on at an instant: they began at it or before, and end after it. */
export const countAt = ({ starts, ends }: Times, at: number): number => rank(starts, at) - rank(ends, at);

/** How many were running at an instant that is not after now. */
export function runningAt(
  { least, most, waiting }: RunningTimes,
  at: number,
  { staleFrom }: Pick<Told, "staleFrom">,
): { readonly least: number; readonly most: number } {
  const isTold = staleFrom === undefined || at < staleFrom;
  return {
    least: isTold ? countAt(least, at) : 0,
    most: countAt(most, at) + (isTold ? 0 : waiting),
  };
}
