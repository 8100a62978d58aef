import { useEffect, type RefObject } from "react";
import { hasFocus, isUnderPointer } from "../../ui/engaged.ts";
import type { Hold } from "./calm-items.ts";

export interface HoldInput {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly setHold: (hold: Hold) => void;
}

/**
 * Tells what somebody at the list does to it, as far as it holds rows in place. An effect, because pointer, focus and scrolling
 * are the document's. Nobody reads a page that is hidden.
 */
export function useHold({ scroller, setHold }: HoldInput): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // It may have been there before this was.
    let isPointed = isUnderPointer(element);
    const ending = new AbortController();
    const { signal } = ending;
    const look = () => {
      const isRead = !document.hidden && (isPointed || hasFocus(element));
      setHold(isRead ? "moves" : element.scrollTop > 0 ? "arrivals" : "nothing");
    };
    const point = (is: boolean) => () => {
      isPointed = is;
      look();
    };
    // Over and not enter: a list that grows under a pointer at rest is entered without a word.
    element.addEventListener("pointerover", point(true), { signal });
    element.addEventListener("pointerleave", point(false), { signal });
    element.addEventListener("pointercancel", point(false), { signal });
    element.addEventListener("focusin", look, { signal });
    // The focus is elsewhere only after the event.
    element.addEventListener("focusout", () => queueMicrotask(look), { signal });
    // Captured: before the list draws anew, so that asking where it is costs nothing.
    element.addEventListener("scroll", look, { signal, capture: true });
    document.addEventListener("visibilitychange", look, { signal });
    look();
    return () => ending.abort();
  }, [scroller, setHold]);
}
