import { useEffect, useRef, type RefObject } from "react";
import { keptTop } from "./restored-scroll.ts";

/** Browsers refuse to write the history more than some hundred times in half a minute. Ms. */
const SETTLED_MS = 400;

export interface KeptScrollInput {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What the reader asked to see: each change of it is a step of the history. */
  readonly view: object;
}

/** Keeps how far the list is scrolled with its step of the history, once it was restored (`restored-scroll.ts`). */
export function useKeptScroll({ scroller, view }: KeptScrollInput): void {
  /** As it was heard: asking lays the page out. */
  const top = useRef<number>(undefined);
  useEffect(() => {
    const element = scroller.current;
    const { pathname } = location;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      top.current ??= element?.scrollTop ?? 0;
      // The step may be another by now.
      if (pathname !== location.pathname || top.current === keptTop()) return;
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
