import { useSyncExternalStore } from "react";
import { onSecond, pageNow } from "./tick.ts";

/** Whether more than `ms` have passed since `at` (epoch ms); never before there is an `at`. Renders when that changes. */
export function useElapsed(at: number | undefined, ms: number): boolean {
  return useSyncExternalStore(onSecond, () => at !== undefined && pageNow() - at > ms);
}
