/**
 * The ticks of a time axis: round times of the chosen zone's clocks, wherever its daylight saving puts them.
 *
 * Between two changes of a zone's offset, ticks stand where its clocks show a multiple of the step; at a change the
 * count goes on from what the clocks show after it. So a step across a change can be shorter or longer than the others.
 */
import { NO_BREAK_SPACE } from "./format-number.ts";
import { formatAxisTime, formatClock, formatDay, isSameDay } from "./format-time.ts";
import { LAST_INSTANT } from "./last-instant.ts";
import type { Window } from "./window.ts";
import { offsetAt, offsetChange, type Zone } from "./zone.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  DAY,
  2 * DAY,
  WEEK,
];
/** Weeks begin on Monday; the epoch began on a Thursday. */
const FIRST_MONDAY = 4 * DAY;
/** Of an axis' letters, px: a label with a day or with AM in it takes more room than others. */
const LETTER = 5.4;
/** A label whose middle is nearer to the beginning is not drawn, px (timeline.css): one with a day in it would be cut. */
const EDGE = 20;
/** No screen shows more, and none is wider, px. */
const MOST_TICKS = 1000;
const WIDEST = 1e6;

export interface Tick {
  /** Epoch ms. */
  readonly at: number;
  /** Empty: a line without words, for lack of room. */
  readonly label: string;
  /** A day begins here. */
  readonly major: boolean;
}

export interface AxisOptions {
  readonly zone: Zone;
  /** Tells today from other days; the first label in sight of an axis that begins on another day names it. */
  readonly now: number;
  /** Least distance of two labels, px. Default 80; panels use 48. */
  readonly minGapPx?: number;
  /** Places with words of their own (the now flag, the eye): labels nearer than `px` to one stay empty. */
  readonly keepClear?: readonly { readonly at: number; readonly px: number }[];
}

/** The least step of the table whose labels stand `minGapPx` apart; weeks double without end. */
export function stepFor(spanMs: number, widthPx: number, minGapPx: number): number {
  const wanted = (spanMs * minGapPx) / widthPx;
  let step = STEPS.find((candidate) => candidate >= wanted) ?? WEEK;
  while (step < wanted) step *= 2;
  return step;
}

/** Instants in the window at which the zone's clocks show a multiple of the step, in order. */
function* multiples(window: Window, step: number, zone: Zone): Generator<number> {
  const origin = step % WEEK === 0 ? FIRST_MONDAY : 0;
  let from = window.from;
  while (from <= window.to) {
    const offset = offsetAt(from, zone);
    const next = Math.ceil((from + offset - origin) / step) * step + origin - offset;
    if (offsetAt(next, zone) === offset) {
      if (next > window.to) return;
      yield next;
      from = next + 1;
    } else {
      from = offsetChange(from, next, zone);
    }
  }
}

/** Whether the zone's clocks show the beginning of a day. */
const beginsDay = (at: number, zone: Zone): boolean => (at + offsetAt(at, zone)) % DAY === 0;

/**
 * The ticks of a window drawn `widthPx` wide, in order, all inside it. Steps of 1 2 5 10 15 30 s and min, 1 2 3 6 12 h,
 * 1 2 days, 1 2 4 8 ... weeks. None for a window or width that is empty, no number, or beyond
 * any screen.
 */
export function ticks(window: Window, widthPx: number, options: AxisOptions): readonly Tick[] {
  const { zone, now, minGapPx = 80, keepClear = [] } = options;
  const from = Math.max(Math.ceil(window.from), -LAST_INSTANT);
  const to = Math.min(window.to, LAST_INSTANT);
  const gap = Math.max(minGapPx, widthPx / MOST_TICKS);
  if (!(to > from && widthPx >= 1 && widthPx <= WIDEST && gap > 0)) return [];

  const spanMs = Math.min(window.to - window.from, 2 * LAST_INSTANT);
  const pxPerMs = widthPx / spanMs;
  const step = stepFor(spanMs, widthPx, gap);
  const inSight = window.from + EDGE / pxPerMs;
  const found: Tick[] = [];
  /** The last label's place, and the room it needs to its right. */
  let labelled = { at: -Infinity, px: 0 };
  for (const at of multiples({ from, to }, step, zone)) {
    const major = beginsDay(at, zone);
    // One at the edge may tell the day where nobody sees it.
    const dated = labelled.at < inSight && !major && !isSameDay(at, now, zone);
    const room = Math.max(gap, labelled.px);
    const isClear =
      (at - labelled.at) * pxPerMs >= room - 1e-6 &&
      keepClear.every((place) => Math.abs(at - place.at) * pxPerMs >= place.px);
    const label = isClear ? labelOf(at, step, major, dated, options) : "";
    found.push({ at, label, major });
    if (isClear) labelled = { at, px: label.length * LETTER };
  }
  return found;
}

function labelOf(at: number, step: number, major: boolean, dated: boolean, options: AxisOptions): string {
  const { zone, now } = options;
  if (major || step >= DAY) return formatDay(at, now, zone);
  const time = step < MINUTE ? formatClock(at, zone) : formatAxisTime(at, zone);
  return dated ? `${formatDay(at, now, zone)}${NO_BREAK_SPACE}${time}` : time;
}
