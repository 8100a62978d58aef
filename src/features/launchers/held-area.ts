/** What of a launcher was held as a drawing in its row, and in words. */
import { formatNumber } from "../../domain/format-number.ts";
import type { Held, HeldGrid, HeldOverTime } from "../../domain/held-over-time.ts";
import type { Window } from "../../domain/window.ts";

/** Of the drawing, which is stretched to its place. */
export const WIDTH = 1000;
export const HEIGHT = 28;
const TOP = 5;
const BOTTOM = 27;

export interface HeldArea {
  readonly line: string;
  readonly area: string;
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

/**
 * Steps of the vCPU held; broken where nobody watched.
 * @param drawn what the drawing is as wide as
 * @param until what the newest answer tells goes on to here, epoch ms
 */
export function heldArea(
  { stretches, newest }: HeldOverTime,
  grid: HeldGrid,
  drawn: Window,
  until: number,
): HeldArea {
  const most = Math.max(1e-9, ...stretches.flat().map(({ vcpus }) => vcpus));
  const span = drawn.to - drawn.from;
  const xAt = (at: number) => rounded(((at - drawn.from) / span) * WIDTH);
  const xOf = ({ step }: Held) => xAt(grid.from + step * grid.stepMs);
  let line = "";
  let area = "";
  for (const stretch of stretches) {
    const [first] = stretch;
    const last = stretch.at(-1);
    if (!first || !last) continue;
    let level: number | undefined;
    let path = "";
    for (const held of stretch) {
      const y = rounded(BOTTOM - (held.vcpus / most) * (BOTTOM - TOP));
      if (level === undefined) path = `M${xOf(held)} ${y}`;
      else if (y !== level) path += `H${xOf(held)}V${y}`;
      level = y;
    }
    const end = last === newest ? Math.min(WIDTH, xAt(until)) : xOf(last);
    path += `H${Math.max(end, xOf(last), xOf(first) + 1)}`;
    line += path;
    area += `${path}V${HEIGHT}H${xOf(first)}Z`;
  }
  return { line, area };
}

/** `Held: 8 vCPU in the newest answer, 0 to 16 while watched in the last 3 h`. @param range as `in the last 3 h` */
export function heldWords({ stretches, newest }: HeldOverTime, range: string): string {
  const amounts = stretches.flat().map(({ vcpus }) => vcpus);
  if (amounts.length === 0) return `Held: nobody watched ${range}`;
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)].map((n) => formatNumber(n, 2));
  const present = newest ? `${formatNumber(newest.vcpus, 2)} vCPU in the newest answer, ` : "";
  return `Held: ${present}${least === most ? least : `${least} to ${most}`}${newest ? "" : " vCPU"} while watched ${range}`;
}
