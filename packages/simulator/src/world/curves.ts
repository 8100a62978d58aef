/** What a training measures of itself: curves over its steps, and its progress. Pure functions of the plan and time. */
import { stateAt, type TrainingPlan } from "./life.ts";
import { Random, SALT } from "./random.ts";

/** The kinds of value a metric may hold; each entry is a tensor of this type and shape. */
export interface MetricKind {
  readonly type: "f32" | "f64";
  readonly shape: readonly number[];
  readonly values: (training: TrainingPlan, step: number) => number[];
}

const CLASSES = 5;

export const METRICS = {
  loss: { type: "f32", shape: [], values: (training, step) => [lossAt(training, step)] },
  accuracy: { type: "f32", shape: [], values: (training, step) => [accuracyAt(training, step)] },
  learning_rate: {
    type: "f64",
    shape: [],
    values: (training, step) => [0.01 * 0.98 ** Math.floor((100 * step) / stepsOf(training))],
  },
  per_class_accuracy: {
    type: "f32",
    shape: [CLASSES],
    values: (training, step) =>
      Array.from({ length: CLASSES }, (_, index) => {
        const wobble = 0.12 * (new Random(training.salt, index, 0, SALT.curve).unit() - 0.5);
        return clamp01(accuracyAt(training, step) + wobble);
      }),
  },
} as const satisfies Record<string, MetricKind>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];
export const isMetric = (name: string): name is MetricName => Object.hasOwn(METRICS, name);

/** Ms between two entries: some 120 to a training, never closer than a second. */
const stepMs = (training: TrainingPlan): number =>
  Math.max(1000, Math.round((training.endsAt - training.runsFrom) / 120));

const stepsOf = (training: TrainingPlan): number =>
  Math.max(1, Math.floor((training.endsAt - training.runsFrom) / stepMs(training)));

/** Entries measured up to `t`; the same for every metric. */
export function entriesAt(training: TrainingPlan, t: number): number {
  const ran = Math.min(t, training.endsAt) - training.runsFrom;
  return ran < 0 ? 0 : Math.floor(ran / stepMs(training));
}

/** When entry `index` was measured, epoch ms. */
export const entryTime = (training: TrainingPlan, index: number): number =>
  training.runsFrom + (index + 1) * stepMs(training);

/** 0..1; 0 while starting. */
export function progressAt(training: TrainingPlan, t: number): number {
  const share = (t - training.runsFrom) / (training.endsAt - training.runsFrom);
  return stateAt(training, t) === "completed" ? 1 : clamp01(share);
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value));

/** A curve that falls to its floor, each training at its own speed, with noise that shrinks as it settles. */
export function lossAt(training: TrainingPlan, step: number): number {
  const draw = new Random(training.salt, 0, 0, SALT.curve);
  const floor = 0.05 + 0.3 * draw.unit();
  const height = 1.2 + 1.8 * draw.unit();
  const speed = (2 + 4 * draw.unit()) / 120;
  const noise = new Random(training.salt, step, 1, SALT.curve).unit() - 0.5;
  // An exception in the code under test often shows first as a loss that is no longer a number.
  if (diverges(training) && step >= stepsOf(training) - 2) return Number.NaN;
  return floor + height * Math.exp(-speed * step) * (1 + 0.25 * noise);
}

const diverges = ({ outcome, salt }: TrainingPlan) =>
  outcome.state === "failed" && outcome.reason.code === "exception" && salt % 2 === 0;

export function accuracyAt(training: TrainingPlan, step: number): number {
  const draw = new Random(training.salt, 1, 0, SALT.curve);
  const best = 0.7 + 0.28 * draw.unit();
  const speed = (2 + 4 * draw.unit()) / 120;
  const noise = 0.03 * (new Random(training.salt, step, 2, SALT.curve).unit() - 0.5);
  return clamp01(best * (1 - 0.8 * Math.exp(-speed * step)) + noise);
}
