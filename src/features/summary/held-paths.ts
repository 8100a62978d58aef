/** What was held over time as a drawing: a line that goes in steps, broken where nobody watched, on the ground of nothing. */
import type { Held, HeldOverTime, HeldQuantity } from "../../domain/held-over-time.ts";

export const WIDTH = 72;
export const HEIGHT = 28;
/** Room for the whole of the dot, and for the line at its highest and lowest. Px of the drawing, as all here. */
const END = 70;
const TOP = 6;
const BOTTOM = 27;
/** A run of a single instant would have no length. */
const SHORTEST = 1;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface HeldPaths {
  readonly line: string;
  readonly area: string;
  /** The newest answer. */
  readonly dot: Point | undefined;
}

export function heldPaths({ steps, stretches, newest }: HeldOverTime, quantity: HeldQuantity): HeldPaths {
  const most = Math.max(1e-9, ...stretches.flat().map((held) => held[quantity]));
  const pointOf = (held: Held): Point => ({
    x: rounded((held.step / steps) * END),
    y: rounded(BOTTOM - (held[quantity] / most) * (BOTTOM - TOP)),
  });
  const runs = stretches.map((stretch) => runOf(stretch.map(pointOf)));
  return {
    line: runs.map(({ path }) => path).join(""),
    area: runs.map(({ path, from }) => `${path}V${HEIGHT}H${from}Z`).join(""),
    dot: newest && pointOf(newest),
  };
}

/** Each point holds until the next. */
function runOf(points: readonly Point[]): { readonly path: string; readonly from: number } {
  let path = "";
  let level: number | undefined;
  for (const { x, y } of points) {
    if (level === undefined) path = `M${x} ${y}`;
    else if (y !== level) path += `H${x}V${y}`;
    level = y;
  }
  const from = points[0]?.x ?? 0;
  return { path: `${path}H${Math.max(points.at(-1)?.x ?? 0, from + SHORTEST)}`, from };
}

const rounded = (n: number): number => Math.round(n * 100) / 100;
