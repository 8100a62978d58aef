/**
 * The order of rows in the document. Elements go from row to row (`row-slots.ts`), and React leaves them where they are; who hears the
 * page hears the rows in order all the same. An element that is moved is put together anew by the browser, so as few are moved as can
 * be. Where an answer brings many while nobody is in the list, their order is said alone (`aria-owns`); they are moved once somebody
 * comes or presses a key, before the browser acts on it: it goes by the document.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { hasFocus, isEngaged, isUnderPointer } from "./engaged.ts";
import { staying } from "./staying.ts";

/** So many are moved whoever is there. */
const FEW = 3;

const indexOf = ({ dataset }: HTMLElement) => Number(dataset["index"]);

let ids = 0;
const idOf = (element: HTMLElement): string => (element.id ||= `row-${(ids += 1)}`);

/**
 * Brings the children of an element into the order of their `data-index`. The one that has the focus inside or is under the pointer is
 * not moved.
 * @param most with more to be moved the order is said alone
 * @param target what the pointer or the focus came to, which no element may tell of itself yet
 */
function putInOrder(layer: Element, most: number, target: EventTarget | null): void {
  const children = [...layer.children].filter((child) => child instanceof HTMLElement);
  const focused = children.findIndex(hasFocus);
  const isCome = (child: Element) =>
    (target instanceof Node && child.contains(target)) || isUnderPointer(child);
  const stay = staying(children.map(indexOf), focused < 0 ? children.findIndex(isCome) : focused);
  const moves = children.length - stay.size;
  if (moves === 0) return layer.removeAttribute("aria-owns");
  const sorted = children.toSorted((a, b) => indexOf(a) - indexOf(b));
  if (moves > most) return layer.setAttribute("aria-owns", sorted.map(idOf).join(" "));
  layer.removeAttribute("aria-owns");
  const still = new Set(children.filter((_, place) => stay.has(place)));
  let next: Element | null = null;
  for (const child of sorted.toReversed()) {
    if (!still.has(child)) layer.insertBefore(child, next);
    next = child;
  }
}

/**
 * Keeps rows in order, but for the time that they are scrolled: `data-scrolling` then stands on what scrolls them.
 * @param view what the reader asked for, the same object while only answers change the rows; where it is not told, none of them waits
 */
export function useRowOrder(
  layerRef: RefObject<HTMLElement | null>,
  scrollerRef: RefObject<HTMLElement | null>,
  view?: object,
): void {
  const order = useCallback(
    (most: number, target: EventTarget | null = null) => {
      const [layer, scroller] = [layerRef.current, scrollerRef.current];
      if (!layer || !scroller || scroller.dataset["scrolling"] !== undefined) return;
      putInOrder(layer, isEngaged(scroller) ? Infinity : most, target);
    },
    [layerRef, scrollerRef],
  );
  // The order is the document's alone: no render knows it.
  const ordered = useRef<object>(undefined);
  useLayoutEffect(() => {
    order(view !== undefined && ordered.current === view ? FEW : Infinity);
    ordered.current = view;
  });
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return undefined;
    const rest = new MutationObserver(() => {
      // The rows that are drawn at the end of a scroll come after this, and are what the reader went to.
      ordered.current = undefined;
      order(Infinity);
    });
    rest.observe(scroller, { attributeFilter: ["data-scrolling"] });
    const come = ({ target }: Event) => {
      if (layerRef.current?.hasAttribute("aria-owns")) order(Infinity, target);
    };
    const ending = new AbortController();
    const { signal } = ending;
    for (const arrival of ARRIVALS) scroller.addEventListener(arrival, come, { signal });
    document.addEventListener("keydown", come, { signal, capture: true });
    return () => {
      rest.disconnect();
      ending.abort();
    };
  }, [layerRef, scrollerRef, order]);
}

/** What tells that somebody is in the list. Over and not enter: one that grows under a pointer at rest is entered without a word. */
const ARRIVALS = ["pointerover", "focusin"];
