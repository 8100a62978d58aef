/** Durations that are known to lie between two, and widths of intervals. */
import {
  clean,
  count,
  DAYS,
  durationText,
  formatDuration,
  HOURS,
  MINUTES,
  type Scale,
  scaleOf,
  second,
  SECONDS,
} from "./format-duration.ts";
import {
  formatNumber,
  NARROW_SPACE,
  NO_BREAK_SPACE,
  type Part,
  partsText,
  UNKNOWN,
  UNKNOWN_PART,
} from "./format-number.ts";

/** A range goes over to the coarser unit when its end reaches this many of the finer. */
const FINE_ENOUGH = 200;

/**
 * Whether a duration known to lie in min..max may be shown as the one number `max`: where the two differ by no more
 * than a step of the second unit shown, or by no more than 10 s and a tenth of the whole.
 */
export function isExact(minMs: number, maxMs: number): boolean {
  const step = scaleOf(maxMs).next?.ms ?? SECONDS.ms;
  return maxMs - minMs <= Math.max(step, Math.min(10 * SECONDS.ms, maxMs / 10));
}

/** A duration in min..max ms: `6–14 m`, `18 m 10–40 s`, or one number where `isExact` holds. Ends in either order. */
export function durationRange(minMs: number, maxMs: number): readonly Part[] {
  const [a, b] = [clean(minMs), clean(maxMs)];
  if (a === undefined || b === undefined) return [UNKNOWN_PART];
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  if (isExact(low, high)) return formatDuration(high);
  const scale = scaleOf(high);
  const { next } = scale;
  if (next === undefined) return [span(low, high, scale)];
  if (count(low, scale) !== count(high, scale)) {
    return [span(low, high, high < FINE_ENOUGH * next.ms ? next : scale)];
  }
  return [
    { value: formatNumber(count(high, scale)), unit: scale.unit },
    { value: `${second(low, scale, next)}–${second(high, scale, next)}`, unit: next.unit },
  ];
}

const span = (low: number, high: number, scale: Scale): Part => ({
  value: `${formatNumber(count(low, scale))}–${formatNumber(count(high, scale))}`,
  unit: scale.unit,
});

/** `durationRange` as text. */
export const rangeText = (minMs: number, maxMs: number): string => partsText(durationRange(minMs, maxMs));

/** Both ends in full, for where there is room: `6 m 24 s – 14 m 24 s`. One number where they read the same. */
export function fullRangeText(minMs: number, maxMs: number): string {
  const low = durationText(minMs);
  const high = durationText(maxMs);
  return low === high ? high : `${low}${NO_BREAK_SPACE}– ${high}`;
}

/**
 * The width of an interval in one unit, rounded up: `5 s`, `8 m`. Up to a tenth of a unit over is let go, as polls
 * that are 5 s apart come 5.05 s apart.
 */
export function widthText(ms: number): string {
  const known = clean(ms);
  if (known === undefined) return UNKNOWN;
  const scale =
    known < 100 * SECONDS.ms
      ? SECONDS
      : known < 100 * MINUTES.ms
        ? MINUTES
        : known < 2 * DAYS.ms
          ? HOURS
          : DAYS;
  const units = Math.max(1, Math.ceil(known / scale.ms - 0.1));
  return `${formatNumber(units)}${NARROW_SPACE}${scale.unit}`;
}
