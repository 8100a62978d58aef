/** In which order launchers stand. */
import type { Launcher } from "./launchers.ts";

/** What the persistent ones are sorted by; what changes with every answer is not among it, for it would move rows under a reader. */
export const LAUNCHER_SORTS = ["size", "sessions", "-seen"] as const;
export type LauncherSort = (typeof LAUNCHER_SORTS)[number];

export const LAUNCHER_SORT_LABELS = {
  size: "Largest",
  sessions: "Most sessions",
  "-seen": "Newest",
} as const satisfies Record<LauncherSort, string>;

const COMPARE = {
  sessions: (a, b) => b.now.length - a.now.length,
  "-seen": (a, b) => b.firstSeen - a.firstSeen,
} as const satisfies Record<Exclude<LauncherSort, "size">, (a: Launcher, b: Launcher) => number>;

/** What is not persistent stands behind, as it did; of the others those in use are first. */
const blockOf = ({ label, now }: Launcher): number =>
  label.kind !== "persistent" ? 2 : now.length === 0 ? 1 : 0;

/**
 * The launchers in another order than that of `launchersOf`, which is by size; alike ones keep that.
 * @param launchers as `launchersOf` has them
 */
export function sortLaunchers(launchers: readonly Launcher[], sort: LauncherSort): readonly Launcher[] {
  if (sort === "size") return launchers;
  const compare = COMPARE[sort];
  return launchers.toSorted((a, b) => {
    const [one, other] = [blockOf(a), blockOf(b)];
    return one - other || (one === 2 ? 0 : compare(a, b));
  });
}
