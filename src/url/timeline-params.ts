/** The parameters of `/timeline`, all sessions in lanes. */
import type { SessionFilter } from "../domain/filter.ts";
import { GROUPS, type Group } from "../domain/group.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { allRange } from "./all-range.ts";
import { oneOf } from "./codec.ts";
import { listParams } from "./list-params.ts";
import { single, type Params } from "./view.ts";

/** What a link to the timeline says. The filters are the list's. */
export interface TimelineView extends SessionFilter {
  readonly group: Group;
  /** Keys of the groups of which only the head shows. */
  readonly folded: readonly string[];
  readonly range: TimeRange;
}

export const timelineParams: Params<TimelineView> = {
  ids: listParams.ids,
  q: listParams.q,
  state: listParams.state,
  location: listParams.location,
  launcher: listParams.launcher,
  model: listParams.model,
  // Lanes are read by where they run; the list is read by what is new.
  group: single("group", oneOf<Group>(GROUPS, "launcher")),
  ended: listParams.ended,
  folded: listParams.folded,
  range: allRange,
};
