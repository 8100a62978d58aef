/** Watches the frames of the main thread while somebody scrolls: how far apart, and what of the view has no row. */
import type { Scrolled } from "./place.ts";

export interface Frames {
  /** Ms between each frame and the one before. */
  readonly gaps: readonly number[];
  /** The most elements the document had. */
  readonly elements: number;
  /** Frames in which a part of the view had no row, and the greatest such part, 0..1. */
  readonly blankFrames: number;
  readonly blankMost: number;
}

/** Px between the points at which the view is looked at: less than a row. */
const STEP = 16;

let gaps: number[] = [];
let elements = 0;
let blankFrames = 0;
let blankMost = 0;
let running = 0;

/** The part of the view below the head that shows no row, 0..1, in the document as this frame will paint it. */
function blankPart(scroller: Element, row: string, headHeight: number): number {
  const { left, top, width, bottom } = scroller.getBoundingClientRect();
  let points = 0;
  let blank = 0;
  for (let y = top + headHeight + 4; y < Math.min(bottom, innerHeight) - 4; y += STEP) {
    points += 1;
    const seen = document.elementFromPoint(left + width / 3, y);
    if (seen?.closest(row) === null) blank += 1;
  }
  return points === 0 ? 0 : blank / points;
}

/** @param look whether to look for blanks too, which costs a layout in each frame */
export function startFrames({ scroller, row, headHeight }: Scrolled, look: boolean): void {
  gaps = [];
  elements = 0;
  blankFrames = 0;
  blankMost = 0;
  const element = document.querySelector(scroller);
  let before: number | undefined;
  const next = (at: number) => {
    if (before !== undefined) gaps.push(at - before);
    before = at;
    if (look && element) {
      const part = blankPart(element, row, headHeight);
      if (part > 0) blankFrames += 1;
      blankMost = Math.max(blankMost, part);
      elements = Math.max(elements, document.getElementsByTagName("*").length);
    }
    running = requestAnimationFrame(next);
  };
  running = requestAnimationFrame(next);
}

export function stopFrames(): Frames {
  cancelAnimationFrame(running);
  return { gaps, elements, blankFrames, blankMost };
}
