import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

/** Browsers refuse to write the history more than some hundred times in half a minute. Ms. */
const SETTLED_MS = 400;

const keptTop = (): number => {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "top" in state ? Number(state.top) || 0 : 0;
};

/**
 * Keeps how far the list is scrolled with its step of the history: back from a session's page, or after a reload, the reader
 * is where they were. An effect, because scrolling and history are the browser's.
 * @param view what the reader asked to see: each change of it is a step
 * @param isFilled whether there are rows to scroll
 */
export function useKeptScroll(
  scroller: RefObject<HTMLElement | null>,
  view: object,
  isFilled: boolean,
): void {
  const isDue = useRef(true);
  /** As it was heard: asking lays the page out. */
  const top = useRef(0);
  useLayoutEffect(() => {
    if (!isFilled || !isDue.current) return;
    isDue.current = false;
    top.current = keptTop();
    if (top.current > 0) scroller.current?.scrollTo({ top: top.current, behavior: "instant" });
  }, [scroller, isFilled]);

  useEffect(() => {
    const element = scroller.current;
    const { pathname } = location;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      // The step may be another by now.
      if (isDue.current || pathname !== location.pathname || top.current === keptTop()) return;
      history.replaceState({ ...history.state, top: top.current }, "");
    };
    keep();
    const later = () => {
      top.current = element?.scrollTop ?? 0;
      clearTimeout(timer);
      timer = setTimeout(keep, SETTLED_MS);
    };
    // Captured, as by all who only ask where the list is: before anything is drawn anew, so that asking costs nothing.
    element?.addEventListener("scroll", later, true);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener("scroll", later, true);
    };
  }, [scroller, view]);
}
