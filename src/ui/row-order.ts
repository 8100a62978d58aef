/**
 * The order of rows in the document. Elements go from row to row (`row-slots.ts`), and React leaves them where they are; who
 * hears the page hears the rows in order all the same. An element that is moved is put together anew by the browser, so as
 * few are moved as can be.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect } from "react";
import { staying } from "./staying.ts";

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
