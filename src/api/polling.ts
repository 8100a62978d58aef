/** How watching goes right now, derived from the list query: what the live indicator, the banner and the status bar say. */
import { INTERVALS_TO_A_GAP } from "../domain/watched.ts";
import { phaseOf, type Phase } from "./phase.ts";
import { longestWait } from "./poll-policy.ts";
import { waitOf, type ListPolls } from "./poll-wait.ts";
import { PollError, type Problem } from "./problem.ts";

export interface Polling {
  readonly phase: Phase;
  readonly problem: Problem | undefined;
  /** Receipt of the newest answer on this connection. */
  readonly updatedAt: number | undefined;
  /** When the wait for the next poll began, and when it ends; undefined when none is due. */
  readonly wait: { readonly from: number; readonly until: number } | undefined;
  /** How often answers come: the chosen interval, or more where the API is slow. Ms. */
  readonly paceMs: number;
  /** How long an answer speaks for now: some polls may fail before it is old. Ms. */
  readonly freshForMs: number;
}

/**
 * Whether another tab was answered since a poll of this one failed: what held it up is over, and it may go on before its wait is over,
 * or though only a person could have tried again. A refusal is of what this tab alone asks for.
 *
 * @param updatedAt receipt of the newest answer
 */
export const isOvertaken = ({ error }: ListPolls, updatedAt: number | undefined): boolean =>
  error instanceof PollError &&
  error.problem.kind !== "invalid_parameter" &&
  updatedAt !== undefined &&
  updatedAt > error.failedAt;

/**
 * @param state what the list query holds for the scope asked for
 * @param facts.updatedAt receipt of the newest answer, whatever scope it had
 */
export function pollingOf(
  state: ListPolls,
  facts: { updatedAt: number | undefined; paused: boolean; online: boolean; intervalMs: number },
): Polling {
  const { updatedAt, online, intervalMs } = facts;
  const problem = state.error instanceof PollError ? state.error.problem : undefined;
  // Pausing takes hold once there is something to look at.
  const paused = facts.paused && state.data !== undefined;
  const phase = phaseOf({ answered: updatedAt !== undefined, paused, online, problem });
  const wait = phase === "paused" ? undefined : waitOf(state, intervalMs);
  const planned = waitOf({ data: state.data, error: null }, intervalMs)?.ms ?? intervalMs;
  // A spread around the interval is not worth telling.
  const paceMs = planned <= longestWait(intervalMs, 0) ? intervalMs : planned;
  return {
    phase,
    problem,
    updatedAt,
    wait: wait && { from: wait.from, until: wait.from + wait.ms },
    paceMs,
    // A slow API gets more time; once it fails, the last answer ages as any other does.
    freshForMs: INTERVALS_TO_A_GAP * (problem ? intervalMs : paceMs),
  };
}
