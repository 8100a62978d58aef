/** The parameters of `/launchers`, where it all runs. */
import type { LocationKind } from "../domain/filter.ts";
import { LAUNCHER_SORTS, type LauncherSort } from "../domain/launcher-sorts.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { allRange } from "./all-range.ts";
import { oneOf } from "./codec.ts";
import { idList } from "./list-codec.ts";
import { listParams } from "./list-params.ts";
import { single, type Params } from "./view.ts";

export interface LaunchersView {
  /** The types to show; none: all, and what is of no known type. */
  readonly location: readonly LocationKind[];
  /** Ids of the persistent launchers to show; none: all launchers. */
  readonly launcher: readonly string[];
  readonly sort: LauncherSort;
  /** Keys of the launchers that show the sessions observed on them before too. */
  readonly open: readonly string[];
  /** Keys of the launchers of which only the head shows. */
  readonly folded: readonly string[];
  readonly range: TimeRange;
}

export const launchersParams: Params<LaunchersView> = {
  location: listParams.location,
  launcher: single("launcher", idList),
  sort: single("sort", oneOf<LauncherSort>(LAUNCHER_SORTS, "size")),
  open: listParams.open,
  folded: listParams.folded,
  range: allRange,
};
