/** The states of trainings and sessions: every word, glyph and rule about a state is one row of these tables. */

/** The wire's training states, and `unrecognised` for one the server invents later. */
export type TrainingState = "starting" | "running" | "completed" | "failed" | "unrecognised";

interface TrainingStateRow {
  readonly label: string;
  /** `open`: it may still change. `ended`: it never changes again. `unknown`: nobody can tell. */
  readonly course: "open" | "ended" | "unknown";
}

export const TRAINING_STATES = {
  starting: { label: "Starting", course: "open" },
  running: { label: "Running", course: "open" },
  completed: { label: "Completed", course: "ended" },
  failed: { label: "Failed", course: "ended" },
  unrecognised: { label: "Unrecognised", course: "unknown" },
} as const satisfies Record<TrainingState, TrainingStateRow>;

/** In the order in which counts, meters and legends list them. */
export const TRAINING_STATE_ORDER = Object.keys(TRAINING_STATES) as readonly TrainingState[];

/** A count of each: none. */
export const NO_TRAININGS: Readonly<Record<TrainingState, number>> = {
  starting: 0,
  running: 0,
  completed: 0,
  failed: 0,
  unrecognised: 0,
};

/** Reads the wire's word for a state; anything unknown is `unrecognised`, never an error. */
export function readTrainingState(raw: string): TrainingState {
  return Object.hasOwn(TRAINING_STATES, raw) ? (raw as TrainingState) : "unrecognised";
}

export const isOpen = (state: TrainingState): boolean => TRAINING_STATES[state].course === "open";
export const isEnded = (state: TrainingState): boolean => TRAINING_STATES[state].course === "ended";

/** What a session is doing, derived by the first rule that holds (`activityOf` in activity.ts); the API gives none. */
export type Activity = "running" | "starting" | "failed" | "idle" | "ended";

export const ACTIVITIES = {
  running: { label: "Training" },
  starting: { label: "Starting" },
  failed: { label: "Last training failed" },
  idle: { label: "Idle" },
  ended: { label: "Ended" },
} as const satisfies Record<Activity, { readonly label: string }>;
