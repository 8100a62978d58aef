import { useEffect } from "react";
import { steadied } from "./steady.ts";

/** Holds the rows of the list in place while notices above it come and go. Draws nothing. An effect: places are the browser's. */
export function SteadyList() {
  useEffect(() => {
    const list = document.querySelector<HTMLElement>("[role='treegrid']");
    const ground = list?.parentElement;
    return list && ground ? hold(list, ground) : undefined;
  }, []);
  return null;
}

const HELD_ROWS = "[role='row']:is(:hover, :focus, :focus-within)";

/** @param ground what the list stands in, and room is made in above it */
function hold(list: HTMLElement, ground: HTMLElement): () => void {
  let top = topOf(list);
  let gap = 0;
  /** Where the list was scrolled to for a notice, from its top. */
  let pushedTo = 0;
  const setGap = (next: number) => {
    gap = next;
    ground.style.setProperty("margin-top", next === 0 ? "" : `${next}px`);
  };
  const isEngaged = () => list.matches(":hover") || list.contains(document.activeElement);

  const follow = () => {
    const by = topOf(list) - top;
    top += by;
    if (Math.abs(by) < 1) return;
    const { scrollTop } = list;
    const next = steadied({ by, scrollTop, gap, engaged: isEngaged(), above: roomAbove(list) });
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
  const leave = () => {
    if (isEngaged()) return;
    if (gap > 0) {
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
  list.addEventListener("pointerleave", leave);
  list.addEventListener("focusout", later);
  return () => {
    observer.disconnect();
    list.removeEventListener("pointerleave", leave);
    list.removeEventListener("focusout", later);
    setGap(0);
  };
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

function roomAbove(list: HTMLElement): number | undefined {
  const head = list.firstElementChild?.getBoundingClientRect().bottom ?? 0;
  // One that reaches up behind the head, such as an open panel, cannot be covered by it.
  const above = [...list.querySelectorAll(HELD_ROWS)].map((row) => topOf(row) - head).filter((px) => px >= 0);
  return above.length === 0 ? undefined : Math.min(...above);
}
