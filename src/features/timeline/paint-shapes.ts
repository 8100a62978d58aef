/** Paints the strip of one session on a canvas, by the same rules as strips of elements (strip.tsx, timeline.css). */
import { isCluster, type Shape } from "../../domain/cluster.ts";
import type { TrainingState } from "../../domain/states.ts";
import type { Band, Mark } from "../../domain/timeline.ts";
import { FADE, LEAST_BAR, LEAST_HATCH } from "../../ui/bar-sizes.ts";
import type { Colours } from "./lane-colours.ts";
import { type LanePlace, leastOf } from "./lane-shapes.ts";

export interface Brushes {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  /** Hatching in a colour. */
  readonly hatch: (colour: string) => CanvasPattern | string;
}

/** How far a failure stands out above and below its bar. Px. */
const STOP = 3;
/** Where a band fades in, px. */
const FADE_IN = 28;

const FILL = {
  starting: "--starting-fill",
  running: "--running-fill",
  completed: "--completed-fill",
  failed: "--failed-fill",
  unrecognised: "--ended-fill",
} as const satisfies Record<TrainingState, keyof Colours>;

/** Hatches are asked for again and again, in a handful of colours. */
export function createHatching(context: CanvasRenderingContext2D): Brushes["hatch"] {
  const made = new Map<string, CanvasPattern>();
  return (colour) => {
    const known = made.get(colour);
    if (known) return known;
    const tile = document.createElement("canvas");
    tile.width = 16;
    tile.height = 4;
    const pen = tile.getContext("2d");
    if (!pen) return colour;
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 6, 4);
    const pattern = context.createPattern(tile, "repeat");
    if (!pattern) return colour;
    // Stripes of 1.5 px on 4 px, leaning as those of the style sheet do.
    pattern.setTransform(new DOMMatrix().rotate(25).scale(0.25));
    made.set(colour, pattern);
    return pattern;
  };
}

/** @param top of the band, px @param width of the window, px */
export function paintBand({ context, colours }: Brushes, band: Band, place: LanePlace, width: number): void {
  const x0 = band.cutStart ? 0 : Math.min(band.x0 * width, width - FADE);
  const x1 = Math.max(band.x1 * width, x0 + FADE);
  const { y, height } = place;
  const isFading = band.cutStart || band.gone;
  context.fillStyle = isFading ? fading(context, colours["--tl-life"], x0, x1, band) : colours["--tl-life"];
  // It is open where the session was not reported.
  let from = x0;
  for (const absence of band.absences ?? []) {
    const to = Math.max(from, absence.x0 * width);
    context.fillRect(from, y, to - from, height);
    from = Math.max(to + LEAST_BAR, absence.x1 * width);
  }
  context.fillRect(from, y, Math.max(0, x1 - from), height);
  if (band.cutStart) return;
  context.fillStyle = colours["--tl-life-edge"];
  context.fillRect(x0, y, 1.5, height);
}

function fading(
  context: CanvasRenderingContext2D,
  colour: string,
  x0: number,
  x1: number,
  { cutStart, gone }: Band,
): CanvasGradient {
  const clear = clearOf(colour);
  const gradient = context.createLinearGradient(x0, 0, x1, 0);
  const length = Math.max(1, x1 - x0);
  gradient.addColorStop(0, cutStart ? clear : colour);
  if (cutStart) gradient.addColorStop(Math.min(0.5, FADE_IN / length), colour);
  if (gone) gradient.addColorStop(Math.max(0.5, 1 - FADE / length), colour);
  gradient.addColorStop(1, gone ? clear : colour);
  return gradient;
}

/** The same colour, not seen: fading to `transparent` would fade to black. */
const clearOf = (colour: string): string => `rgb(from ${colour} r g b / 0)`;

export function paintShape(brushes: Brushes, shape: Shape, place: LanePlace, width: number): void {
  if (isCluster(shape)) {
    const { context, colours } = brushes;
    const left = shape.x0 * width;
    const wide = Math.max(shape.x1 * width - left, LEAST_BAR);
    context.fillStyle = colours[FILL[shape.state]];
    context.fillRect(left, place.y, wide, place.height);
    // More than one: a second edge above them.
    context.fillRect(left, place.y - 2.5, wide, 1);
    return;
  }
  paintMark(brushes, shape, place, width);
}

function paintMark(brushes: Brushes, mark: Mark, { y, height }: LanePlace, width: number): void {
  const { context, colours } = brushes;
  const { state, tail } = mark;
  const colour = colours[FILL[state]];
  const x1 = mark.x1 * width;
  const tailTo = "x1" in tail ? tail.x1 * width : x1;
  const isHatched = tail.kind !== "interval" || tailTo - x1 >= LEAST_HATCH;
  const solidTo = isHatched ? x1 : tailTo;
  const least = leastOf(mark);
  let left = mark.x0 * width;
  context.fillStyle = colour;
  switch (tail.kind) {
    case "open":
      // What reaches now grows leftwards.
      left = Math.min(left, solidTo - least);
      if (state === "starting") paintStarting(brushes, colour, left, solidTo, y, height);
      else paintRunning(brushes, left, solidTo, y, height, mark.cutEnd);
      return;
    case "stale": {
      const to = Math.max(solidTo, left + LEAST_BAR);
      if (state === "starting") paintStarting(brushes, colour, left, to, y, height);
      else context.fillRect(left, y, to - left, height);
      paintHatch(brushes, colour, to, tailTo, y, height);
      return;
    }
    case "not-seen": {
      const to = Math.max(solidTo, left + least);
      const pale = `color-mix(in srgb, ${colour} 72%, ${colours["--surface"]})`;
      const gradient = context.createLinearGradient(left, 0, to, 0);
      gradient.addColorStop(0, pale);
      gradient.addColorStop(Math.max(0, 1 - 16 / (to - left)), pale);
      gradient.addColorStop(1, clearOf(colour));
      context.fillStyle = gradient;
      context.fillRect(left, y, to - left, height);
      return;
    }
    case "unknown": {
      const to = Math.max(solidTo, left + LEAST_BAR);
      context.fillStyle = `color-mix(in srgb, ${colour} 22%, transparent)`;
      context.fillRect(left, y, to - left, height);
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.strokeRect(left + 0.5, y + 0.5, to - left - 1, height - 1);
      return;
    }
    case "before-watching": {
      const to = Math.max(solidTo, left + least);
      // Nothing but its outcome is known of it: that is told by more than a colour.
      const more = state === "failed" ? STOP : 0;
      context.fillRect(left, y - more, to - left, height + 2 * more);
      if (tailTo <= to) return;
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.setLineDash([2, 3]);
      line(context, to, y + Math.max(1, height / 2 - 1) + 0.5, tailTo);
      context.setLineDash([]);
      return;
    }
    case "interval": {
      const hatch = isHatched ? tailTo - solidTo : 0;
      // Where nothing follows, a hair's breadth stays between it and the next.
      const wide = Math.max(hatch > 0 ? solidTo - left : solidTo - left - 1, LEAST_BAR);
      if (state === "completed" && hatch <= 0 && !mark.cutEnd) {
        context.beginPath();
        context.roundRect(left, y, wide, height, [1, height / 2, height / 2, 1]);
        context.fill();
      } else context.fillRect(left, y, wide, height);
      if (hatch > 0) paintHatch(brushes, colour, left + wide, tailTo, y, height);
      if (state === "failed" && !mark.cutEnd) {
        const end = Math.max(tailTo, left + wide);
        context.fillStyle = colour;
        context.fillRect(
          (hatch > 0 ? end : left + wide) - 2,
          y - (hatch > 0 ? 0 : STOP),
          2,
          height + (hatch > 0 ? 0 : 2 * STOP),
        );
      }
      return;
    }
  }
}

function paintRunning(
  { context, colours }: Brushes,
  left: number,
  right: number,
  y: number,
  height: number,
  isCut: boolean,
): void {
  context.fillRect(left, y, right - left, height);
  if (isCut) return;
  const sheen = Math.min(48, (right - left) * 0.6);
  const at = right - 12 - sheen;
  if (at < left) return;
  const gradient = context.createLinearGradient(at, 0, at + sheen, 0);
  const clear = clearOf(colours["--running-sheen"]);
  gradient.addColorStop(0, clear);
  gradient.addColorStop(0.5, colours["--running-sheen"]);
  gradient.addColorStop(1, clear);
  context.fillStyle = gradient;
  context.fillRect(at, y, sheen, height);
}

function paintStarting(
  { context }: Brushes,
  colour: string,
  left: number,
  right: number,
  y: number,
  height: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([3, 2]);
  context.beginPath();
  context.moveTo(right, y + 0.5);
  context.lineTo(left + 0.5, y + 0.5);
  context.lineTo(left + 0.5, y + height - 0.5);
  context.lineTo(right, y + height - 0.5);
  context.stroke();
  context.setLineDash([]);
}

function paintHatch(
  { context, hatch }: Brushes,
  colour: string,
  x0: number,
  x1: number,
  y: number,
  height: number,
): void {
  if (x1 <= x0) return;
  context.fillStyle = hatch(colour);
  context.fillRect(x0, y, x1 - x0, height);
  context.globalAlpha = 0.55;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.strokeRect(x0 + 0.5, y + 0.5, Math.max(0, x1 - x0 - 1), height - 1);
  context.globalAlpha = 1;
}

function line(context: CanvasRenderingContext2D, x0: number, y: number, x1: number): void {
  context.beginPath();
  context.moveTo(x0, y);
  context.lineTo(x1, y);
  context.stroke();
}
