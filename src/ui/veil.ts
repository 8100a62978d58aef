/**
 * While a list is scrolled a veil over its rows keeps them from the pointer (list.css): each that passes beneath it would be
 * looked for, lit and drawn again, in every frame. A click on the veil is for the row that was seen there.
 */
import { useEffect, type RefObject } from "react";

export function useVeil(scroller: RefObject<HTMLElement | null>): void {
  // An effect, because the click is the veil's, which is none of React's.
  useEffect(() => {
    const list = scroller.current;
    const pass = (event: MouseEvent) => {
      const { target, clientX, clientY } = event;
      if (!(target instanceof Element) || !target.matches(".lview")) return;
      const under = document.elementsFromPoint(clientX, clientY).find((element) => element !== target);
      if (!under || !target.contains(under)) return;
      event.stopPropagation();
      under.closest<HTMLElement>("[data-key]")?.focus({ preventScroll: true });
      under.dispatchEvent(new MouseEvent(event.type, event));
    };
    list?.addEventListener("click", pass, true);
    return () => list?.removeEventListener("click", pass, true);
  }, [scroller]);
}
