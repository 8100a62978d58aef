/** A training in one line, for hovering its bar: what the API told, and what was observed. */
import { formatClock } from "./format-time.ts";
import type { KnownTraining } from "./known.ts";
import { TRAINING_STATES } from "./states.ts";
import type { Zone } from "./zone.ts";

/** The state's word; one the API invented later is named as it came. */
export const stateWords = ({ training: { state, rawState } }: KnownTraining): string =>
  state === "unrecognised"
    ? `${TRAINING_STATES.unrecognised.label}: ${rawState}`
    : TRAINING_STATES[state].label;

export function trainingTitle(known: KnownTraining, zone: Zone): string {
  const { training, end } = known;
  const clock = (at: number) => formatClock(at, zone);
  const facts = [stateWords(known), `created ${clock(training.createdAt)}`];
  if (end?.after !== undefined) facts.push(`last seen open ${clock(end.after)}`);
  if (end) facts.push(`first seen ended ${clock(end.by)}`);
  return facts.join(", ");
}
