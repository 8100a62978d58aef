/** How far back anything is known. */
import type { KnownSession, Watched } from "./known.ts";

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
