/** What of one launcher's capacity was held over time, by the sessions that are or were on it. */
import { NO_FILTER } from "./filter.ts";
import { type HeldGrid, type HeldOverTime, heldOverTime } from "./held-over-time.ts";
import type { Watched } from "./known.ts";
import type { Launcher } from "./launchers.ts";

/**
 * Undefined for a location without a specification. It costs what the launcher's own sessions do, so that it can be made for
 * the launchers in view.
 */
export function launcherHeld(
  { label, lives }: Pick<Launcher, "label" | "lives">,
  watched: readonly Watched[],
  grid: HeldGrid,
): HeldOverTime | undefined {
  if (label.kind !== "persistent" && label.kind !== "temporary") return undefined;
  // Two lives under one id may have been on it.
  const sessions = new Map(lives.map((life, i) => [String(i), life]));
  return heldOverTime({ sessions, watched, filter: NO_FILTER, grid });
}
