/** Where the rows of a long list stand, and which of them are in view. Px from the top of the first row. */

export interface RowPlaces {
  readonly count: number;
  /** Of a row; of the one after the last it is the height of all. */
  readonly start: (index: number) => number;
  /** The row that covers a place: the first or the last for a place before or after all. -1 without rows. */
  readonly at: (place: number) => number;
}

/** @param heightOf px of the row at an index */
export function rowPlaces(count: number, heightOf: (index: number) => number): RowPlaces {
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] ?? 0) + heightOf(index);
  const start = (index: number) => starts[Math.max(0, Math.min(index, count))] ?? 0;
  return {
    count,
    start,
    at(place) {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (start(middle) <= place) low = middle;
        else high = middle - 1;
      }
      return count === 0 ? -1 : low;
    },
  };
}

/** Indexes of the rows in a view, both ends with them; `last` is below `first` without rows. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** @param top what of the rows is above the view @param height of the view @param more rows beyond each of its ends */
export function rowsInView({ count, at }: RowPlaces, top: number, height: number, more = 0): RowRange {
  if (count === 0) return { first: 0, last: -1 };
  return { first: Math.max(0, at(top) - more), last: Math.min(count - 1, at(top + height) + more) };
}
