/** How far back anything is known. */
import type { Known, KnownSession, Watched } from "./known.ts";
import { onceFor } from "./once-for.ts";

/**
 * The first instant of which anything is known, epoch ms: a start, of an earlier life too, or the first look. Undefined before any.
 * @param watched as in `Known`
 */
export function knownSince(
  sessions: Iterable<KnownSession>,
  watched: readonly Watched[],
): number | undefined {
  let first = watched[0]?.from ?? Infinity;
  for (const { session, earlier } of sessions) {
    if (session.startedAt < first) first = session.startedAt;
    for (const life of earlier) if (life.session.startedAt < first) first = life.session.startedAt;
  }
  return first === Infinity ? undefined : first;
}

const extentOf = onceFor(({ sessions, watched }: Known) => ({
  since: knownSince(sessions.values(), watched),
}));

/** The same of all that is known. It goes through all sessions, once for each answer and only when asked. */
export const allSince = (known: Known): number | undefined => extentOf(known).since;
