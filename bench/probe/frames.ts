/** Watches the main thread while somebody scrolls: how far apart its frames are, and what was in view without a row. */
import type { Scrolled } from "./place.ts";

export interface Frames {
  /** Ms between each frame and the one before. */
  readonly gaps: readonly number[];
  /** The most elements the document had. */
  readonly elements: number;
  /** How often the page heard that it was scrolled. */
  readonly scrolls: number;
  /** How often a part of the view had no row then, and the greatest such part, 0..1. */
  readonly blankScrolls: number;
  readonly blankMost: number;
}

/** Px between the points at which the view is looked at: less than a row. */
const STEP = 16;

let gaps: number[] = [];
let elements = 0;
let scrolls = 0;
let blankScrolls = 0;
let blankMost = 0;
let running = 0;
let watching = new AbortController();

/** The part of the view below the head that shows no row, 0..1, in the document as it stands. */
function blankPart(scroller: Element, row: string, headHeight: number): number {
  const { left, top, width, bottom } = scroller.getBoundingClientRect();
  let points = 0;
  let blank = 0;
  for (let y = top + headHeight + 4; y < Math.min(bottom, innerHeight) - 4; y += STEP) {
    points += 1;
    // Whatever lies over it: the dashboard keeps the pointer from rows that pass by something that is not to be seen.
    const there = document.elementsFromPoint(left + width / 3, y);
    if (!there.some((element) => element.closest(row) !== null)) blank += 1;
  }
  return points === 0 ? 0 : blank / points;
}

/** @param look whether to look for blanks too, which costs a layout at each scroll */
export function startFrames({ scroller, row, headHeight }: Scrolled, look: boolean): void {
  gaps = [];
  elements = scrolls = blankScrolls = blankMost = 0;
  watching = new AbortController();
  const element = document.querySelector(scroller);
  let before: number | undefined;
  const next = (at: number) => {
    if (before !== undefined) gaps.push(at - before);
    before = at;
    running = requestAnimationFrame(next);
  };
  running = requestAnimationFrame(next);
  if (!look || !element) return;
  // The browser scrolls what is painted by itself and tells the page after it. So before the page hears of it, the
  // document is still the one that was shown at this place.
  const { signal } = watching;
  const lookAround = () => {
    scrolls += 1;
    const part = blankPart(element, row, headHeight);
    if (part > 0) blankScrolls += 1;
    blankMost = Math.max(blankMost, part);
    elements = Math.max(elements, document.getElementsByTagName("*").length);
  };
  addEventListener("scroll", lookAround, { capture: true, passive: true, signal });
}

export function stopFrames(): Frames {
  cancelAnimationFrame(running);
  watching.abort();
  return { gaps, elements, scrolls, blankScrolls, blankMost };
}
