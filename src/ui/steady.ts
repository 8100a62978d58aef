/** What keeps the rows of a list where they are on the screen when the list itself is moved, by a notice above it. */

export interface Moved {
  /** How far the list's top edge went, px; down is positive. */
  readonly by: number;
  readonly scrollTop: number;
  /** Room above the list that holds it where a notice used to, px. */
  readonly gap: number;
  /** Somebody points at the list, or has the focus in it. */
  readonly engaged: boolean;
  /** From the list's head to the first row that is pointed at or has the focus, px; undefined without such a row. */
  readonly above: number | undefined;
}

export interface Correction {
  readonly scrollTop: number;
  readonly gap: number;
}

/**
 * Where the list is to be scrolled to, and how much room it needs above it. At its top, with nobody at it, it moves; and so
 * does a row that the list's head would cover: to lose it is worse.
 */
export function steadied({ by, scrollTop, gap, engaged, above = Infinity }: Moved): Correction {
  if (by > 0) {
    if (scrollTop <= 0 && !engaged) return { scrollTop, gap };
    const closed = Math.min(gap, by);
    const rest = by - closed;
    return { scrollTop: above < rest ? scrollTop : scrollTop + rest, gap: gap - closed };
  }
  const back = Math.min(scrollTop, -by);
  return { scrollTop: scrollTop - back, gap: engaged ? gap - by - back : gap };
}
