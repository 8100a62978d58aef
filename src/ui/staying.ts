/** What can stay where it is while everything else is moved into order. */

/**
 * The places of a sequence that stay while all others are moved among them: as many as can be. In n log n for n places.
 * @param order distinct numbers, to be brought into ascending order
 * @param pinned a place that stays, whatever else does; a negative one means none
 */
export function staying(order: readonly number[], pinned = -1): ReadonlySet<number> {
  const pin = order[pinned];
  /** By length, less one: the place at which a run in order of that length can end with the least value. */
  const ends: number[] = [];
  /** By place: the one before it in the longest run that ends there; -1 for none. */
  const before: number[] = [];
  const valueAt = (place: number | undefined) =>
    place === undefined ? Infinity : (order[place] ?? Infinity);
  for (const [place, value] of order.entries()) {
    const fits = pin === undefined || place === pinned || place < pinned === value < pin;
    if (!fits) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (valueAt(ends[middle]) < value) low = middle + 1;
      else high = middle;
    }
    before[place] = ends[low - 1] ?? -1;
    ends[low] = place;
  }
  const stay = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) stay.add(place);
  return stay;
}
