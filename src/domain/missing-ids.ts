import type { KnownSession, Scope } from "./known.ts";

/**
 * Ids of a view that an answer covering them did not hold, and that were never seen: those seen are shown as ended.
 * @param scope of the answer
 * @param unreturned ids of the scope that the answer did not hold
 */
export function missingIds(
  ids: readonly string[],
  sessions: ReadonlyMap<string, KnownSession>,
  scope: Scope,
  unreturned: readonly string[],
): readonly string[] {
  const absent = new Set(unreturned);
  return ids.filter((id) => !sessions.has(id) && (scope === "all" || absent.has(id)));
}
