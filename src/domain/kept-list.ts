/** Lists made anew that often come out the same: the one before is kept, so that nobody draws for nothing. */

/** The list before where it holds the same items in the same order, else the new one. */
export const keptList = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before?.length === now.length && before.every((item, i) => item === now[i]) ? before : now;
