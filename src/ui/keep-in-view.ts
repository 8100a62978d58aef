/** Px, from an edge of the window. */
const EDGE = 8;

/**
 * Moves what pops up beside its button into the window, where it would reach over an edge of it: for the `ref` of its element, which
 * must be moved by nothing else. What it holds may come later, and be of another width.
 */
export function keepInView(popup: HTMLElement | null): (() => void) | undefined {
  if (!popup) return undefined;
  const place = (): void => {
    popup.style.translate = "";
    const { left, right } = popup.getBoundingClientRect();
    const end = document.documentElement.clientWidth;
    const by = left < 0 ? EDGE - left : right > end ? Math.max(end - EDGE - right, EDGE - left) : 0;
    if (by !== 0) popup.style.translate = `${by}px`;
  };
  const watching = new ResizeObserver(place);
  watching.observe(popup);
  addEventListener("resize", place);
  return () => {
    watching.disconnect();
    removeEventListener("resize", place);
  };
}
