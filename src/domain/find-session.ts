/** Known sessions by the ids that links name them with. */
import type { Known, KnownSession } from "./known.ts";
import { toWellFormed } from "./well-formed.ts";

/** The session a link names: ids with lone surrogates stand in links with U+FFFD in their place. */
export function findSession({ sessions }: Known, linked: string): KnownSession | undefined {
  const exact = sessions.get(linked);
  if (exact || !linked.includes("\uFFFD")) return exact;
  for (const [id, session] of sessions) if (toWellFormed(id) === linked) return session;
  return undefined;
}
