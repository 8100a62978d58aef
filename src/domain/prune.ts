/** Forgetting: what ended long ago leaves what is known, so that watching for weeks stays bounded. */
import type { Known, KnownSession } from "./known.ts";

/**
 * Drops sessions, and earlier lives of those that stay, which had ended before the instant (epoch ms), and the stretches of
 * watching that were over by then, or by an instant of their own. Sessions not ended stay however old, and so does the newest stretch. Returns `known`
 * itself when there is nothing to drop.
 */
export function prune(
  known: Known,
  {
    endedBefore,
    watchedBefore = endedBefore,
  }: { readonly endedBefore: number; readonly watchedBefore?: number },
): Known {
  const isOld = ({ ended }: KnownSession) => ended !== undefined && ended.by < endedBefore;
  let dropped = false;
  const sessions = new Map<string, KnownSession>();
  for (const [id, session] of known.sessions) {
    const forget = isOld(session);
    const forgetEarlier = session.earlier.some(isOld);
    dropped ||= forget || forgetEarlier;
    if (forget) continue;
    const earlier = forgetEarlier ? session.earlier.filter((life) => !isOld(life)) : session.earlier;
    sessions.set(id, forgetEarlier ? { ...session, earlier } : session);
  }
  const last = known.watched.length - 1;
  const watched = known.watched.filter(({ to }, index) => to >= watchedBefore || index === last);
  if (!dropped && watched.length === known.watched.length) return known;
  return { ...known, sessions: dropped ? sessions : known.sessions, watched };
}
