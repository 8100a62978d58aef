/**
 * What one observation changed, small enough to send to another thread or tab or to write down. The laws: applying the
 * delta between two states to the first gives the second, what the delta does not name keeps its identity, and two
 * deltas merged do what one after the other does.
 */
import { changedMap } from "./layered-map.ts";
import type { Known, KnownSession, SessionsChange } from "./known.ts";
import { sameJson } from "./same.ts";

export interface KnownDelta extends Pick<Known, "watched" | "latest" | "wholeFrom"> {
  /** New and changed sessions, whole; each id once. */
  readonly changed: readonly KnownSession[];
  /** Ids that are known no longer; none of them in `changed`. */
  readonly dropped: readonly string[];
}

/** What leads from one state to the other. Sessions are compared by identity: `observe` and `prune` keep that of unchanged ones. */
export function deltaBetween(previous: Known, next: Known): KnownDelta {
  const { watched, latest, wholeFrom } = next;
  const facts = { watched, latest, wholeFrom };
  if (previous.sessions === next.sessions) return { changed: [], dropped: [], ...facts };
  const changed: KnownSession[] = [];
  let added = 0;
  for (const [id, session] of next.sessions) {
    const before = previous.sessions.get(id);
    if (before === undefined) added += 1;
    if (before !== session) changed.push(session);
  }
  // Most answers drop nothing, and the counts tell so without a second pass.
  const isSubset = previous.sessions.size + added === next.sessions.size;
  const dropped = isSubset ? [] : [...previous.sessions.keys()].filter((id) => !next.sessions.has(id));
  return { changed, dropped, ...facts };
}

/** The state that the delta leads to; the map itself is the same one when no session changed. */
export function applyDelta(known: Known, { changed, dropped, ...facts }: KnownDelta): Known {
  if (changed.length === 0 && !dropped.some((id) => known.sessions.has(id))) {
    return { sessions: known.sessions, ...facts };
  }
  const come = changed.map((session) => [session.session.id, session] as const);
  return { sessions: changedMap(known.sessions, dropped, come), ...facts };
}

/** What the delta does to these sessions. */
export function changeOf(from: Known["sessions"], { changed, dropped }: KnownDelta): SessionsChange {
  const ids = [...dropped, ...changed.map(({ session }) => session.id)];
  return { from, gone: ids.flatMap((id) => from.get(id) ?? []), come: changed };
}

/** The same state, with the sessions of another that say the same in the place of their equals: who holds those sees no change. */
export function withSame(known: Known, next: Known): Known {
  const sessions = new Map(next.sessions);
  for (const [id, session] of next.sessions) {
    const before = known.sessions.get(id);
    if (before && sameJson(before, session)) sessions.set(id, before);
  }
  return { ...next, sessions };
}

/** One delta for two that follow each other. */
export function mergeDeltas(first: KnownDelta, second: KnownDelta): KnownDelta {
  const changed = new Map(first.changed.map((session) => [session.session.id, session]));
  const dropped = new Set(first.dropped);
  for (const id of second.dropped) {
    changed.delete(id);
    dropped.add(id);
  }
  for (const session of second.changed) {
    changed.set(session.session.id, session);
    dropped.delete(session.session.id);
  }
  return { ...second, changed: [...changed.values()], dropped: [...dropped] };
}
