/** Lists that change little from one answer to the next: what changed, and sorting again at the price of the change. */

export interface ListChange<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * What makes one list's items the other's: leaving out what is gone, then adding what has come. Few items where the lists are
 * alike and in the same order but for new ones at the end; an item that moved may be in both.
 * @param follows whether an item of the second list stands in the place of one of the first
 */
export function changeBetween<T>(
  before: readonly T[],
  after: readonly T[],
  follows: (before: T, after: T) => boolean,
): ListChange<T> {
  const gone: T[] = [];
  const come: T[] = [];
  let at = 0;
  for (const item of after) {
    let old = before[at];
    // New items stand at the end, so whatever is in the way is gone.
    while (old !== undefined && old !== item && !follows(old, item)) {
      gone.push(old);
      at += 1;
      old = before[at];
    }
    at += 1;
    if (old === item) continue;
    if (old !== undefined) gone.push(old);
    come.push(item);
  }
  for (const old of before.slice(at)) gone.push(old);
  return { gone, come };
}

/** With a larger part changed than this, sorting all is no dearer. */
const LITTLE = 1 / 16;

/**
 * The sorted list after the change, sorted; itself where nothing changed.
 * @param order 0 only for an item and itself, or what it was before
 */
export function resort<T>(
  sorted: readonly T[],
  { gone, come }: ListChange<T>,
  order: (a: T, b: T) => number,
): readonly T[] {
  const size = gone.length + come.length;
  if (size === 0) return sorted;
  if (size > sorted.length * LITTLE) {
    const leaving = new Set(gone);
    return [...sorted.filter((item) => !leaving.has(item)), ...come].sort(order);
  }
  const next = [...sorted];
  const leaving = new Set(gone);
  // Most of what changed stands where it stood: one search for both, and nothing moves along.
  const coming = come.filter((item) => {
    const place = placeOf(item, next, order);
    const there = next[place];
    const isInPlace = there !== undefined && order(there, item) === 0 && leaving.delete(there);
    if (isInPlace) next[place] = item;
    return !isInPlace;
  });
  for (const item of leaving) {
    const place = placeOf(item, next, order);
    if (next[place] === item) next.splice(place, 1);
  }
  for (const item of coming) next.splice(placeOf(item, next, order), 0, item);
  return next;
}

/** The first place whose item does not come before this one. */
function placeOf<T>(item: T, sorted: readonly T[], order: (a: T, b: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && order(there, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
