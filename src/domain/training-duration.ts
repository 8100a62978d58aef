/** How long a training took, and how well its end is known: what its row and its tooltip tell of it. */
import { durationRange, widthText } from "./duration-range.ts";
import { formatDuration } from "./format-duration.ts";
import { NARROW_SPACE, type Part, UNKNOWN_PART } from "./format-number.ts";
import type { KnownTraining } from "./known.ts";
import { type End, endOf, type Standing } from "./training-end.ts";

/** How long a training took, ms; `max` undefined: it may go on still. Undefined where nothing can be said. */
export interface Span {
  readonly min: number;
  readonly max: number | undefined;
}

/** How long a training has taken, as far as was seen. Never negative; `max` is never below `min`. */
export function durationOf(known: KnownTraining, standing: Standing): Span | undefined {
  const { createdAt } = known.training;
  const since = (at: number) => Math.max(0, at - createdAt);
  const end = endOf(known, standing);
  switch (end.kind) {
    case "open":
      return { min: since(standing.now), max: since(standing.now) };
    case "seen":
      return { min: since(end.after), max: since(end.by) };
    case "before-watching":
      return { min: 0, max: since(end.by) };
    case "stale":
    case "not-seen":
      return { min: since(end.after), max: undefined };
    case "unknown":
      return undefined;
  }
}

/** A span as a table shows it: `18 m 54 s`, `6–14 m`, `≤ 12 m 04 s`, `≥ 6 m 24 s`, `?`. */
export function spanParts(span: Span | undefined): readonly Part[] {
  if (span === undefined) return [UNKNOWN_PART];
  if (span.max === undefined) return bounded("≥", span.min);
  return span.min === 0 && span.max > 0 ? bounded("≤", span.max) : durationRange(span.min, span.max);
}

function bounded(sign: string, ms: number): readonly Part[] {
  const [lead = UNKNOWN_PART, ...rest] = formatDuration(ms);
  return [{ ...lead, value: `${sign}${NARROW_SPACE}${lead.value}` }, ...rest];
}

/** How well the end is known, in words. */
export function endKnown(end: End): string {
  switch (end.kind) {
    case "open":
      return "still open";
    case "stale":
      return "open when last seen";
    case "seen":
      return `within ${widthText(end.by - end.after)}`;
    case "before-watching":
      return "before watching";
    case "not-seen":
      return "not seen";
    case "unknown":
      return "unknown";
  }
}
