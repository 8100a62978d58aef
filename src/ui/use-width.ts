import { useCallback, useState } from "react";

/** The width of an element in px, 0 before it is laid out: `[attach, width]`, to be given to its `ref`. */
export function useWidth(): readonly [
  attach: (element: HTMLElement | null) => (() => void) | undefined,
  width: number,
] {
  const [width, setWidth] = useState(0);
  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [attach, width];
}
