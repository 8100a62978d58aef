/** Forgetting: what ended long ago leaves what is known, so that watching for weeks stays bounded. */
import type { Known, KnownSession } from "./known.ts";

/**
 * Drops sessions that had ended before one instant (epoch ms), and stretches of watching, and earlier lives of the sessions
 * that stay, which were over by another. Sessions not ended stay however old, and so does the newest stretch. Returns
 * `known` itself when there is nothing to drop.
 */
export function prune(
  known: Known,
  {
    endedBefore,
    watchedBefore = endedBefore,
  }: { readonly endedBefore: number; readonly watchedBefore?: number },
): Known {
  const isOver = ({ ended }: KnownSession, by: number) => ended !== undefined && ended.by < by;
  // The store keeps a session with its lives as one: what is dropped of them here is lost there at the next change.
  const isLost = (life: KnownSession) => isOver(life, watchedBefore);
  let dropped = false;
  const sessions = new Map<string, KnownSession>();
  for (const [id, session] of known.sessions) {
    const forget = isOver(session, endedBefore);
    const forgetEarlier = session.earlier.some(isLost);
    dropped ||= forget || forgetEarlier;
    if (forget) continue;
    const earlier = forgetEarlier ? session.earlier.filter((life) => !isLost(life)) : session.earlier;
    sessions.set(id, forgetEarlier ? { ...session, earlier } : session);
  }
  const last = known.watched.length - 1;
  const watched = known.watched.filter(({ to }, index) => to >= watchedBefore || index === last);
  if (!dropped && watched.length === known.watched.length) return known;
  return { ...known, sessions: dropped ? sessions : known.sessions, watched };
}
