/**
 * While the wheel turns, a veil over a list's rows keeps them from the pointer (list.css): each that passes beneath it would be
 * looked for, lit and drawn again, in every frame. It goes with the first movement of the pointer, or soon after the list stands. A
 * click on it is for the row that was seen there from press to release.
 */
import { useEffect, type RefObject } from "react";

/** So long after the last of the scroll it is gone. Ms. */
const STANDS_MS = 100;

export function useVeil(scroller: RefObject<HTMLElement | null>): void {
  // An effect, because the veil is none of React's.
  useEffect(() => (scroller.current ? veil(scroller.current) : undefined), [scroller]);
}

function veil(list: HTMLElement): () => void {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The row that was seen where the veil was pressed. */
  let pressed: Element | undefined;

  const lift = () => {
    clearTimeout(timer);
    timer = undefined;
    list.removeAttribute("data-veiled");
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(lift, STANDS_MS);
  };
  const fall = () => {
    if (timer === undefined) list.setAttribute("data-veiled", "");
    wait();
  };
  const press = (event: MouseEvent) => {
    pressed = rowOf(seenThrough(event));
    // The list's own guard is a row's: text would be selected up to here.
    if (pressed && event.shiftKey) event.preventDefault();
  };
  const pass = (event: MouseEvent) => {
    const under = seenThrough(event);
    const row = rowOf(under);
    if (event.defaultPrevented || !under || !row || row !== pressed) return;
    event.stopPropagation();
    row.focus({ preventScroll: true });
    under.dispatchEvent(new MouseEvent(event.type, event));
  };

  const { signal } = ending;
  list.addEventListener("wheel", fall, { passive: true, signal });
  list.addEventListener("scroll", () => timer !== undefined && wait(), { passive: true, signal });
  list.addEventListener("pointermove", lift, { capture: true, passive: true, signal });
  list.addEventListener("mousedown", press, { capture: true, signal });
  list.addEventListener("click", pass, { capture: true, signal });
  list.addEventListener("dblclick", pass, { capture: true, signal });
  return () => {
    ending.abort();
    lift();
  };
}

/** What is seen where the veil was met; undefined where nothing is, or something else was met. */
function seenThrough({ target, clientX, clientY }: MouseEvent): Element | undefined {
  if (!(target instanceof Element) || !target.matches(".lview")) return undefined;
  const under = document.elementsFromPoint(clientX, clientY).find((element) => element !== target);
  return under && target.contains(under) ? under : undefined;
}

const rowOf = (element: Element | undefined): HTMLElement | undefined =>
  element?.closest<HTMLElement>("[data-key]") ?? undefined;
