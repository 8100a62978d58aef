/** What is made of a time with many viewers: calls, latencies and memory. */
import { median } from "../report/statistics.ts";
import type { Memory, UpstreamCall } from "./messages.ts";
import type { Answered } from "./viewer.ts";

/** The last call that was over when the answer was there. */
const callBefore = (gotAt: number, calls: readonly Pick<UpstreamCall, "endedAt">[]) =>
  calls.findLast(({ endedAt }) => endedAt <= gotAt);

/** Whether a call was over between the question and its answer: it waited for that, or was kept and on its way just then. @param calls oldest first */
export function mayHaveWaited(
  { askedAt, gotAt }: Pick<Answered, "askedAt" | "gotAt">,
  calls: readonly Pick<UpstreamCall, "endedAt">[],
): boolean {
  return (callBefore(gotAt, calls)?.endedAt ?? 0) > askedAt;
}

/**
 * How long an answer took beyond the call to the API that it waited for, ms: all of it where it waited for none.
 * @param calls oldest first
 */
export function beyondUpstream(
  { askedAt, gotAt }: Pick<Answered, "askedAt" | "gotAt">,
  calls: readonly Pick<UpstreamCall, "endedAt">[],
): number {
  return gotAt - Math.max(askedAt, callBefore(gotAt, calls)?.endedAt ?? 0);
}

/** The value that this share of them does not exceed, 0..1 (nearest rank); NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Medians of the first and of the last quarter of the samples. */
export function quarters(
  samples: readonly Memory[],
  figure: (sample: Memory) => number,
): readonly [first: number, last: number] {
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  return [median(samples.slice(0, quarter).map(figure)), median(samples.slice(-quarter).map(figure))];
}

/** How often something happens in a minute. */
export const perMinute = (count: number, ms: number): number => (count * 60_000) / ms;
