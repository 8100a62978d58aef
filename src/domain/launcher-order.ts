/** The launchers in an order that a reader chose. */
import type { LauncherSort } from "./launcher-sorts.ts";
import { byBlock, type Launcher } from "./launchers.ts";

export const LAUNCHER_SORT_LABELS = {
  size: "Largest",
  "-seen": "Newest",
  id: "Id",
} as const satisfies Record<LauncherSort, string>;

const COMPARE = {
  "-seen": (a, b) => b.firstSeen - a.firstSeen,
  id: (a, b) => (a.key < b.key ? -1 : 1),
} as const satisfies Record<Exclude<LauncherSort, "size">, (a: Launcher, b: Launcher) => number>;

/**
 * Sorts the persistent ones, those in use before the others; all that are alike, and what is not persistent, stand as they stood. The
 * same list for the order that it has.
 * @param launchers as `launchersOf` has them: by size
 */
export function sortLaunchers(launchers: readonly Launcher[], sort: LauncherSort): readonly Launcher[] {
  if (sort === "size") return launchers;
  const compare = COMPARE[sort];
  return launchers.toSorted((a, b) => byBlock(a, b) || (a.label.kind === "persistent" ? compare(a, b) : 0));
}
