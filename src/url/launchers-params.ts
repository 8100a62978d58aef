/** The parameters of `/launchers`, where it all runs. */
import { idList } from "./list-codec.ts";
import { single, type Params } from "./view.ts";

export interface LaunchersView {
  /** Ids of the persistent launchers to show; none: all launchers. */
  readonly launcher: readonly string[];
}

export const launchersParams: Params<LaunchersView> = { launcher: single("launcher", idList) };
