/**
 * The first rows of a list straight from an answer, before all of it is read: so that a list of thousands is shown as soon as
 * its first screen is known.
 */
import type { DebugSession } from "@decthings/api-client";
import { asksForNothing } from "./filter.ts";
import type { FirstView } from "./first-rows.ts";
import { groupSessions } from "./group.ts";
import { newestFirst, readLocation } from "./session.ts";

/**
 * The answer's sessions that stand first in the view, at most `count`, in its order. Undefined where that cannot be told from the
 * answer at a glance: where anything is filtered, or sorted by more than the start.
 */
export function earlyRows(
  sessions: readonly DebugSession[],
  view: FirstView,
  count: number,
): readonly DebugSession[] | undefined {
  const { ended, sort, group } = view;
  const isReversed = sort === "started";
  if (!(isReversed || sort === "-started") || ended === "only" || !asksForNothing({ ...view, ended: "show" }))
    return undefined;
  const sorted = sessions.toSorted(
    (a, b) => (isReversed ? a.startedAt - b.startedAt : 0) || newestFirst(a, b),
  );
  // Most lists have no groups, and their first rows wait for this.
  if (group === "none") return sorted.slice(0, count);
  const grouped = groupSessions(
    sorted.map((wire) => ({
      wire,
      session: { location: readLocation(wire.executionLocation), modelId: wire.modelId },
    })),
    group,
  );
  return grouped
    .flatMap((one) => one.sessions)
    .slice(0, count)
    .map(({ wire }) => wire);
}
