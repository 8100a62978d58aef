/**
 * The step area of running trainings: what of `RunningTimes` a window shows, in as many steps as a picture can.
 *
 * Drawn as a solid area up to `peak` with a line on it, and hatched from there to `most`: somewhere in there the count was.
 * Where nobody looked the washes of the axis lie over it: there the steps speak of the trainings that were seen
 * before or after, and of no others.
 */
import { countAt, rank, type RunningTimes, type Times } from "./running-times.ts";
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
  /** In order, the first at the window's beginning; none where all of the window is yet to come. */
  readonly steps: readonly RunningStep[];
  /** Where they end: now, or the window's end. Epoch ms. */
  readonly to: number;
  /** The greatest `most`. */
  readonly top: number;
}

/** Until when answers tell. */
export interface ToldUntil {
  readonly now: number;
  /** Sending of the newest answer when it is too old to speak for now, else undefined. Epoch ms. */
  readonly staleFrom: number | undefined;
}

/** How many were running at an instant that is not after now. */
export function runningAt(
  { least, most, waiting }: RunningTimes,
  at: number,
  { staleFrom }: Pick<ToldUntil, "staleFrom">,
): { readonly least: number; readonly most: number } {
  const isTold = staleFrom === undefined || at < staleFrom;
  return {
    least: isTold ? countAt(least, at) : 0,
    most: countAt(most, at) + (isTold ? 0 : waiting),
  };
}

/**
 * The steps of a window. Where it has more changes than `mostSteps`, each step stands for a stretch of equal length; these lie
 * on multiples of it, so that they stay the same as the window moves on.
 */
export function runningSteps(
  times: RunningTimes,
  window: Window,
  told: ToldUntil,
  mostSteps: number,
): RunningSteps {
  const to = Math.min(window.to, told.now);
  if (!(window.from < to) || !Number.isFinite(to - window.from))
    return { steps: [], to: window.from, top: 0 };
  const walk = startWalk(times, window.from, to, told.staleFrom);
  const edges = walk.changes + 1 <= mostSteps ? undefined : grid(window, to, Math.max(2, mostSteps));
  const steps: RunningStep[] = [];
  let top = 0;
  let at = window.from;
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
  const lists = [least.starts, least.ends, most.starts, most.ends];
  const places = lists.map((list) => rank(list, from));
  const lasts = lists.map((list) => rank(list, to));
  const cut = staleFrom ?? Infinity;
  let isCut = cut <= from;
  let changes = cut > from && cut < to ? 1 : 0;
  for (const [i, place] of places.entries()) changes += (lasts[i] ?? 0) - place;

  const next = (): number => {
    let soonest = isCut ? Infinity : cut;
    for (let i = 0; i < lists.length; i += 1) {
      const at = lists[i]?.[places[i] ?? 0] ?? Infinity;
      if (at < soonest) soonest = at;
    }
    return soonest;
  };
  const goTo = (at: number): void => {
    if (cut <= at) isCut = true;
    for (let i = 0; i < lists.length; i += 1) {
      const list = lists[i];
      let place = places[i] ?? 0;
      while (list !== undefined && (list[place] ?? Infinity) <= at) place += 1;
      places[i] = place;
    }
  };
  const count = (i: number): number => (places[i] ?? 0) - (places[i + 1] ?? 0);
  return {
    changes,
    next,
    step(at, end) {
      goTo(at);
      const now = () => ({ low: isCut ? 0 : count(0), high: count(2) + (isCut ? waiting : 0) });
      const first = now();
      const step = { at, least: first.low, peak: first.low, most: first.high };
      for (let change = next(); change < end; change = next()) {
        goTo(change);
        const { low, high } = now();
        if (low < step.least) step.least = low;
        if (low > step.peak) step.peak = low;
        if (high > step.most) step.most = high;
      }
      return step;
    },
  };
}

/** Times of several groups as one: counts add up. */
export function runningTogether(all: readonly RunningTimes[]): RunningTimes {
  const together = (pick: (times: RunningTimes) => Times): Times => ({
    starts: sortedTogether(all.map((times) => pick(times).starts)),
    ends: sortedTogether(all.map((times) => pick(times).ends)),
  });
  return {
    least: together(({ least }) => least),
    most: together(({ most }) => most),
    waiting: all.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}

function sortedTogether(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}
