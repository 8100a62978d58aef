/** How sessions behave: how long they live, how many trainings they run side by side, and how long those take. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export type Span = readonly [low: number, high: number];

export interface Temper {
  /** From one life of a slot to the next, ms; so about the length of a life. */
  readonly period: Span;
  /** Trainings of a whole life. */
  readonly trainings: Span;
  /** Trainings side by side. */
  readonly lanes: Span;
  /** Length of a training, ms. */
  readonly duration: Span;
  /** How likely its life ends by inactivity, 30 minutes after its last training. */
  readonly forgotten: number;
}

const TEMPERS = {
  /** Short trainings one after the other, as in a search for good parameters. */
  sweep: {
    period: [14 * MINUTE, 24 * MINUTE],
    trainings: [9, 13],
    lanes: [1, 2],
    duration: [40 * SECOND, 110 * SECOND],
    forgotten: 0,
  },
  brief: {
    period: [16 * MINUTE, 45 * MINUTE],
    trainings: [1, 4],
    lanes: [1, 1],
    duration: [2 * MINUTE, 9 * MINUTE],
    forgotten: 0,
  },
  steady: {
    period: [75 * MINUTE, 150 * MINUTE],
    trainings: [4, 9],
    lanes: [1, 1],
    duration: [8 * MINUTE, 24 * MINUTE],
    forgotten: 0.3,
  },
  parallel: {
    period: [90 * MINUTE, 200 * MINUTE],
    trainings: [7, 13],
    lanes: [2, 4],
    duration: [15 * MINUTE, 50 * MINUTE],
    forgotten: 0.2,
  },
  long: {
    period: [3 * HOUR, 6 * HOUR],
    trainings: [5, 13],
    lanes: [1, 2],
    duration: [15 * MINUTE, 80 * MINUTE],
    forgotten: 0.3,
  },
  days: {
    period: [22 * HOUR, 40 * HOUR],
    trainings: [9, 13],
    lanes: [1, 1],
    duration: [50 * MINUTE, 170 * MINUTE],
    forgotten: 0.3,
  },
  /** Twenty trainings in a life: on average ten are behind it. */
  diligent: {
    period: [6 * HOUR, 12 * HOUR],
    trainings: [20, 20],
    lanes: [1, 3],
    duration: [10 * MINUTE, 30 * MINUTE],
    forgotten: 0,
  },
  /** Opened, looked at, and left. */
  quiet: {
    period: [50 * MINUTE, 160 * MINUTE],
    trainings: [0, 2],
    lanes: [1, 1],
    duration: [2 * MINUTE, 6 * MINUTE],
    forgotten: 0.7,
  },
} as const satisfies Record<string, Temper>;

const { sweep, brief, steady, parallel, long, days, diligent, quiet } = TEMPERS;

/** A lively two dozen: something visible changes every several seconds. Slot n takes the n-th, round and round. */
// oxfmt-ignore
export const LIVELY: readonly [Temper, ...Temper[]] = [
  steady, sweep, long, parallel, brief, steady, quiet, sweep, days, steady, parallel, long, sweep,
  quiet, steady, long, sweep, brief, steady, parallel, days, long, sweep, quiet, steady,
];

/** Thousands: about one session in a hundred changes within five seconds. */
export const CALM: readonly [Temper, ...Temper[]] = [
  steady,
  long,
  parallel,
  steady,
  brief,
  long,
  steady,
  quiet,
];

/** Thousands with much to draw in each. */
export const DILIGENT: readonly [Temper] = [diligent];

/** Sessions that stay for a day and more, so that an id can be watched. */
export const PATIENT: readonly [Temper, ...Temper[]] = [days, { ...days, lanes: [2, 4] }];
