/** What strips cost, from the same way through the same rows once with trainings in their strips and once with none. */
import { sum } from "../report/statistics.ts";
import type { Task } from "../stages/trace.ts";

export interface Way {
  /** Of the main thread, while it was gone and until it was at rest. */
  readonly tasks: readonly Task[];
  readonly frames: number;
  /** How many rows are in view at a time. */
  readonly rows: number;
}

/** Of a frame, on a processor, ms. */
export const frameCost = ({ tasks, frames }: Way): number => sum(tasks.map(({ cpuMs }) => cpuMs)) / frames;

/** What trainings in the strip of one row in view add to a frame, ms; nothing where the machine was kinder to the full ones. */
export const stripCost = (full: Way, empty: Way): number =>
  Math.max(0, frameCost(full) - frameCost(empty)) / full.rows;
