/** What a cluster of marks holds, in words. */
import { formatNumber, NO_BREAK_SPACE } from "./format-number.ts";
import { TRAINING_STATE_ORDER, TRAINING_STATES, type TrainingState } from "./states.ts";

/** `12 completed, 1 failed`; states that are not there are not named. */
export const countWords = (counts: Readonly<Record<TrainingState, number>>): string =>
  TRAINING_STATE_ORDER.filter((state) => counts[state] > 0)
    .map(
      (state) =>
        `${formatNumber(counts[state])}${NO_BREAK_SPACE}${TRAINING_STATES[state].label.toLowerCase()}`,
    )
    .join(", ");

/** `+3`: so many marks found no lane of their own. Undefined for none. */
export const overflowText = (overflow: number): string | undefined =>
  overflow > 0 ? `+${formatNumber(overflow)}` : undefined;
