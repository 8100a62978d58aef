/**
 * The first rows of a list straight from an answer, before all of it is read: so that a list of thousands is shown as soon as
 * its first screen is known.
 */
import type { DebugSession } from "@decthings/api-client";
import type { FirstView } from "./first-rows.ts";
import { newestFirst } from "./session.ts";

/**
 * The answer's sessions that stand first in the view, at most `count`, in no order. Undefined where that cannot be told from the
 * answer at a glance: where anything is filtered, grouped or sorted by more than the start.
 */
export function earlyRows(
  sessions: readonly DebugSession[],
  view: FirstView,
  count: number,
): readonly DebugSession[] | undefined {
  const { q, state, location, launcher, model, ids, ended, sort, group } = view;
  const isPlain =
    q === "" && ended !== "only" && group === "none" && (sort === "-started" || sort === "started");
  if (!isPlain || [state, location, launcher, model, ids].some((chosen) => chosen.length > 0))
    return undefined;
  const isReversed = sort === "started";
  return sessions
    .toSorted((a, b) => (isReversed ? a.startedAt - b.startedAt : 0) || newestFirst(a, b))
    .slice(0, count);
}
