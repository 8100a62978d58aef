/** What the legend of a timeline explains. */
import { TRAINING_STATE_ORDER, TRAINING_STATES } from "./states.ts";

/** The states that the API tells, as counts and meters order them. */
export const LEGEND = TRAINING_STATE_ORDER.filter((state) => state !== "unrecognised").map((state) => ({
  kind: state,
  label: TRAINING_STATES[state].label,
}));
