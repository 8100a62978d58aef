/** What of one launcher's capacity was held over time, by the sessions that are or were on it. */
import { NO_FILTER } from "./filter.ts";
import { type HeldGrid, type HeldOverTime, heldOverTime } from "./held-over-time.ts";
import type { KnownSession, Watched } from "./known.ts";
import type { Launcher } from "./launchers.ts";

/**
 * Undefined for a location without a specification. It costs what the launcher's own sessions do, so that it can be made for
 * the launchers in view.
 */
export function launcherHeld(
  { label, now, before }: Pick<Launcher, "label" | "now" | "before">,
  watched: readonly Watched[],
  grid: HeldGrid,
): HeldOverTime | undefined {
  if (label.kind !== "persistent" && label.kind !== "temporary") return undefined;
  const sessions = new Map<string, KnownSession>();
  // Each life for itself: an id may have been on another launcher before.
  for (const [i, known] of [...now, ...before].entries()) {
    sessions.set(String(i), known.earlier.length === 0 ? known : { ...known, earlier: [] });
  }
  return heldOverTime({ sessions, watched, filter: NO_FILTER, grid });
}
