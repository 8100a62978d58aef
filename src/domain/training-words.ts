/** A training in words: the same facts stand in its table row and in the tooltip of its bar. */
import { fullRangeText, widthText } from "./format-duration.ts";
import { partsText } from "./format-number.ts";
import { formatMoment } from "./format-time.ts";
import type { KnownTraining } from "./known.ts";
import { TRAINING_STATES } from "./states.ts";
import { durationOf, endOf, spanParts, type Standing } from "./training-end.ts";
import type { Zone } from "./zone.ts";

/** The state's word; one the API invented later is named as it came. */
export const stateWords = ({ training: { state, rawState } }: KnownTraining): string =>
  state === "unrecognised"
    ? `${TRAINING_STATES.unrecognised.label}: ${rawState}`
    : TRAINING_STATES[state].label;

export interface TrainingFacts {
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** What follows from how it was observed; undefined where the rows say it all. */
  readonly note: string | undefined;
}

/** What the API told of a training, and what was observed of it. */
export function trainingFacts(known: KnownTraining, standing: Standing, zone: Zone): TrainingFacts {
  const { createdAt, state } = known.training;
  const moment = (at: number) => formatMoment(at, standing.now, zone);
  const end = endOf(known, standing);
  const span = durationOf(known, standing);
  const rows: [string, string][] = [["Created", moment(createdAt)]];
  if ("after" in end) rows.push([`Last seen ${end.kind === "unknown" ? "so" : "open"}`, moment(end.after)]);
  if ("by" in end) rows.push([`First seen ${TRAINING_STATES[state].label.toLowerCase()}`, moment(end.by)]);
  const isRange = end.kind === "seen" && span?.max !== undefined;
  rows.push([
    "Duration",
    isRange ? fullRangeText(span.min, span.max ?? span.min) : partsText(spanParts(span)),
  ]);
  return { rows, note: noteOf(end) };
}

/** Polls this close together say all there is to say. Ms. */
const CLOSE = 10_000;

function noteOf(end: ReturnType<typeof endOf>): string | undefined {
  switch (end.kind) {
    case "open":
      return undefined;
    case "seen":
      return end.by - end.after > CLOSE
        ? `Ended between two answers that were ${widthText(end.by - end.after)} apart.`
        : undefined;
    case "stale":
      return "No answer since: it may have ended.";
    case "before-watching":
      return "It had ended before this dashboard first looked.";
    case "not-seen":
      return "Its session is no longer reported; the outcome was not seen.";
    case "unknown":
      return "This page does not know this state: it may be open or ended.";
  }
}
