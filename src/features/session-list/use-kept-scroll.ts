import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { beforeStep } from "../../url/before-step.ts";
import type { ListView } from "../../url/list-params.ts";
import { keptTop } from "./restored-scroll.ts";

/** Browsers refuse to write the history more than some hundred times in half a minute. Ms. */
const SETTLED_MS = 400;

export interface KeptScrollInput {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What the reader asked to see: each change of it is a step of the history. */
  readonly view: ListView;
}

/** What a view asks for, but for what leaves the rows where they are. */
const rowsAsked = (view: ListView): string =>
  JSON.stringify({ ...view, open: undefined, range: undefined, paused: undefined });

/**
 * Keeps how far the list is scrolled with its step of the history, once it was restored (`restored-scroll.ts`); and goes there
 * again where a step through the history brings other rows. Where it brings the same, nothing moves under the reader.
 */
export function useKeptScroll({ scroller, view }: KeptScrollInput): void {
  /** As it was heard: asking lays the page out. */
  const top = useRef<number>(undefined);
  const past = useRef(view);
  /** Where the last step through the history led. */
  const stepped = useRef<string>(undefined);
  useEffect(() => {
    const note = () => {
      stepped.current = location.href;
    };
    addEventListener("popstate", note);
    return () => removeEventListener("popstate", note);
  }, []);
  // Before the rows are painted, and before anything is kept for this step.
  useLayoutEffect(() => {
    const before = past.current;
    past.current = view;
    const isStep = stepped.current === location.href;
    stepped.current = undefined;
    if (!isStep || rowsAsked(before) === rowsAsked(view)) return;
    const kept = keptTop();
    scroller.current?.scrollTo({ top: kept, behavior: "instant" });
    // Where there are not rows enough to go there yet, it stays kept.
    top.current = kept;
  }, [scroller, view]);
  useEffect(() => {
    const element = scroller.current;
    let { href } = location;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      top.current ??= element?.scrollTop ?? 0;
      // The step may be another by now.
      if (href !== location.href || top.current === keptTop()) return;
      history.replaceState({ ...history.state, top: top.current }, "");
    };
    keep();
    const later = () => {
      top.current = element?.scrollTop ?? 0;
      ({ href } = location);
      clearTimeout(timer);
      timer = setTimeout(keep, SETTLED_MS);
    };
    // Captured, as by all who only ask where the list is: before anything is drawn anew, so that asking costs nothing.
    element?.addEventListener("scroll", later, true);
    // What was scrolled right before a step belongs to this one.
    const end = beforeStep(keep);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener("scroll", later, true);
      end();
    };
  }, [scroller, view]);
}
