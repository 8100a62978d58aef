/** The wait that a poll left behind, whether it got an answer or not. */
import type { Polled } from "./observer/orders.ts";
import { longestWait } from "./poll-policy.ts";
import { PollError } from "./problem.ts";

/** What the list query holds: its last answer, and the failure since, if there was one. */
export interface ListPolls {
  readonly data: Polled | undefined;
  readonly error: Error | null;
}

/**
 * Epoch ms and ms; undefined when there was no poll yet, or only a person may ask again. An interval chosen since the last
 * answer holds at once.
 */
export function waitOf(
  { data, error }: ListPolls,
  intervalMs: number,
): { readonly from: number; readonly ms: number } | undefined {
  if (error instanceof PollError) {
    return error.nextInMs === undefined ? undefined : { from: error.failedAt, ms: error.nextInMs };
  }
  return data && { from: data.waitFrom, ms: Math.min(data.nextInMs, longestWait(intervalMs, data.leastMs)) };
}
