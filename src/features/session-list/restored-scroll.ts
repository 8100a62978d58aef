import { useLayoutEffect, useRef, type RefObject } from "react";

/** How far the list was scrolled at this step of the history, px; 0 where that is not kept. */
export function keptTop(): number {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "top" in state ? Number(state.top) || 0 : 0;
}

/**
 * Back from a session's page, or after a reload, the reader is where they were. An effect, because scrolling and history are the
 * browser's.
 * @param isFilled whether there are rows to scroll
 */
export function useRestoredScroll(scroller: RefObject<HTMLElement | null>, isFilled: boolean): void {
  const isDue = useRef(true);
  useLayoutEffect(() => {
    if (!isFilled || !isDue.current) return;
    isDue.current = false;
    const top = keptTop();
    if (top > 0) scroller.current?.scrollTo({ top, behavior: "instant" });
  }, [scroller, isFilled]);
}
