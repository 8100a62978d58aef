import { useEffect } from "react";
import { hasFocus, isEngaged } from "./engaged.ts";
import { steadied } from "./steady.ts";

interface SteadyViewProps {
  /** What scrolls, by its role. Of rows those stay that somebody is at; of all else what is scrolled does. */
  readonly of: "treegrid" | "tabpanel";
}

/** Holds what is in a view in place while notices above it come and go. Draws nothing. An effect: places are the browser's. */
export function SteadyView({ of }: SteadyViewProps) {
  useEffect(() => {
    const list = document.querySelector<HTMLElement>(`[role='${of}']`);
    const ground = list?.parentElement;
    return list && ground ? hold(list, ground, of === "treegrid") : undefined;
  }, [of]);
  return null;
}

const ROW = "[role='row']";

/** @param ground what the list stands in, and room is made in above it @param hasRows somebody may be at one of its rows */
function hold(list: HTMLElement, ground: HTMLElement, hasRows: boolean): () => void {
  /** Where the list is; the observer tells once it is laid out. */
  let top: number | undefined;
  let gap = 0;
  /** Where the list was scrolled to for a notice, from its top. */
  let pushedTo = 0;
  /** Where the pointer is on the screen, px; undefined while it is not over the list. */
  let pointerY: number | undefined;
  const setGap = (next: number) => {
    gap = next;
    ground.style.setProperty("margin-top", next === 0 ? "" : `${next}px`);
  };

  const follow = () => {
    const by = topOf(list) - (top ?? topOf(list));
    top = topOf(list);
    if (Math.abs(by) < 1) return;
    const { scrollTop } = list;
    const next = steadied({
      by,
      scrollTop,
      gap,
      engaged: hasRows && isEngaged(list),
      above: hasRows ? roomAbove(list, { by, pointerY }) : undefined,
    });
    if (next.gap !== gap) {
      top += next.gap - gap;
      setGap(next.gap);
    }
    if (next.scrollTop === scrollTop) return;
    list.scrollTo({ top: next.scrollTop, behavior: "instant" });
    // A short list has nothing to scroll until it is given room for it.
    if (Math.abs(list.scrollTop - next.scrollTop) >= 1) {
      list.style.setProperty("--room", `${next.scrollTop}px`);
      list.scrollTo({ top: next.scrollTop, behavior: "instant" });
    }
    if (by > 0 && (scrollTop <= 0 || scrollTop === pushedTo)) pushedTo = list.scrollTop;
  };
  const point = ({ clientY }: PointerEvent) => {
    pointerY = clientY;
  };
  const leave = () => {
    if (isEngaged(list)) return;
    pointerY = undefined;
    if (top !== undefined && gap > 0) {
      top -= gap;
      setGap(0);
    }
    if (pushedTo > 0 && list.scrollTop === pushedTo) list.scrollTo({ top: 0, behavior: "instant" });
    pushedTo = 0;
    list.style.removeProperty("--room");
  };
  // While the focus goes from one element to the next nobody has it.
  const later = () => setTimeout(leave);

  const observer = new ResizeObserver(follow);
  observer.observe(list);
  list.addEventListener("pointermove", point);
  list.addEventListener("pointerleave", leave);
  list.addEventListener("focusout", later);
  return () => {
    observer.disconnect();
    list.removeEventListener("pointermove", point);
    list.removeEventListener("pointerleave", leave);
    list.removeEventListener("focusout", later);
    setGap(0);
  };
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/**
 * From the head to the first row that has the focus or was pointed at before the list moved, px: what is under the pointer
 * since then is another. A row that reaches up behind the head, such as an open panel, cannot be covered by it.
 */
function roomAbove(
  list: HTMLElement,
  { by, pointerY = Number.NaN }: { readonly by: number; readonly pointerY: number | undefined },
): number | undefined {
  const head = list.firstElementChild?.getBoundingClientRect().bottom ?? 0;
  const above = [...list.querySelectorAll(ROW)].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const isHeld = hasFocus(row) || (top - by <= pointerY && pointerY < bottom - by);
    return isHeld && top >= head ? [top - head] : [];
  });
  return above.toSorted((a, b) => a - b)[0];
}
