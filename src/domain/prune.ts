/** Forgetting: what ended long ago leaves what is known, so that watching for weeks stays bounded. */
import type { Known, KnownSession } from "./known.ts";

export interface Forgetting {
  /** Sessions that had ended before this go. Epoch ms. */
  readonly endedBefore: number;
  /** Stretches of watching, and earlier lives of the sessions that stay, which were over by this go. Epoch ms; default `endedBefore`. */
  readonly watchedBefore?: number;
  /** Where more sessions ended, those that ended first go. Default any number stays. */
  readonly mostEnded?: (running: number) => number;
  /** Whether one may go for that. Default each. */
  readonly mayGo?: ((known: KnownSession) => boolean | undefined) | undefined;
}

/**
 * Drops what is to be forgotten, and tells from when on nothing is missing. Sessions not ended stay however old, and so does the newest
 * stretch. Returns `known` itself when there is nothing to drop.
 */
export function prune(
  known: Known,
  { endedBefore, watchedBefore = endedBefore, mostEnded = () => Infinity, mayGo = () => true }: Forgetting,
): Known {
  const all = [...known.sessions.values()];
  const ended = all.filter((session) => session.ended !== undefined).toSorted((a, b) => endOf(a) - endOf(b));
  const old = ended.filter((session) => endOf(session) < endedBefore);
  const others = ended.slice(old.length);
  const count = Math.max(0, others.length - mostEnded(all.length - ended.length));
  const dropped = new Set([...old, ...others.filter(mayGo).slice(0, count)]);

  // The store keeps a session with its lives as one: what is dropped of them here is lost there at the next change.
  const isLost = (life: KnownSession) => endOf(life) < watchedBefore;
  const withLost = all.filter((session) => !dropped.has(session) && session.earlier.some(isLost));
  const last = known.watched.length - 1;
  const watched = known.watched.filter(({ to }, index) => to >= watchedBefore || index === last);
  const isSame = dropped.size + withLost.length === 0;
  if (isSame && watched.length === known.watched.length) return known;

  const sessions = new Map(known.sessions);
  for (const { session } of dropped) sessions.delete(session.id);
  for (const session of withLost) {
    const earlier = session.earlier.filter((life) => !isLost(life));
    sessions.set(session.session.id, { ...session, earlier });
  }
  // In the order of their ends.
  const lastGone = [...dropped].at(-1);
  return {
    ...known,
    sessions: isSame ? known.sessions : sessions,
    watched,
    wholeFrom: lastGone ? Math.max(endOf(lastGone), known.wholeFrom ?? 0) : known.wholeFrom,
  };
}

/** Epoch ms. */
const endOf = ({ ended }: KnownSession): number => ended?.by ?? Infinity;
