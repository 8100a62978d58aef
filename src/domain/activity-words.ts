/** What was observed of a session, in words: the same in the log on the page and in one that is copied. */
import type { ActivityEvent } from "./activity-log.ts";
import { rangeText, widthText } from "./duration-range.ts";
import { durationText } from "./format-duration.ts";
import { formatInstant } from "./format-instant.ts";
import type { EventKind } from "./event-kinds.ts";
import { isoUtc } from "./iso-utc.ts";
import type { Interval } from "./known.ts";
import { TRAINING_STATES } from "./states.ts";
import type { Zone } from "./zone.ts";

export const EVENT_KIND_LABELS = {
  all: "All",
  session: "Session",
  trainings: "Trainings",
  connection: "Connection",
} as const satisfies Record<EventKind, string>;

const KIND_OF = {
  "session-seen": "session",
  "session-ended": "session",
  "session-back": "session",
  "training-seen": "trainings",
  "training-changed": "trainings",
  gap: "connection",
} as const satisfies Record<ActivityEvent["kind"], EventKind>;

/** Those of a kind, in the same order; the list itself for all. */
export const eventsOf = (events: readonly ActivityEvent[], kind: EventKind): readonly ActivityEvent[] =>
  kind === "all" ? events : events.filter((event) => KIND_OF[event.kind] === kind);

/** What is said beside what happened: when it began by the API, or how long it took. Empty where there is nothing to say. */
export function eventNote(event: ActivityEvent, zone: Zone): string {
  switch (event.kind) {
    case "session-seen":
      return `started ${formatInstant(event.startedAt, event.at, zone)}`;
    case "training-seen":
      return `created ${formatInstant(event.training.training.createdAt, event.at, zone)}`;
    case "training-changed": {
      const { createdAt } = event.training.training;
      const { after, by } = event.entered;
      const since = (at: number) => Math.max(0, at - createdAt);
      return `after ${rangeText(since(after ?? createdAt), since(by))}`;
    }
    case "session-ended":
    case "session-back":
    case "gap":
      return "";
  }
}

/** How well its instant is known. Empty where the instant of seeing it is all there is. */
export function eventKnown(event: ActivityEvent, zone: Zone): string {
  switch (event.kind) {
    case "session-seen":
    case "session-back":
    case "training-seen":
      return "";
    case "gap":
      return `after ${durationText(event.to - event.from)} without an answer`;
    case "session-ended":
      return betweenWords(event.ended, event.at, zone);
    case "training-changed":
      return betweenWords(event.entered, event.at, zone);
  }
}

/** An interval of up to ten seconds is told by its width, a wider one by its ends, beside the instant of the event. */
function betweenWords({ after, by }: Interval, at: number, zone: Zone): string {
  if (after === undefined) return "before watching";
  if (by - after <= 10_000) return `within ${widthText(by - after)}`;
  return `between ${formatInstant(after, at, zone)} and ${formatInstant(by, at, zone)}`;
}

/** What happened, with whole ids as they are. */
export function eventText(event: ActivityEvent): string {
  switch (event.kind) {
    case "session-seen":
      return "Session first seen";
    case "session-ended":
      return "Session no longer reported";
    case "session-back":
      return "Session reported again";
    case "gap":
      return "Watching resumed";
    case "training-seen":
    case "training-changed":
      return `Training ${event.training.training.id} first seen ${TRAINING_STATES[event.state].label.toLowerCase()}`;
  }
}

/**
 * A log to be pasted elsewhere, a line for each event: instant (ISO 8601, UTC), what, and in brackets how well that is known.
 * Ids are of any text: line ends and the like in them are written as JSON has them, so that a line stays a line.
 * @param events in the order in which they are to stand
 */
export function logText(sessionId: string, events: readonly ActivityEvent[]): string {
  const lines = events.map((event) => {
    const known = eventKnown(event, "UTC");
    const what = [eventText(event), eventNote(event, "UTC")].filter((words) => words !== "").join(", ");
    return `${isoUtc(event.at) ?? event.at} ${inOneLine(what)}${known === "" ? "" : ` (${known})`}`;
  });
  return [`Session ${inOneLine(sessionId)}, as observed, newest first, times in UTC`, ...lines, ""].join(
    "\n",
  );
}

const inOneLine = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what would end or hide a line
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `\\u${point.toString(16).padStart(4, "0")}`;
  });
