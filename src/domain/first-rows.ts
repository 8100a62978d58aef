/** Which rows a list shows first, for telling of them before the rest. */
import { applyFilter, type SessionFilter } from "./filter.ts";
import { groupSessions, type Group } from "./group.ts";
import type { KnownSession } from "./known.ts";
import { sectionsOf, type Sort } from "./sort.ts";

/** What of a view decides which rows come first. */
export interface FirstView extends SessionFilter {
  readonly sort: Sort;
  readonly group: Group;
}

/** Ids of the first `count` sessions of the list that shows them, from its top: the live ones first, then those that ended. */
export function firstRows(
  sessions: Iterable<KnownSession>,
  view: FirstView,
  count: number,
): readonly string[] {
  const { live, ended } = sectionsOf(applyFilter([...sessions], view), view.sort);
  const rows = groupSessions(live, view.group).flatMap((group) => group.sessions);
  return [...rows, ...ended].slice(0, count).map(({ session }) => session.id);
}
