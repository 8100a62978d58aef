/**
 * Where the durations of bars are written: right of a bar that ended, inside one that is open if it fits, else left of it.
 * A label that would lie over another bar, another label or the edge is left out: its bar tells it when pointed at.
 */
import { NARROW_SPACE, NO_BREAK_SPACE } from "./format-number.ts";
import type { Mark } from "./timeline.ts";

/** Between a bar and its label, and between a label and what comes next. Px. */
const GAP = 6;
/** Of a label inside a bar, px. */
const PADDING = 8;

/** Of the letter size: figures of one width, letters of units at most as wide. Six in a hundred is slack. */
const FIGURE = 0.6 * 1.06;
const SPACES: Readonly<Record<string, number>> = { [NARROW_SPACE]: 0.22, [NO_BREAK_SPACE]: 0.3, " ": 0.3 };

/** How wide a text of figures and units is at most, without measuring it. Px. */
export function textWidth(text: string, fontPx = 11): number {
  let width = 0;
  for (const letter of text) width += SPACES[letter] ?? FIGURE;
  return width * fontPx;
}

export interface LabelledBar {
  /** Unique among the bars. */
  readonly id: string;
  readonly lane: number;
  /** 0..1 of the strip, the tail with it. */
  readonly x0: number;
  readonly x1: number;
  /** It goes on: there is no room on its right. */
  readonly open: boolean;
  /** Of the label, px; 0 for none. */
  readonly textPx: number;
}

/** What an open bar has at least, grown to its left. Px. */
const OPEN_PX = 10;

/** The bar of a mark with this label. */
export function labelledBar(mark: Mark, text: string, widthPx: number): LabelledBar {
  const { trainingId: id, lane, tail, x0 } = mark;
  const x1 = "x1" in tail ? tail.x1 : mark.x1;
  const open = tail.kind === "open" || tail.kind === "stale";
  const from = open ? Math.max(0, Math.min(x0, x1 - OPEN_PX / widthPx)) : x0;
  return { id, lane, x0: from, x1, open, textPx: textWidth(text) };
}

export interface LabelPlace {
  readonly side: "right" | "inside" | "left";
  /** Where the text begins, px from the strip's beginning. */
  readonly at: number;
}

/** Places for the labels that have one, by the bars' ids. The order of the bars makes no difference. */
export function placeLabels(bars: readonly LabelledBar[], widthPx: number): ReadonlyMap<string, LabelPlace> {
  const places = new Map<string, LabelPlace>();
  const lanes = new Map<number, LabelledBar[]>();
  for (const bar of bars) {
    const lane = lanes.get(bar.lane);
    if (lane) lane.push(bar);
    else lanes.set(bar.lane, [bar]);
  }
  for (const lane of lanes.values()) {
    lane.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1 || (a.id < b.id ? -1 : 1));
    /** Nothing lies from here to the bar. */
    let free = 0;
    for (const [i, bar] of lane.entries()) {
      const next = lane[i + 1];
      const place = placeOf(bar, widthPx, free, next === undefined ? widthPx : next.x0 * widthPx - GAP);
      if (place) places.set(bar.id, place);
      const end = place?.side === "right" ? place.at + bar.textPx : 0;
      free = Math.max(free, bar.x1 * widthPx + GAP, end + GAP);
    }
  }
  return places;
}

/** @param free where what stands before the bar ends, with its gap @param until where what comes after it begins, px */
function placeOf(
  { x0, x1, open, textPx }: LabelledBar,
  widthPx: number,
  free: number,
  until: number,
): LabelPlace | undefined {
  if (!(textPx > 0)) return undefined;
  const [from, to] = [x0 * widthPx, x1 * widthPx];
  const right = to + GAP;
  if (!open && right >= free && right + textPx <= until) return { side: "right", at: right };
  const inside = from + PADDING;
  if (open && inside >= free && inside + textPx + PADDING <= Math.min(to, until)) {
    return { side: "inside", at: inside };
  }
  const left = from - GAP - textPx;
  return left >= free ? { side: "left", at: left } : undefined;
}
