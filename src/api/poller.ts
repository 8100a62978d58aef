/** Runs one poll: the list call, what it showed folded into what is known, and when the next one is due. */
import type { DecthingsClient } from "@decthings/api-client";
import type { Scope } from "../domain/known.ts";
import { reuseUnchanged } from "../domain/reuse.ts";
import type { Watch } from "../history/watch.ts";
import { epochNow } from "./clock.ts";
import { callList } from "./list-call.ts";
import { leaveMeasure } from "./measure.ts";
import { nextPoll, NO_POLLS, recordOutcome, waitWhile } from "./poll-policy.ts";
import { PollError, type Problem } from "./problem.ts";

/** One successful poll. What it showed is in the watch; this says when, and when to ask again. */
export interface Polled {
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Until the next poll, from `receivedAt`. */
  readonly nextInMs: number;
}

export interface PollOptions {
  readonly signal: AbortSignal;
  readonly intervalMs: number;
  /** Whether nobody sees the page. */
  readonly hidden: boolean;
}

export interface Poller {
  readonly watch: Watch;
  /** @throws {PollError} when there was no answer; the signal's reason when aborted; anything else is a defect */
  readonly poll: (scope: Scope, options: PollOptions) => Promise<Polled>;
  /** A person wants to ask now: ends any wait that the API asked for, and forgets how often it failed. */
  readonly endWait: () => void;
}

/** A refusal of the whole connection: it holds for every scope until its time, or until a person tries again. */
interface Hold {
  readonly problem: Problem;
  /** Epoch ms; undefined: only a person ends it. */
  readonly until: number | undefined;
}

const HOLDING: readonly Problem["kind"][] = ["bad_credentials", "too_many_requests", "payment_required"];

interface PollerOptions {
  readonly watch: Watch;
  /** Asked for at each poll; its answer is taken in after this, so that what was known before comes first. */
  readonly ready?: () => Promise<void>;
  /** Uniform in [0, 1), for the spread of the policy. */
  readonly random?: () => number;
}

export function createPoller(client: DecthingsClient, options: PollerOptions): Poller {
  const { watch, ready, random = Math.random } = options;
  let streak = NO_POLLS;
  let hold: Hold | undefined;
  /** The longest wait that was planned since the last answer: a silence is a gap only when it outlasts the plan. */
  let plannedMs = 0;

  const ended = (
    problem: Problem | undefined,
    latencyMs: number,
    intervalMs: number,
    retryAfterMs?: number,
  ) => {
    streak = recordOutcome(streak, problem === undefined);
    const { failures } = streak;
    return nextPoll({ problem, failures, latencyMs, intervalMs, retryAfterMs, roll: random() });
  };

  return {
    watch,
    endWait() {
      hold = undefined;
      streak = NO_POLLS;
    },
    async poll(scope, { signal, intervalMs, hidden }) {
      if (hold) {
        const now = epochNow();
        if (hold.until === undefined) throw new PollError(hold.problem, now, undefined);
        if (hold.until > now) throw new PollError(hold.problem, now, hold.until - now);
        hold = undefined;
      }

      const isReady = ready?.();
      const started = performance.now();
      const answer = await callList(client, scope, signal);
      const latencyMs = performance.now() - started;
      if (!answer.ok) {
        const { problem, retryAfterMs } = answer;
        const nextInMs = ended(problem, latencyMs, intervalMs, retryAfterMs);
        const failedAt = epochNow();
        if (HOLDING.includes(problem.kind)) {
          hold = { problem, until: nextInMs === undefined ? undefined : failedAt + nextInMs };
        }
        throw new PollError(problem, failedAt, nextInMs);
      }

      const { sentAt, receivedAt, fetchMs, decodeMs, unreadable } = answer;
      await isReady;
      signal.throwIfAborted();
      const decoded = performance.now();
      leaveMeasure("poll.fetch", started, started + fetchMs);
      leaveMeasure("poll.decode", started + fetchMs, started + fetchMs + decodeMs);
      const sessions = reuseUnchanged(watch.known(), answer.sessions);
      watch.fold({ sentAt, receivedAt, scope, sessions, unreadable }, Math.max(intervalMs, plannedMs));
      leaveMeasure("poll.merge", decoded, performance.now());

      const nextInMs = ended(undefined, latencyMs, intervalMs) ?? intervalMs;
      plannedMs = waitWhile(nextInMs, { hidden });
      return { sentAt, receivedAt, nextInMs };
    },
  };
}
