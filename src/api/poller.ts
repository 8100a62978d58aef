/** Runs one list call: fetch, decode, fold into what is known, and say when the next one is due. */
import { readRetryAfter, type DecthingsClient, type Exchange } from "@decthings/api-client";
import type { Scope } from "../domain/known.ts";
import { reuseUnchanged } from "../domain/reuse.ts";
import { createWatch, type Watch } from "../history/watch.ts";
import { leaveMeasure } from "./measure.ts";
import { CALL_DEADLINE_MS, nextPoll, NO_POLLS, recordOutcome } from "./poll-policy.ts";
import { PollError, problemOfAnswer, problemOfFailure, retryAfterOf, type Problem } from "./problem.ts";

/** One successful poll. What it showed is in the watch; this says when, and when to ask again. */
export interface Polled {
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Until the next poll, from `receivedAt`. */
  readonly nextInMs: number;
}

export interface Poller {
  readonly watch: Watch;
  /** @throws {PollError} when there was no answer; the signal's reason when aborted */
  readonly poll: (scope: Scope, options: { signal: AbortSignal; intervalMs: number }) => Promise<Polled>;
  /** A person wants to ask now: ends any wait that the API asked for. */
  readonly endWait: () => void;
}

/** A refusal of the whole connection: it holds for every scope until its time, or until a person tries again. */
interface Hold {
  readonly problem: Problem;
  /** Epoch ms; undefined: only a person ends it. */
  readonly until: number | undefined;
}

const HOLDING: readonly Problem["kind"][] = ["bad_credentials", "too_many_requests", "payment_required"];

/** @param random uniform in [0, 1), for the spread of the policy */
export function createPoller(client: DecthingsClient, random: () => number = Math.random): Poller {
  const watch = createWatch();
  let streak = NO_POLLS;
  let hold: Hold | undefined;

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
    },
    async poll(scope, { signal, intervalMs }) {
      const started = performance.now();
      if (hold) {
        const now = Date.now();
        if (hold.until === undefined) throw new PollError(hold.problem, now, undefined);
        if (hold.until > now) throw new PollError(hold.problem, now, hold.until - now);
        hold = undefined;
      }

      const fail = (problem: Problem, retryAfterMs: number | undefined) => {
        const nextInMs = ended(problem, performance.now() - started, intervalMs, retryAfterMs);
        const failedAt = Date.now();
        if (HOLDING.includes(problem.kind)) {
          hold = { problem, until: nextInMs === undefined ? undefined : failedAt + nextInMs };
        }
        return new PollError(problem, failedAt, nextInMs);
      };

      let exchange: Exchange | undefined;
      let arrived = started;
      const outcome = await client.debug
        .getDebugSessions(scope === "all" ? {} : { debugSessionIds: [...scope] }, {
          signal,
          timeoutMs: CALL_DEADLINE_MS,
          onExchange: (seen) => {
            exchange = seen;
            arrived = performance.now();
          },
        })
        .catch((error: unknown) => {
          if (signal.aborted) throw error;
          throw fail(problemOfFailure(error), retryAfterOf(error));
        });
      const decoded = performance.now();
      leaveMeasure("poll.fetch", started, arrived);
      leaveMeasure("poll.decode", arrived, decoded);
      if (outcome.error)
        throw fail(
          problemOfAnswer(outcome.error),
          exchange && readRetryAfter(exchange.headers, exchange.receivedAt),
        );

      const { debugSessions, unreadable } = outcome.result;
      const { sentAt, receivedAt } = exchange ?? { sentAt: Date.now(), receivedAt: Date.now() };
      const sessions = reuseUnchanged(watch.known(), debugSessions);
      watch.fold({ sentAt, receivedAt, scope, sessions, unreadable }, intervalMs);
      leaveMeasure("poll.merge", decoded, performance.now());

      const nextInMs = ended(undefined, receivedAt - sentAt, intervalMs) ?? intervalMs;
      return { sentAt, receivedAt, nextInMs };
    },
  };
}
