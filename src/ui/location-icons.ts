import type { IconName } from "./icon.tsx";

/** What stands for where a session runs, by its kind. */
export const LOCATION_ICONS = {
  persistent: "rack",
  temporary: "temp",
  unrecognised: "question",
  absent: "question",
} as const satisfies Record<string, IconName>;
