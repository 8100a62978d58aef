/** Paints what is in view of all lanes: gridlines and washes, sessions with their trainings, step areas of groups, and now. */
import type { RunningTimes } from "../../domain/running-times.ts";
import { runningSteps, type RunningSteps } from "../../domain/running-steps.ts";
import { lookAt } from "../../domain/standing-look.ts";
import type { TimeMarks } from "../../domain/time-marks.ts";
import type { TimelineRow } from "../../domain/timeline-rows.ts";
import type { AsOf } from "../../domain/training-end.ts";
import { type Window, xOf } from "../../domain/window.ts";
import { drawingOf } from "./lane-shapes.ts";
import { type Brushes, paintBand, paintShape } from "./paint-shapes.ts";
import { paintSteps } from "./paint-steps.ts";

export interface PlacedRow {
  readonly row: TimelineRow;
  /** Px from the top of the canvas; of all of the row, and of its picture. */
  readonly top: number;
  readonly pictureTop: number;
  readonly pictureHeight: number;
}

export interface Scene {
  readonly window: Window;
  readonly now: number;
  readonly staleFrom: number | undefined;
  /** As `Told` has it. */
  readonly wholeFrom: number | undefined;
  /** x in shares of `markedIn`. */
  readonly marks: TimeMarks;
  readonly markedIn: Window;
  /** Of the window, px; what is right of it is yet to come. */
  readonly width: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly rows: readonly PlacedRow[];
  /** The head that stands at the top, over what is there. */
  readonly pinned: PlacedRow | undefined;
  readonly timesOf: (group: string) => RunningTimes | undefined;
  /** The most that ran in a group, for how high its steps are. */
  readonly mostOf: (group: string) => number;
}

export function paintLanes(brushes: Brushes, scene: Scene): void {
  const { context, colours } = brushes;
  const { size, width, window, now, rows, pinned } = scene;
  context.clearRect(0, 0, size.width, size.height);
  paintGround(brushes, scene);
  const look = lookAt(now, scene.staleFrom ?? now, scene.staleFrom);
  for (const placed of rows) {
    if (isUnderText(placed)) context.clearRect(0, placed.top, size.width, placed.pictureTop - placed.top);
    if (placed.row.kind === "group") paintGroup(brushes, placed, scene);
  }
  context.save();
  context.beginPath();
  context.rect(0, 0, width, size.height);
  context.clip();
  for (const placed of rows) paintSession(brushes, placed, scene, look);
  context.restore();
  if (pinned) {
    context.fillStyle = colours["--surface"];
    context.fillRect(0, pinned.top, size.width, pinned.row.height);
    paintGround(brushes, scene, pinned);
    paintGroup(brushes, pinned, scene);
    context.fillStyle = colours["--line"];
    context.fillRect(0, pinned.top + pinned.row.height - 1, size.width, 1);
  }
  if (now < window.from || now > window.to) return;
  context.fillStyle = colours["--accent"];
  const x = xOf(now, window) * width - 0.75;
  // Words over a picture have the line beside them only.
  const parts = rows.some(isUnderText) ? rows : [{ pictureTop: 0, pictureHeight: size.height }];
  for (const part of parts) context.fillRect(x, part.pictureTop, 1.5, part.pictureHeight);
}

const isUnderText = ({ top, pictureTop }: PlacedRow): boolean => pictureTop > top;

/** Gridlines, washes and what is yet to come; in one row's place alone where one is given. */
function paintGround({ context, colours }: Brushes, scene: Scene, within?: PlacedRow): void {
  const { size, width, window, marks, markedIn } = scene;
  const top = within?.top ?? 0;
  const height = within?.row.height ?? size.height;
  const span = markedIn.to - markedIn.from;
  const x = (share: number) =>
    ((markedIn.from + share * span - window.from) / (window.to - window.from)) * width;
  context.fillStyle = colours["--tl-future"];
  context.fillRect(width, top, size.width - width, height);
  context.lineWidth = 1;
  for (const wash of marks.washes) {
    const x0 = Math.max(0, x(wash.x));
    const x1 = Math.min(width, wash.w === undefined ? x(1) : x(wash.x + wash.w));
    if (x1 <= x0) continue;
    context.fillStyle = colours["--tl-blind"];
    context.fillRect(x0, top, x1 - x0, height);
    context.strokeStyle = colours["--tl-blind-edge"];
    context.setLineDash([1, 3]);
    context.beginPath();
    for (const edge of [x0, x1]) {
      if (edge <= 0 || edge >= width) continue;
      context.moveTo(Math.round(edge) + 0.5, top);
      context.lineTo(Math.round(edge) + 0.5, top + height);
    }
    context.stroke();
    context.setLineDash([]);
  }
  context.fillStyle = colours["--tl-grid"];
  for (const tick of marks.ticks) {
    const at = x(tick.x);
    if (at >= 0 && at <= width) context.fillRect(Math.round(at), top, 1, height);
  }
}

const stepsMade = new WeakMap<RunningTimes, { readonly key: string; readonly steps: RunningSteps }>();

/** Those of the window; the same ones while it is the same. */
function stepsOf(times: RunningTimes, scene: Scene): RunningSteps {
  const { window, now, staleFrom, wholeFrom, width } = scene;
  // Within a second nothing is told of that was not told before.
  const key = [window.from, window.to, Math.floor(now / 1_000), staleFrom, wholeFrom, width].join();
  const made = stepsMade.get(times);
  if (made?.key === key) return made.steps;
  const told = { now, staleFrom, wholeFrom };
  const steps = runningSteps(times, window, told, Math.max(2, Math.floor(width / 3)));
  stepsMade.set(times, { key, steps });
  return steps;
}

function paintGroup(brushes: Brushes, { row, pictureTop, pictureHeight }: PlacedRow, scene: Scene): void {
  if (row.kind !== "group") return;
  const times = scene.timesOf(row.group);
  if (!times) return;
  paintSteps(brushes, stepsOf(times, scene), scene.window, {
    bottom: pictureTop + pictureHeight - 2,
    height: pictureHeight - 8,
    most: Math.max(4, scene.mostOf(row.group)),
    width: scene.width,
  });
}

function paintSession(brushes: Brushes, placed: PlacedRow, { window, width }: Scene, look: AsOf): void {
  const { row, pictureTop, pictureHeight } = placed;
  if (row.kind !== "session") return;
  const { lives, shapes } = drawingOf({ row, pictureTop, pictureHeight }, window, width, look);
  const band = { y: Math.round(pictureTop + 3), height: pictureHeight - 7 };
  for (const life of lives) if (life.band) paintBand(brushes, life.band, band, width);
  for (const { shape, place } of shapes) paintShape(brushes, shape, place, width);
}
