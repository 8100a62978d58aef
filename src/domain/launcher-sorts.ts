/** What the persistent launchers are sorted by. What changes from answer to answer is not among it: it would move rows under a reader. */
export const LAUNCHER_SORTS = ["size", "-seen", "id"] as const;
export type LauncherSort = (typeof LAUNCHER_SORTS)[number];
