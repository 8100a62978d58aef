/** How watching goes right now, derived from the list query: what the live indicator, the banner and the status bar say. */
import type { Polled } from "./poller.ts";
import { phaseOf, type Phase } from "./phase.ts";
import { PollError, type Problem } from "./problem.ts";

export interface Polling {
  readonly phase: Phase;
  readonly problem: Problem | undefined;
  /** Receipt of the newest answer on this connection. */
  readonly updatedAt: number | undefined;
  /** When the wait for the next poll began, and when it ends; undefined when none is due. */
  readonly wait: { readonly from: number; readonly until: number } | undefined;
  readonly fetching: boolean;
}

/**
 * @param query the list query's state
 * @param facts.updatedAt receipt of the newest answer, whatever scope it had
 */
export function pollingOf(
  query: { data: Polled | undefined; error: Error | null; isFetching: boolean },
  facts: { updatedAt: number | undefined; paused: boolean; online: boolean },
): Polling {
  const failure = query.error instanceof PollError ? query.error : undefined;
  const { updatedAt, paused, online } = facts;
  const phase = phaseOf({ answered: updatedAt !== undefined, paused, online, problem: failure?.problem });
  return {
    phase,
    problem: failure?.problem,
    updatedAt,
    wait: phase === "paused" ? undefined : waitOf(failure, query.data),
    fetching: query.isFetching,
  };
}

function waitOf(failure: PollError | undefined, polled: Polled | undefined): Polling["wait"] {
  const from = failure ? failure.failedAt : polled?.receivedAt;
  const length = failure ? failure.nextInMs : polled?.nextInMs;
  return from === undefined || length === undefined ? undefined : { from, until: from + length };
}
