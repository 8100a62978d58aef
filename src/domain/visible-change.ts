/** What of a session's row an answer changed, for a hint to the eye: not its age, which changes all the time. */
import { activityOf, trainingCounts } from "./activity.ts";
import type { KnownSession } from "./known.ts";
import { TRAINING_STATE_ORDER, type TrainingState } from "./states.ts";

export interface VisibleChange {
  /** Whether it does something else than before. */
  readonly activity: boolean;
  /** The states of which it counts more trainings than before, or fewer; one of which there are none left is not seen. */
  readonly counts: readonly TrainingState[];
}

/** Two readings of one session, in the order of the answers. */
export function visibleChange(before: KnownSession, after: KnownSession): VisibleChange {
  const [past, present] = [trainingCounts(before), trainingCounts(after)];
  return {
    activity: activityOf(before) !== activityOf(after),
    counts: TRAINING_STATE_ORDER.filter((state) => present[state] > 0 && present[state] !== past[state]),
  };
}
