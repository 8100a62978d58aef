/** Sessions that share a persistent launcher. */
import type { KnownSession } from "./known.ts";
import { newestFirst } from "./session.ts";

/** The other live sessions on the session's persistent launcher, newest first; none where it has no such launcher. */
export const neighboursOf = (
  known: KnownSession,
  sessions: Iterable<KnownSession>,
): readonly KnownSession[] => othersOn(known, sessions).toSorted(newer);

/** The session, ended or not, and its neighbours, newest first. */
export const onLauncherOf = (
  known: KnownSession,
  sessions: Iterable<KnownSession>,
): readonly KnownSession[] => [known, ...othersOn(known, sessions)].toSorted(newer);

const newer = (a: KnownSession, b: KnownSession): number => newestFirst(a.session, b.session);

function othersOn(
  { session: { id, location } }: KnownSession,
  sessions: Iterable<KnownSession>,
): readonly KnownSession[] {
  if (location.kind !== "persistent") return [];
  const found: KnownSession[] = [];
  for (const other of sessions) {
    const there = other.session.location;
    const isHere = there.kind === "persistent" && there.launcherId === location.launcherId;
    if (isHere && other.session.id !== id && other.ended === undefined) found.push(other);
  }
  return found;
}
