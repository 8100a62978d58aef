/** The running trainings of each group of sessions, kept from answer to answer at the price of what changed. */
import type { KnownSession } from "./known.ts";
import type { ListChange } from "./resort.ts";
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
  return { sessions, times: runningAfter(before.times, changeOf(before.sessions, sessions)) };
}

/** With more than this changed in place, it is sought by membership. */
const LITTLE = 1 / 8;

/** What makes one list the other, in whatever order. Quick where few items were replaced where they stood, left out or put in. */
function changeOf(before: readonly KnownSession[], after: readonly KnownSession[]): ListChange<KnownSession> {
  const gone: KnownSession[] = [];
  const come: KnownSession[] = [];
  const enough = 8 + before.length * LITTLE;
  let [b, a] = [0, 0];
  while (gone.length + come.length <= enough) {
    const [old, item] = [before[b], after[a]];
    if (old === undefined && item === undefined) return { gone, come };
    if (old === item) {
      b += 1;
      a += 1;
      continue;
    }
    const isPutIn = old !== undefined && after[a + 1] === old;
    const isLeftOut = item !== undefined && before[b + 1] === item;
    if (old !== undefined && !isPutIn) {
      gone.push(old);
      b += 1;
    }
    if (item !== undefined && !isLeftOut) {
      come.push(item);
      a += 1;
    }
    // Two that changed places are both: what counts is which they are.
    if (isPutIn && isLeftOut) break;
  }
  const [old, present] = [new Set(before), new Set(after)];
  return {
    gone: before.filter((known) => !present.has(known)),
    come: after.filter((known) => !old.has(known)),
  };
}
