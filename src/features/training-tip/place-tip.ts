/** Where a tooltip stands so that it covers no bar of its own row. All px of the viewport. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface TipPlace {
  readonly at: { readonly left: number; readonly top: number };
  readonly side: "above" | "below";
  /** Of the arrow, from the tooltip's left edge. */
  readonly arrow: number;
}

const WIDTH = 288;
/** Enough for its tallest text. */
const HEIGHT = 176;
const GAP = 10;
const MARGIN = 8;

/** Below the bar, or above it near the lower edge; the arrow points at the middle of what is seen of the bar. */
export function placeTip(bar: Box, viewport: { readonly width: number; readonly height: number }): TipPlace {
  const width = Math.min(WIDTH, viewport.width - 2 * MARGIN);
  const middle = (Math.max(0, bar.left) + Math.min(viewport.width, bar.right)) / 2;
  const left = Math.max(MARGIN, Math.min(middle - width / 2, viewport.width - width - MARGIN));
  const arrow = Math.max(12, Math.min(middle - left, width - 12));
  const isBelow = bar.bottom + GAP + HEIGHT <= viewport.height;
  return isBelow
    ? { at: { left, top: bar.bottom + GAP }, side: "below", arrow }
    : { at: { left, top: Math.max(MARGIN, bar.top - GAP - HEIGHT) }, side: "above", arrow };
}
