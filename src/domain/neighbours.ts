/** Sessions that share a persistent launcher. */
import type { KnownSession } from "./known.ts";

/** The other live sessions on the session's persistent launcher, newest first; none where it has no such launcher. */
export function neighboursOf(
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
  return found.toSorted(
    (a, b) => b.session.startedAt - a.session.startedAt || (a.session.id < b.session.id ? -1 : 1),
  );
}
