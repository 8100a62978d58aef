import { type TrainingCounts, trainingCounts } from "./activity.ts";
import type { KnownSession } from "./known.ts";
import type { ListChange } from "./resort.ts";
import { NO_TRAININGS, TRAINING_STATE_ORDER } from "./states.ts";

/** The trainings of those still reported, after a change of the sessions. */
export function countsAfter(
  before: TrainingCounts,
  { gone, come }: ListChange<KnownSession>,
): TrainingCounts {
  const after = { ...before };
  const add = (known: KnownSession, times: 1 | -1): void => {
    if (known.ended !== undefined) return;
    const counts = trainingCounts(known);
    for (const state of TRAINING_STATE_ORDER) after[state] += times * counts[state];
  };
  for (const known of gone) add(known, -1);
  for (const known of come) add(known, 1);
  return after;
}

/** The trainings of those of the sessions that are still reported. */
export const countsOf = (sessions: readonly KnownSession[]): TrainingCounts =>
  countsAfter(NO_TRAININGS, { gone: [], come: sessions });
