/**
 * The order of rows in the document. Elements go from row to row (`row-slots.ts`), and React leaves them where they are; who
 * hears the page hears the rows in order all the same. An element that is moved is put together anew by the browser, so as
 * few are moved as can be.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect } from "react";

/**
 * The places of a sequence that stay where they are while all others are moved among them: as many as can be.
 * @param order distinct numbers, to be brought into ascending order
 * @param pinned a place that stays, whatever else does; a negative one means none
 */
export function staying(order: readonly number[], pinned = -1): ReadonlySet<number> {
  const pin = order[pinned];
  /** Of the longest ascending run that ends at each place: its length, and the place before. */
  const runs: { readonly length: number; readonly before: number }[] = [];
  let last = -1;
  order.forEach((value, place) => {
    const fits = pin === undefined || place === pinned || place < pinned === value < pin;
    let best = { length: fits ? 1 : 0, before: -1 };
    for (let before = 0; fits && before < place; before += 1) {
      const { length } = runs[before] ?? best;
      if (length >= best.length && length > 0 && (order[before] ?? value) < value)
        best = { length: length + 1, before };
    }
    runs.push(best);
    if (best.length > (runs[last]?.length ?? 0)) last = place;
  });
  const stay = new Set<number>();
  for (let place = last; place >= 0; place = runs[place]?.before ?? -1) stay.add(place);
  return stay;
}

/** Brings the children of an element into the order of their `data-index`. The one that has the focus inside is not moved. */
function putInOrder(layer: Element): void {
  const children = [...layer.children].filter((child) => child instanceof HTMLElement);
  const indexOf = ({ dataset }: HTMLElement) => Number(dataset["index"]);
  const focused = children.findIndex((child) => child.contains(document.activeElement));
  const stay = staying(children.map(indexOf), focused);
  if (stay.size === children.length) return;
  const still = new Set(children.filter((_, place) => stay.has(place)));
  let next: Element | null = null;
  for (const child of children.toSorted((a, b) => indexOf(b) - indexOf(a))) {
    if (!still.has(child)) layer.insertBefore(child, next);
    next = child;
  }
}

/** Keeps rows in order, but for the time that they are scrolled: `data-scrolling` then stands on what scrolls them. */
export function useRowOrder(
  layerRef: RefObject<HTMLElement | null>,
  scrollerRef: RefObject<HTMLElement | null>,
): void {
  const order = useCallback(() => {
    const [layer, scroller] = [layerRef.current, scrollerRef.current];
    if (layer && scroller?.dataset["scrolling"] === undefined) putInOrder(layer);
  }, [layerRef, scrollerRef]);
  // The order is the document's alone: no render knows it.
  useLayoutEffect(order);
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return undefined;
    const rest = new MutationObserver(order);
    rest.observe(scroller, { attributeFilter: ["data-scrolling"] });
    return () => rest.disconnect();
  }, [scrollerRef, order]);
}
