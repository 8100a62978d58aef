/** A training in words: the same facts stand in its table row and in the tooltip of its bar. */
import { fullRangeText, isExact, widthText } from "./duration-range.ts";
import { partsText } from "./format-number.ts";
import { formatMoment } from "./format-time.ts";
import type { KnownTraining } from "./known.ts";
import { TRAINING_STATES } from "./states.ts";
import { durationOf, type Span, spanParts } from "./training-duration.ts";
import { type End, endOf, type Standing } from "./training-end.ts";
import type { Zone } from "./zone.ts";

/** Where a session's trainings would be told. */
export const NO_TRAININGS = "No training was started yet.";

/** The state's word; one the API invented later is named as it came. */
export const stateWords = ({ training: { state, rawState } }: KnownTraining): string =>
  state === "unrecognised"
    ? `${TRAINING_STATES.unrecognised.label}: ${rawState}`
    : TRAINING_STATES[state].label;

/** The two looks that an end lies between, as far as there were any. Epoch ms. */
export interface EndSights {
  readonly lastOpen: number | undefined;
  readonly firstEnded: number | undefined;
}

export function endSightsOf(known: KnownTraining, standing: Standing): EndSights {
  const end = endOf(known, standing);
  return {
    // In a state that nobody knows it was not seen open.
    lastOpen: "after" in end && end.kind !== "unknown" ? end.after : undefined,
    firstEnded: "by" in end ? end.by : undefined,
  };
}

/** Where a row says a training ended: a word, then no instant, one, or the two it ended between. Epoch ms. */
export interface EndWords {
  readonly word: string | undefined;
  readonly instants: readonly number[];
}

/** `now`, `12:36:02`, `13:10:08–13:18:08`, `before 12:36:02`, `after 12:36:02`, `unknown`. */
export function endWords(known: KnownTraining, standing: Standing): EndWords {
  const end = endOf(known, standing);
  switch (end.kind) {
    case "open":
      return { word: "now", instants: [] };
    case "seen":
      return {
        word: undefined,
        instants: isCloselySeen(end, durationOf(known, standing)) ? [end.by] : [end.after, end.by],
      };
    case "before-watching":
      return { word: "before", instants: [end.by] };
    case "stale":
    case "not-seen":
      return { word: "after", instants: [end.after] };
    case "unknown":
      return { word: "unknown", instants: [] };
  }
}

/** Whether an end is told as an instant: where the duration is told as one number. */
const isCloselySeen = ({ kind }: End, span: Span | undefined): boolean =>
  kind === "seen" && span?.max !== undefined && isExact(span.min, span.max);

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
  const isClose = isCloselySeen(end, span);
  const rows: [string, string][] = [["Created", moment(createdAt)]];
  if ("after" in end) rows.push([`Last seen ${end.kind === "unknown" ? "so" : "open"}`, moment(end.after)]);
  if ("by" in end) rows.push([`First seen ${TRAINING_STATES[state].label.toLowerCase()}`, moment(end.by)]);
  rows.push(["Duration", durationWords(end, span, isClose)]);
  return { rows, note: noteOf(end, isClose, known) };
}

/** As in the table, but both ends of a range in full: here is the room for it. */
function durationWords({ kind }: End, span: Span | undefined, isClose: boolean): string {
  if (kind === "seen" && !isClose && span?.max !== undefined && span.min > 0) {
    return fullRangeText(span.min, span.max);
  }
  return partsText(spanParts(span));
}

function noteOf(end: End, isClose: boolean, { lastListed }: KnownTraining): string | undefined {
  switch (end.kind) {
    case "open":
      return undefined;
    case "seen":
      return isClose
        ? undefined
        : `Ended between two answers that were ${widthText(end.by - end.after)} apart.`;
    case "stale":
      return "No answer since: it may have ended.";
    case "before-watching":
      return "It had already ended when it was first seen.";
    case "not-seen":
      return lastListed === undefined
        ? "Its session is no longer reported; the outcome was not seen."
        : "Its session no longer lists it; the outcome was not seen.";
    case "unknown":
      return "This page does not know this state: it may be open or ended.";
  }
}
