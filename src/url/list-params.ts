/** The parameters of `/`, the list of sessions. */
import { ENDED_CHOICES, LOCATION_KINDS, type SessionFilter } from "../domain/filter.ts";
import { GROUPS, type Group } from "../domain/group.ts";
import { LIVE_ACTIVITIES } from "../domain/session-facts.ts";
import { SORTS, type Sort } from "../domain/sort.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { allRange } from "./all-range.ts";
import { flag, oneOf, text } from "./codec.ts";
import { idList, someOf } from "./list-codec.ts";
import { single, type Params } from "./view.ts";

/** What a link to the list says. `ids` are asked of the API; the other filters choose among what it answers. */
export interface ListView extends SessionFilter {
  readonly sort: Sort;
  readonly group: Group;
  /** Ids of the expanded rows. */
  readonly open: readonly string[];
  /** Words of the groups of which only the head shows: a group's key, or the name of a section. */
  readonly folded: readonly string[];
  readonly range: TimeRange;
  readonly paused: boolean;
}

export const listParams: Params<ListView> = {
  ids: single("ids", idList),
  q: single("q", text),
  state: single("state", someOf(LIVE_ACTIVITIES)),
  location: single("location", someOf(LOCATION_KINDS)),
  launcher: single("launcher", idList),
  model: single("model", idList),
  sort: single("sort", oneOf(SORTS, "-started")),
  group: single("group", oneOf(GROUPS, "none")),
  ended: single("ended", oneOf(ENDED_CHOICES, "show")),
  open: single("open", idList),
  folded: single("folded", idList),
  range: allRange,
  paused: single("paused", flag),
};
