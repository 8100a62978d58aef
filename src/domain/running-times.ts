/**
 * How many trainings were running at each instant, as far as answers tell: at least so many, and at most so many.
 *
 * A training surely ran from when it was first seen running to when it was last seen so. It may have run from the last answer before
 * that (its creation, where it was never seen in another state) until the first that showed it in another. One that was
 * never seen running may have run between two of its other states. What was born and gone while nobody looked is in neither.
 *
 * The times of all trainings are kept sorted, so that the count at an instant is two look-ups, and an answer that changes a
 * few sessions costs one pass.
 */
import type { KnownSession, KnownTraining } from "./known.ts";
import type { ListChange } from "./resort.ts";
import { isEnded } from "./states.ts";

/** Beginnings and ends in order, epoch ms. What goes on still has no end. */
export interface Times {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

export interface RunningTimes {
  readonly least: Times;
  readonly most: Times;
  /** How many in the newest answer are not running and may begin to. */
  readonly waiting: number;
}

const EMPTY: Times = { starts: new Float64Array(), ends: new Float64Array() };
export const NOTHING_RUNNING: RunningTimes = { least: EMPTY, most: EMPTY, waiting: 0 };

/** The times of these sessions, earlier lives and all. Their order makes no difference. */
export const runningTimes = (sessions: Iterable<KnownSession>): RunningTimes =>
  runningAfter(NOTHING_RUNNING, { gone: [], come: [...sessions] });

/**
 * The times after a change of the sessions; the same object where it changes none of them. Those that are gone were all counted
 * before, as the objects they are.
 */
export function runningAfter(before: RunningTimes, { gone, come }: ListChange<KnownSession>): RunningTimes {
  if (gone.length === 0 && come.length === 0) return before;
  const [left, right] = [collect(gone), collect(come)];
  const least = changed(before.least, left.least, right.least);
  const most = changed(before.most, left.most, right.most);
  const waiting = before.waiting - left.waiting + right.waiting;
  const isSame = least === before.least && most === before.most && waiting === before.waiting;
  return isSame ? before : { least, most, waiting };
}

/** How many go on at an instant: they began at it or before, and end after it. */
export const countAt = ({ starts, ends }: Times, at: number): number => rank(starts, at) - rank(ends, at);

/** How many of the sorted numbers are no greater. */
export function rank(sorted: Float64Array, at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Pile {
  readonly starts: number[];
  readonly ends: number[];
}

interface Piles {
  readonly least: Pile;
  readonly most: Pile;
  waiting: number;
}

function collect(sessions: readonly KnownSession[]): Piles {
  const piles: Piles = { least: { starts: [], ends: [] }, most: { starts: [], ends: [] }, waiting: 0 };
  for (const session of sessions) {
    addLife(piles, session);
    for (const life of session.earlier) addLife(piles, life);
  }
  return piles;
}

function addLife(piles: Piles, session: KnownSession): void {
  for (const known of session.trainings) addTraining(piles, known, session);
}

/** An instant that is no number belongs to nothing. */
function add({ starts, ends }: Pile, from: number, to: number): void {
  if (!(from < to)) return;
  starts.push(from);
  if (to !== Infinity) ends.push(to);
}

function addTraining(piles: Piles, known: KnownTraining, session: KnownSession): void {
  const { seen, training, lastListed } = known;
  const first = seen.findIndex(({ state }) => state === "running");
  // It never comes back to a state it left; if a server says it does, then what lies between counts as running.
  const last = first < 0 ? -1 : seen.findLastIndex(({ state }) => state === "running");
  const begin = seen[first];
  if (begin === undefined) {
    addNeverSeen(piles, known, session);
    return;
  }
  const mayFrom = Math.min(begin.entered.after ?? training.createdAt, begin.entered.by);
  const next = seen[last + 1];
  if (next !== undefined) {
    add(piles.least, begin.entered.by, next.entered.after ?? -Infinity);
    add(piles.most, mayFrom, next.entered.by);
    return;
  }
  add(piles.least, begin.entered.by, lastListed ?? session.lastSeen ?? Infinity);
  add(piles.most, mayFrom, session.ended?.by ?? Infinity);
}

/** It may have run between two sights of other states, as long as the first of them was no end. */
function addNeverSeen(
  piles: Piles,
  { seen, training, lastListed }: KnownTraining,
  session: KnownSession,
): void {
  const created = training.createdAt;
  for (const { state, entered } of seen) {
    // Starting comes before running.
    if (state !== "starting") add(piles.most, entered.after ?? created, entered.by);
    if (isEnded(state)) return;
  }
  const lastSeen = lastListed ?? session.lastSeen;
  if (lastSeen === undefined) piles.waiting += 1;
  else add(piles.most, lastSeen, session.ended?.by ?? Infinity);
}

function changed(before: Times, gone: Pile, come: Pile): Times {
  const starts = merged(before.starts, gone.starts, come.starts);
  const ends = merged(before.ends, gone.ends, come.ends);
  return starts === before.starts && ends === before.ends ? before : { starts, ends };
}

const sorted = (numbers: readonly number[]): Float64Array => Float64Array.from(numbers).sort();

/**
 * The sorted numbers, each of `gone` taken off once and each of `come` put in; the same array where that changes nothing. What lies
 * between two of them is copied as it is.
 */
function merged(
  before: Float64Array,
  goneNumbers: readonly number[],
  comeNumbers: readonly number[],
): Float64Array {
  const [gone, come] = [sorted(goneNumbers), sorted(comeNumbers)];
  if (gone.length === come.length && gone.every((at, index) => at === come[index])) return before;
  if (before.length === 0) return come;
  const after = new Float64Array(Math.max(0, before.length - gone.length + come.length));
  let [from, to] = [0, 0];
  const copyUntil = (end: number) => {
    if (end <= from) return;
    after.set(before.subarray(from, end), to);
    to += end - from;
    from = end;
  };
  let g = 0;
  let c = 0;
  while (g < gone.length || c < come.length) {
    const [leaving, coming] = [gone[g] ?? Infinity, come[c] ?? Infinity];
    if (coming === leaving) {
      // Most trainings of a session that changed did not.
      g += 1;
      c += 1;
    } else if (coming < leaving) {
      copyUntil(rank(before, coming));
      after[to] = coming;
      to += 1;
      c += 1;
    } else {
      // The first of its equals that is still there.
      copyUntil(rankBelow(before, leaving));
      from += 1;
      g += 1;
    }
  }
  copyUntil(before.length);
  return after;
}

/** How many of the sorted numbers are less. */
function rankBelow(sorted: Float64Array, at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
