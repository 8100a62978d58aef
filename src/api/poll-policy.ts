/** When to ask again. The one policy of the page; the query layer's own retries are off. */
import { CALL_DEADLINE_MS } from "../domain/call-deadline.ts";
import type { Problem } from "./problem.ts";

const SECOND = 1_000;

/** A tab nobody sees asks once a minute. */
const HIDDEN_INTERVAL_MS = 60 * SECOND;
/** No wait is longer, whatever a server asks for: timers cannot hold more than some weeks, and nobody waits so long. */
const LONGEST_WAIT_MS = 86_400 * SECOND;

/** The polls of many pages are spread by this much around the interval. */
const SPREAD = 0.1;

/** How the polls have gone lately. */
export interface Streak {
  /** Failures in a row; a single success among them does not end the row, two do. */
  readonly failures: number;
  readonly successes: number;
}

export const NO_POLLS: Streak = { failures: 0, successes: 0 };

/** Folds one outcome into the streak. */
export function recordOutcome(streak: Streak, ok: boolean): Streak {
  if (!ok) return { failures: streak.failures + 1, successes: 0 };
  const successes = streak.successes + 1;
  return { failures: successes >= 2 ? 0 : streak.failures, successes };
}

export interface PollOutcome {
  readonly problem: Problem | undefined;
  /** Whether the page asks its own server: while that is gone nobody asks the API, and who asks in vain is no burden to it. */
  readonly isOwnServer?: boolean;
  readonly failures: number;
  /** Duration of the call that just ended. */
  readonly latencyMs: number;
  readonly intervalMs: number;
  readonly retryAfterMs: number | undefined;
  /** Uniform in [0, 1): spreads the polls of many pages. */
  readonly roll: number;
}

/** Wait in ms from the end of the last call, or undefined when only a person may ask again. */
export function nextPoll({
  problem,
  isOwnServer,
  failures,
  latencyMs,
  intervalMs,
  retryAfterMs,
  roll,
}: PollOutcome): number | undefined {
  const interval = Math.max(intervalMs * (1 - SPREAD + 2 * SPREAD * roll), leastWait(latencyMs));
  if (problem === undefined || (isOwnServer && problem.kind === "network")) return interval;
  const floor = FLOOR[problem.kind];
  if (floor === undefined) return undefined;
  const backoff = (0.5 + 0.5 * roll) * Math.min(120 * SECOND, 5 * SECOND * 2 ** Math.max(1, failures));
  const atLeast = problem.kind === "too_many_requests" && retryAfterMs !== undefined ? 0 : floor;
  return Math.min(LONGEST_WAIT_MS, Math.max(interval, retryAfterMs ?? 0, backoff, atLeast));
}

/** The shortest wait after each kind of failure; undefined: asking again by itself cannot help. */
const FLOOR = {
  bad_credentials: undefined,
  no_key: undefined,
  invalid_parameter: undefined,
  too_many_requests: 60 * SECOND,
  payment_required: 300 * SECOND,
  api: 0,
  http: 0,
  timeout: 0,
  undecodable: 0,
  network: 0,
} as const satisfies Record<Problem["kind"], number | undefined>;

/** No poll follows another sooner, however short the interval. What took longer than a call can was sleep. Ms. */
export const leastWait = (latencyMs: number): number => 4 * Math.min(latencyMs, CALL_DEADLINE_MS);

/** The longest that the policy waits where nothing is wrong, ms. */
export const longestWait = (intervalMs: number, leastMs: number): number =>
  Math.max(intervalMs * (1 + SPREAD), leastMs);

/** The wait as it is kept: a page that nobody sees asks less often. */
export const waitWhile = (waitMs: number, { hidden }: { readonly hidden: boolean }): number =>
  hidden ? Math.max(waitMs, HIDDEN_INTERVAL_MS) : waitMs;
