/** The parameters of `/launchers`, where it all runs. */
import { idList } from "./list-codec.ts";
import { listParams } from "./list-params.ts";
import { single, type Params } from "./view.ts";

export interface LaunchersView {
  /** Ids of the persistent launchers to show; none: all launchers. */
  readonly launcher: readonly string[];
  /** Keys of the launchers that show the sessions observed on them before too. */
  readonly open: readonly string[];
  /** Keys of the launchers of which only the head shows. */
  readonly folded: readonly string[];
}

export const launchersParams: Params<LaunchersView> = {
  launcher: single("launcher", idList),
  open: listParams.open,
  folded: listParams.folded,
};
