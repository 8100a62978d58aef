/** The running trainings of each group of sessions, kept from answer to answer at the price of what changed. */
import type { KnownSession } from "./known.ts";
import { NOTHING_RUNNING, runningAfter, type RunningTimes } from "./running-times.ts";

export interface RunningGroup {
  readonly sessions: readonly KnownSession[];
  readonly times: RunningTimes;
}

/** By the groups' keys. */
export type RunningOfGroups = ReadonlyMap<string, RunningGroup>;

/**
 * The times of each group. A group whose sessions are the same list as before keeps its object.
 * @param previous makes no difference but to the time it takes, and to that
 */
export function runningOfGroups(
  groups: Iterable<{ readonly key: string; readonly sessions: readonly KnownSession[] }>,
  previous: RunningOfGroups = new Map(),
): RunningOfGroups {
  const now = new Map<string, RunningGroup>();
  for (const { key, sessions } of groups) now.set(key, groupAfter(previous.get(key), sessions));
  return now;
}

function groupAfter(before: RunningGroup | undefined, sessions: readonly KnownSession[]): RunningGroup {
  if (before === undefined) {
    return { sessions, times: runningAfter(NOTHING_RUNNING, { gone: [], come: sessions }) };
  }
  if (before.sessions === sessions) return before;
  const [old, present] = [new Set(before.sessions), new Set(sessions)];
  const gone = before.sessions.filter((known) => !present.has(known));
  const come = sessions.filter((known) => !old.has(known));
  return { sessions, times: runningAfter(before.times, { gone, come }) };
}
