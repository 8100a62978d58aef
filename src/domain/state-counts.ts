import type { TrainingCounts } from "./activity.ts";
import { formatNumber } from "./format-number.ts";
import { shortNumber } from "./short-number.ts";
import { TRAINING_STATE_ORDER, TRAINING_STATES, type TrainingState } from "./states.ts";

export interface StateCount {
  readonly kind: TrainingState;
  /** `12 345 completed` */
  readonly words: string;
  /** `12k` */
  readonly shown: string;
}

export interface StateCounts {
  /** Of each state there is, in the order of states. */
  readonly counts: readonly StateCount[];
  /** Some need more room than their place has: they stand side by side. */
  readonly isMany: boolean;
}

/** How many trainings are in which state, for the eye and in words. */
export function stateCounts(counted: TrainingCounts): StateCounts {
  const there = TRAINING_STATE_ORDER.filter((state) => counted[state] > 0);
  return {
    counts: there.map((kind) => ({
      kind,
      words: `${formatNumber(counted[kind])} ${TRAINING_STATES[kind].label.toLowerCase()}`,
      shown: shortNumber(counted[kind]),
    })),
    isMany: counted.unrecognised > 0 || there.some((state) => counted[state] > 99),
  };
}
