/** Of which open rows the time axis is the session's own; the others stand on the list's. */
import { idList } from "./list-codec.ts";
import { listParams } from "./list-params.ts";
import { single, type Params } from "./view.ts";

interface FitView {
  readonly open: readonly string[];
  /** Ids of sessions; of those that are not open it says nothing. */
  readonly fit: readonly string[];
}

export const fitParams: Params<FitView> = { open: listParams.open, fit: single("fit", idList) };
