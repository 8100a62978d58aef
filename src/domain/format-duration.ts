/** Durations and ages: two units, the second padded, never negative; uncertain ones as a range. */
import {
  formatNumber,
  NARROW_SPACE,
  NO_BREAK_SPACE,
  type Part,
  partsText,
  UNKNOWN,
  UNKNOWN_PART,
} from "./format-number.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Scale {
  readonly unit: string;
  readonly ms: number;
  /** The second unit shown after this one. */
  readonly next: Scale | undefined;
}

const SECONDS: Scale = { unit: "s", ms: SECOND, next: undefined };
const MINUTES: Scale = { unit: "m", ms: MINUTE, next: SECONDS };
const HOURS: Scale = { unit: "h", ms: HOUR, next: MINUTES };
const DAYS: Scale = { unit: "d", ms: DAY, next: HOURS };

/** As much as a date can span: beyond it a number of milliseconds is no duration. */
const LONGEST = 8.64e15;
/** A range goes over to the coarser unit when its end reaches this many of the finer. */
const FINE_ENOUGH = 200;

const clean = (ms: number): number | undefined =>
  Number.isFinite(ms) && ms <= LONGEST ? Math.max(0, ms) : undefined;

const scaleOf = (ms: number): Scale =>
  ms >= DAY ? DAYS : ms >= HOUR ? HOURS : ms >= MINUTE ? MINUTES : SECONDS;

const count = (ms: number, scale: Scale): number => Math.floor(ms / scale.ms);
const padded = (ms: number): string => String(ms).padStart(2, "0");
const second = (ms: number, scale: Scale, next: Scale): string => padded(count(ms % scale.ms, next));

/** A duration in ms as one part (`45 s`) or two (`2 h 01 m`), rounded down. Negative is 0; no number is `?`. */
export function formatDuration(ms: number): readonly Part[] {
  const known = clean(ms);
  if (known === undefined) return [UNKNOWN_PART];
  const scale = scaleOf(known);
  const lead = { value: formatNumber(count(known, scale)), unit: scale.unit };
  if (scale.next === undefined) return [lead];
  return [lead, { value: second(known, scale, scale.next), unit: scale.next.unit }];
}

/** `formatDuration` as text. */
export const durationText = (ms: number): string => partsText(formatDuration(ms));

/**
 * Whether a duration known to lie in min..max may be shown as the one number `max`: where the two differ by no more
 * than a step of the second unit shown, or by no more than 10 s and a tenth of the whole.
 */
export function isExact(minMs: number, maxMs: number): boolean {
  const step = scaleOf(maxMs).next?.ms ?? SECOND;
  return maxMs - minMs <= Math.max(step, Math.min(10 * SECOND, maxMs / 10));
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
    known < 100 * SECOND ? SECONDS : known < 100 * MINUTE ? MINUTES : known < 2 * DAY ? HOURS : DAYS;
  const units = Math.max(1, Math.ceil(known / scale.ms - 0.1));
  return `${formatNumber(units)}${NARROW_SPACE}${scale.unit}`;
}
