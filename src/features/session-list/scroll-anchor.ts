/** Keeps what the reader looks at where it is while rows come and go above it. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import type { ListItem } from "./list-items.ts";

/** A row as it was drawn; px from the top of what scrolls. */
interface Drawn {
  readonly key: unknown;
  readonly start: number;
  readonly end: number;
}

/**
 * How far the first row in view has moved, px. A row counts only while it stands between the rows it stood between: one
 * that went elsewhere (it ended, or its place in the order changed) takes nobody along.
 * @param rows drawn before the change, in order
 * @param top what of the content was above the view
 * @param placeOf where a row stands now; undefined for one that is gone
 */
export function shiftOf(
  rows: readonly Drawn[],
  top: number,
  placeOf: (key: unknown) => number | undefined,
): number {
  const places = rows.map(({ key }) => placeOf(key));
  for (const [i, row] of rows.entries()) {
    const place = places[i];
    if (row.end <= top || place === undefined) continue;
    if ((places[i - 1] ?? -Infinity) < place && place < (places[i + 1] ?? Infinity)) return place - row.start;
  }
  return 0;
}

export interface ScrollAnchorInput {
  readonly items: readonly ListItem[];
  /** What the reader asked to see: the same object while only answers change the rows. */
  readonly view: object;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: VirtualRows;
}

interface Before extends Pick<ScrollAnchorInput, "items" | "view"> {
  readonly rows: readonly Drawn[];
}

/**
 * Scrolls by as much as an answer moved the first row in view. Not at the top of the list: there the newest is what the
 * reader wants; and not when the reader asked for other rows, or for another order of them.
 */
export function useScrollAnchor({ items, view, scroller, virtual }: ScrollAnchorInput): void {
  const before = useRef<Before>(undefined);
  /** Whether the list was last heard of at its top: asking it lays the page out. */
  const isAtTop = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    const follow = () => {
      isAtTop.current = (element?.scrollTop ?? 0) <= 0;
    };
    follow();
    // Captured: before the list draws anew, so that asking costs nothing.
    element?.addEventListener("scroll", follow, true);
    return () => element?.removeEventListener("scroll", follow, true);
  }, [scroller]);
  // Scrolling is the browser's, and has to be corrected before it paints.
  useLayoutEffect(() => {
    const past = before.current;
    before.current = { items, view, rows: virtual.rows };
    const element = scroller.current;
    if (past?.view !== view || past.items === items || !element || isAtTop.current) return;
    if (element.scrollTop <= 0) return;
    const drawn = new Set(past.rows.map(({ key }) => key));
    const places = new Map<unknown, number>();
    for (const [index, { key }] of items.entries()) {
      if (drawn.has(key)) places.set(key, virtual.places.start(index));
    }
    const shift = shiftOf(past.rows, element.scrollTop, (key) => places.get(key));
    if (shift !== 0) element.scrollBy({ top: shift, behavior: "instant" });
  });
}
