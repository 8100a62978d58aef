/** Keys that lead from row to row of a long list, of which few are drawn. */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { VirtualRows } from "./use-virtual-rows.ts";

interface FocusRowInput {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly virtual: Pick<VirtualRows, "sightRef">;
  /** Of the row at an index; undefined where there is none. */
  readonly keyAt: (index: number) => string | undefined;
  /** Keeps the row drawn from then on. */
  readonly setActive: (key: string) => void;
}

/** Gives what scrolls a row into sight and focuses it, now or as soon as it is drawn. */
export function useFocusRow({ scrollerRef, virtual, keyAt, setActive }: FocusRowInput) {
  const { sightRef } = virtual;
  /** Key of a row to focus once it is drawn: it may first have to be scrolled to. */
  const awaited = useRef<string>(undefined);
  const elementOf = (selector: string) => scrollerRef.current?.querySelectorAll<HTMLElement>(selector) ?? [];
  const focusDrawn = (elements: Iterable<HTMLElement>) => {
    // An element may draw another row by now than it did.
    const element = [...elements].find(({ dataset }) => dataset["key"] === awaited.current);
    if (!element) return;
    awaited.current = undefined;
    element.focus({ preventScroll: true });
  };
  // Nothing but the document tells that a row is there.
  useLayoutEffect(() => {
    if (awaited.current !== undefined) focusDrawn(elementOf("[data-key]"));
  });
  return (index: number): void => {
    const key = keyAt(index);
    if (key === undefined) return;
    awaited.current = key;
    setActive(key);
    showRow(scrollerRef.current, sightRef.current, index);
    focusDrawn(elementOf(`[data-index="${index}"]`));
  };
}

/** Scrolls by no more than it takes to show a row whole. */
export function showRow(
  list: HTMLElement | null,
  { places, headOf, headHeight }: VirtualRows["sightRef"]["current"],
  index: number,
): void {
  if (!list) return;
  const height = list.clientHeight - headHeight;
  const head = headOf(index);
  const covered = head < 0 || head === index ? 0 : places.start(head + 1) - places.start(head);
  const [start, end] = [places.start(index) - covered, places.start(index + 1)];
  if (start < list.scrollTop) list.scrollTo({ top: start, behavior: "instant" });
  else if (end > list.scrollTop + height) {
    list.scrollTo({ top: Math.min(start, end - height), behavior: "instant" });
  }
}
