import { useSyncExternalStore } from "react";
import type { Known } from "../domain/known.ts";
import type { Source } from "./watch.ts";

/** What is known now; renders again when an answer changed it. */
export function useKnown(watch: Source): Known {
  return useSyncExternalStore(watch.subscribe, watch.known);
}
