/** The whole list under the wheel. */
import type { Target } from "../targets.ts";
import type { Frames } from "../probe/frames.ts";
import type { Scrolled } from "../probe/place.ts";
import { shareOver } from "../report/statistics.ts";
import type { Opened } from "./browser.ts";

/** Time for the whole way, s: as fast as a free wheel, but long enough to see some frames. */
const LONGEST_S = 20;
const SHORTEST_S = 2;
const ROWS_PER_SECOND = 500;
const ROW_PX = 32;
/** What sticks above the rows at most, px. */
const HEAD_PX = 60;
/** A frame that came later than the one after next: two take 33.3 ms, and what is measured is rounded to a tenth twice. */
const SLOW_MS = 33.6;

export interface Wheeled {
  /** Frames over 33 ms, 0..1. */
  readonly slowFrames: number;
  /** How often a part of the view was shown without a row, and the greatest such part, both 0..1. */
  readonly blankScrolls: number;
  readonly blankMost: number;
  /** The most elements the document had. */
  readonly elements: number;
}

/** Scrolls down twice: for the frames, and for what they showed, because looking costs time. */
export async function wheel(opened: Opened, { scroller, row }: Target, sessions: number): Promise<Wheeled> {
  const scrolled = { scroller, row, headHeight: HEAD_PX };
  const slow = await slowFrames(opened, scrolled, sessions);
  const looked = await wheelOnce(opened, scrolled, sessions, true);
  return {
    slowFrames: slow,
    blankScrolls: looked.blankScrolls / Math.max(1, looked.scrolls),
    blankMost: looked.blankMost,
    elements: looked.elements,
  };
}

/** The share of frames over 33 ms while the wheel goes through all of something, 0..1. @param rows there are about so many in it */
export async function slowFrames(opened: Opened, scrolled: Scrolled, rows: number): Promise<number> {
  return slowShare(await wheelOnce(opened, scrolled, rows, false));
}

/** The share of frames over 33 ms, 0..1. */
export const slowShare = ({ gaps }: Pick<Frames, "gaps">): number => shareOver(gaps, SLOW_MS);

/** From where it is, as fast as lists are scrolled, whatever there is still to see. */
export async function wheelOn({ page, cdp }: Opened, scrolled: Scrolled, seconds: number): Promise<Frames> {
  await page.evaluate(() => bench.settled());
  const { x, y } = await page.evaluate((selector) => bench.place(selector), scrolled.scroller);
  await page.evaluate((what) => bench.startFrames(what, false), scrolled);
  const speed = ROWS_PER_SECOND * ROW_PX;
  await cdp.send("Input.synthesizeScrollGesture", {
    x,
    y,
    yDistance: -speed * seconds,
    speed,
    gestureSourceType: "mouse",
    preventFling: true,
  });
  return page.evaluate(() => bench.stopFrames());
}

async function wheelOnce(
  { page, cdp }: Opened,
  scrolled: Scrolled,
  rows: number,
  look: boolean,
): Promise<Frames> {
  const { scroller } = scrolled;
  await page.evaluate((selector) => bench.scrollTo(selector, 0), scroller);
  await page.evaluate(() => bench.settled());
  const { x, y, way } = await page.evaluate((selector) => bench.place(selector), scroller);
  const seconds = Math.min(LONGEST_S, Math.max(SHORTEST_S, rows / ROWS_PER_SECOND));
  await page.evaluate(([what, looks]) => bench.startFrames(what, looks), [scrolled, look] as const);
  await cdp.send("Input.synthesizeScrollGesture", {
    x,
    y,
    yDistance: -(way + 100),
    speed: Math.ceil(way / seconds),
    gestureSourceType: "mouse",
    preventFling: true,
  });
  const frames = await page.evaluate(() => bench.stopFrames());
  const { top } = await page.evaluate((selector) => bench.place(selector), scroller);
  if (top < way * 0.98) throw new Error(`The wheel went ${Math.round(top)} px of ${Math.round(way)}.`);
  return frames;
}
