import { useQuery } from "@tanstack/react-query";
import { findSession } from "../domain/find-session.ts";
import type { Known, KnownSession } from "../domain/known.ts";
import { type Recaller, recalledQuery } from "./recalled-query.ts";

/**
 * The session that a page shows, as the newest answers know it or as that page had it from what is kept; it asks for nothing itself.
 * @param id of its link; undefined: of none
 */
export function useLinkedSession(
  id: string | undefined,
  known: Known,
  connection: Recaller,
): KnownSession | undefined {
  const found = id === undefined ? undefined : findSession(known, id);
  // Of what is known nothing was asked for: one place in the cache serves all of these.
  const missing = found ? undefined : id;
  const recalled = useQuery({ ...recalledQuery(connection, missing ?? ""), enabled: false });
  return found ?? (missing === undefined ? undefined : (recalled.data ?? undefined));
}
