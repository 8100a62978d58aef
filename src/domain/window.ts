/** The stretch of time a picture shows, and where an instant lies in it. */

/** Epoch ms, `from` before `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where an instant lies, 0 at the window's beginning and 1 at its end; instants outside lie on the nearer end. */
export function xOf(at: number, { from, to }: Window): number {
  const x = (at - from) / (to - from);
  // An empty window, or an instant that is no number, has no place; the beginning does no harm.
  return Number.isNaN(x) ? 0 : Math.min(1, Math.max(0, x));
}

/** Whether a stretch has an instant in common with the window. */
export const meets = (from: number, to: number, window: Window): boolean =>
  to >= window.from && from <= window.to;
