/**
 * The step area of running trainings: what of `RunningTimes` a window shows, in as many steps as a picture can.
 *
 * Drawn as a solid area up to `peak` with a line on it, and hatched from there to `most`: somewhere in there the count was.
 * Where nobody looked the washes of the axis lie over it: there the steps speak of the trainings that were seen
 * before or after, and of no others.
 */
import type { RunningTimes, Times } from "./running-times.ts";
import { rank, walk } from "./sorted-numbers.ts";
import type { Window } from "./window.ts";

/** From `at` until the next step, or the end of all steps. */
export interface RunningStep {
  /** Epoch ms. */
  readonly at: number;
  /** So many ran all the time. */
  readonly least: number;
  /** So many ran at some instant of it: `least`, unless the step stands for a stretch in which the count changed. */
  readonly peak: number;
  /** At no instant of it ran more. */
  readonly most: number;
}

export interface RunningSteps {
  /** In order, the first at the window's beginning or where counting begins; none where all of the window is yet to come. */
  readonly steps: readonly RunningStep[];
  /** Where they end: now, or the window's end. Epoch ms. */
  readonly to: number;
  /** The greatest `most`. */
  readonly top: number;
}

/** From when on answers tell of all that ran, and until when. */
export interface Told {
  readonly now: number;
  /** Sending of the newest answer when it is too old to speak for now, else undefined. Epoch ms. */
  readonly staleFrom: number | undefined;
  /** As `Known.wholeFrom`: nothing is counted before, as it would be too few. Epoch ms. */
  readonly wholeFrom?: number | undefined;
}

/**
 * The steps of a window. Where it has more changes than `mostSteps`, each step stands for a stretch of equal length; these lie
 * on multiples of it, so that they stay the same as the window moves on.
 */
export function runningSteps(
  times: RunningTimes,
  window: Window,
  told: Told,
  mostSteps: number,
): RunningSteps {
  const from = Math.max(window.from, told.wholeFrom ?? -Infinity);
  const to = Math.min(window.to, told.now);
  if (!(from < to) || !Number.isFinite(to - from)) return { steps: [], to: window.from, top: 0 };
  const walk = startWalk(times, from, to, told.staleFrom);
  const edges = walk.changes + 1 <= mostSteps ? undefined : grid(window, to, Math.max(2, mostSteps));
  const steps: RunningStep[] = [];
  let top = 0;
  let at = from;
  while (at < to) {
    const end: number = Math.min(to, edges ? edges(at) : walk.next());
    const step = walk.step(at, end);
    top = Math.max(top, step.most);
    const last = steps.at(-1);
    if (last === undefined || !sameLevels(last, step)) steps.push(step);
    at = end;
  }
  return { steps, to, top };
}

const sameLevels = (a: RunningStep, b: RunningStep): boolean =>
  a.least === b.least && a.peak === b.peak && a.most === b.most;

/** The end of the stretch an instant is in. */
function grid(window: Window, to: number, most: number): (at: number) => number {
  const stepMs = (window.to - window.from) / (most - 1);
  return (at) => {
    const end = (Math.floor(at / stepMs) + 1) * stepMs;
    // Where a step is too short for the numbers to hold, there is only one.
    return end > at ? end : to;
  };
}

interface Walk {
  /** How many changes there are after the beginning. */
  readonly changes: number;
  /** The next change; Infinity after the last. */
  readonly next: () => number;
  /** What happens from one instant until before another. */
  readonly step: (at: number, end: number) => RunningStep;
}

/** Goes through the changes between two instants in order. */
function startWalk(
  { least, most, waiting }: RunningTimes,
  from: number,
  to: number,
  staleFrom: number | undefined,
): Walk {
  const surely = followCount(least, from);
  const perhaps = followCount(most, from);
  const cut = staleFrom ?? Infinity;
  let isCut = cut <= from;
  let changes = cut > from && cut < to ? 1 : 0;
  for (const list of [least.starts, least.ends, most.starts, most.ends])
    changes += rank(list, to) - rank(list, from);
  return {
    changes,
    next: () => (isCut ? perhaps.next() : Math.min(cut, surely.next(), perhaps.next())),
    step(at, end) {
      isCut ||= cut <= at;
      if (isCut) return { at, least: 0, peak: 0, most: perhaps.until(at, end).most + waiting };
      const told = Math.min(end, cut);
      const { least: fewest, most: peak } = surely.until(at, told);
      const { most: possible } = perhaps.until(at, told);
      if (end <= cut) return { at, least: fewest, peak, most: possible };
      return { at, least: 0, peak, most: Math.max(possible, perhaps.until(cut, end).most + waiting) };
    },
  };
}

/** Follows how many go on, from an instant on. */
function followCount({ starts, ends }: Times, from: number) {
  const begun = walk(starts, from);
  const ended = walk(ends, from);
  return {
    /** When that changes; Infinity if never again. */
    next: () => Math.min(begun.next, ended.next),
    /** The fewest and the most from one instant until before another. */
    until(at: number, end: number) {
      let [least, most] = [Infinity, 0];
      let change = at;
      do {
        while (begun.next <= change) begun.step();
        while (ended.next <= change) ended.step();
        const count = begun.place - ended.place;
        if (count < least) least = count;
        if (count > most) most = count;
        change = begun.next < ended.next ? begun.next : ended.next;
      } while (change < end);
      return { least, most };
    },
  };
}
