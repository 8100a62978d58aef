/** Paints how many trainings ran: solid up to the peak with a line on it, hatched from there to the most. */
import type { RunningSteps } from "../../domain/running-steps.ts";
import { type Window, xOf } from "../../domain/window.ts";
import type { Brushes } from "./paint-shapes.ts";

export interface StepsPlace {
  /** Of the ground of nothing, px. */
  readonly bottom: number;
  /** Px for the greatest number. */
  readonly height: number;
  /** The greatest number. */
  readonly most: number;
  readonly width: number;
}

export function paintSteps(
  { context, colours, hatch }: Brushes,
  { steps, to }: RunningSteps,
  window: Window,
  { bottom, height, most, width }: StepsPlace,
  colour: string = colours["--running-fill"],
): void {
  if (steps.length === 0) return;
  const x = (at: number) => xOf(at, window) * width;
  const y = (count: number) => bottom - (most > 0 ? (count / most) * height : 0);
  const ends = steps.map((_, i) => x(steps[i + 1]?.at ?? to));
  const area = (low: ((i: number) => number) | undefined, high: (i: number) => number) => {
    context.beginPath();
    for (const [i, step] of steps.entries()) {
      const [x0, x1] = [x(step.at), ends[i] ?? 0];
      const [a, b] = [y(high(i)), low ? y(low(i)) : bottom];
      if (b - a > 0) context.rect(x0, a, x1 - x0, b - a);
    }
  };
  const peak = (i: number) => steps[i]?.peak ?? 0;
  area(peak, (i) => steps[i]?.most ?? 0);
  context.globalAlpha = 0.5;
  context.fillStyle = hatch(colour);
  context.fill();
  area(undefined, peak);
  context.globalAlpha = 0.2;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 0.75;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (const [i, step] of steps.entries()) {
    const level = Math.round(y(step.peak)) - 0.5;
    if (i === 0) context.moveTo(x(step.at), level);
    else context.lineTo(x(step.at), level);
    context.lineTo(ends[i] ?? 0, level);
  }
  context.stroke();
  context.globalAlpha = 1;
}
