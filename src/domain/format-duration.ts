/** Durations and ages: two units, the second padded, never negative. */
import { formatNumber, type Part, partsText, UNKNOWN_PART } from "./format-number.ts";
import { LAST_INSTANT } from "./last-instant.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A unit that durations are told in. */
export interface Scale {
  readonly unit: string;
  readonly ms: number;
  /** The second unit shown after this one. */
  readonly next: Scale | undefined;
}

export const SECONDS: Scale = { unit: "s", ms: SECOND, next: undefined };
export const MINUTES: Scale = { unit: "m", ms: MINUTE, next: SECONDS };
export const HOURS: Scale = { unit: "h", ms: HOUR, next: MINUTES };
export const DAYS: Scale = { unit: "d", ms: DAY, next: HOURS };

/** A number of ms that is a duration, never negative; undefined where it is none. */
export const clean = (ms: number): number | undefined =>
  Number.isFinite(ms) && ms <= LAST_INSTANT ? Math.max(0, ms) : undefined;

/** The unit of the first part. */
export const scaleOf = (ms: number): Scale =>
  ms >= DAY ? DAYS : ms >= HOUR ? HOURS : ms >= MINUTE ? MINUTES : SECONDS;

/** How many whole units. */
export const count = (ms: number, scale: Scale): number => Math.floor(ms / scale.ms);
const padded = (ms: number): string => String(ms).padStart(2, "0");
/** The second part's number: what is over the first, in the next unit. */
export const second = (ms: number, scale: Scale, next: Scale): string => padded(count(ms % scale.ms, next));

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
