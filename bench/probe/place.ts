import { painted } from "./painted.ts";

/** What scrolls. */
export interface Scrolled {
  /** CSS selectors. */
  readonly scroller: string;
  readonly row: string;
  /** What sticks above the rows, px. */
  readonly headHeight: number;
}

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
};

/** Where the middle of the scroller is, how far it can be scrolled, and how far it is, px. */
export function place(scroller: string) {
  const element = find(scroller);
  const { left, top, width } = element.getBoundingClientRect();
  return {
    x: left + width / 2,
    y: top + Math.min(element.clientHeight, innerHeight - top) / 2,
    way: element.scrollHeight - element.clientHeight,
    top: element.scrollTop,
  };
}

export function scrollTo(scroller: string, top: number): void {
  find(scroller).scrollTop = top;
}

/** Resolves when two frames went by. */
export async function settled(): Promise<void> {
  await painted();
  await painted();
}
