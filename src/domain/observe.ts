/**
 * The law of watching: folds one answer of the list call into what is known. Pure and without a clock, so that the
 * same answers always tell the same, on the page, in a worker and after a reload.
 *
 * Answers are ordered by when they were sent. One that is no newer than the newest already folded is left out whole: whatever it
 * says, a newer one has said since. Answers that crossed (each sent before the other came back) may have been taken in
 * either order; then only what holds in both orders is concluded, and the next answer settles the rest. This rests on
 * a session starting and ending once, and on a training never returning to a state it left; where the server breaks
 * that, what it says is kept as further observations.
 */
import { collapseSessions } from "./collapse.ts";
import type { Answer, Known, KnownSession } from "./known.ts";
import { heldBy, missingFrom, type Moment, notSeenBy, unreadableBy } from "./observe-session.ts";
import { sameJson } from "./same.ts";
import type { Session } from "./session.ts";
import { DEFAULT_INTERVAL_MS, watchedWith } from "./watched.ts";

export interface ObserveOptions {
  /** The polling interval in force, ms; 2.5 of them without an answer are a gap. Default 5000. */
  readonly intervalMs?: number;
}

/**
 * What is known after one more answer. Returns `previous` itself for an answer that is not newer; otherwise a new
 * object in which everything that did not change keeps its identity: sessions, the map of them, and the lists of the
 * newest answer.
 */
export function observe(previous: Known, answer: Answer, options: ObserveOptions = {}): Known {
  const { sentAt, scope, unreadable, aheadMs = 0 } = answer;
  // The browser's clock may be set back during a call.
  const receivedAt = Math.max(sentAt, answer.receivedAt);
  if (!isNewerAnswer(sentAt, receivedAt, previous.latest)) return previous;

  const held = collapseSessions(answer.sessions);
  const unreadableIds = new Set(unreadable.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const asked = scope === "all" ? undefined : new Set(scope);
  // An unreadable entry without an id may be any of the sessions that seem to be missing.
  const complete = unreadable.every(({ id }) => id !== undefined);
  const moment: Moment = { sentAt, receivedAt, previousSentAt: previous.latest?.sentAt };

  const without = (known: KnownSession, id: string): KnownSession => {
    if (unreadableIds.has(id)) return unreadableBy(known, moment);
    return complete && (asked === undefined || asked.has(id))
      ? missingFrom(known, moment)
      : notSeenBy(known, moment);
  };
  const missing = [...(asked ?? [])].filter((id) => !held.has(id) && !unreadableIds.has(id));

  return {
    sessions: foldSessions(previous.sessions, held, moment, without),
    watched: watchedWith(previous.watched, sentAt, receivedAt, options.intervalMs ?? DEFAULT_INTERVAL_MS),
    latest: {
      sentAt,
      receivedAt,
      scope: kept(previous.latest?.scope, scope),
      unreadable: kept(previous.latest?.unreadable, unreadable),
      missing: kept(previous.latest?.missing, missing),
      ...(aheadMs === 0 ? {} : { aheadMs }),
    },
    wholeFrom: previous.wholeFrom,
  };
}

const kept = <T>(before: T | undefined, now: T): T =>
  before !== undefined && sameJson(before, now) ? before : now;

const isNewerAnswer = (sentAt: number, receivedAt: number, latest: Known["latest"]) =>
  latest === undefined ||
  sentAt > latest.sentAt ||
  (sentAt === latest.sentAt && receivedAt > latest.receivedAt);

function foldSessions(
  known: ReadonlyMap<string, KnownSession>,
  held: ReadonlyMap<string, Session>,
  moment: Moment,
  without: (known: KnownSession, id: string) => KnownSession,
): ReadonlyMap<string, KnownSession> {
  const changed: [string, KnownSession][] = [];
  for (const [id, before] of known) {
    const session = held.get(id);
    const after = session === undefined ? without(before, id) : heldBy(before, session, moment);
    if (after !== before) changed.push([id, after]);
  }
  for (const [id, session] of held) {
    if (!known.has(id)) changed.push([id, heldBy(undefined, session, moment)]);
  }
  if (changed.length === 0) return known;
  const sessions = new Map(known);
  for (const [id, session] of changed) sessions.set(id, session);
  return sessions;
}
