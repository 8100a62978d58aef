/**
 * How many trainings were running at each instant, as far as answers tell: at least so many, and at most so many.
 *
 * A training surely ran from when it was first seen running to when it was last seen so. It may have run from the last answer before
 * that (its creation, where it was never seen in another state) until the first that showed it in another. One that was
 * never seen running may have run between two of its other states. What was born and gone while nobody looked is in neither.
 *
 * The times of all trainings are kept sorted, so that the count at an instant is two look-ups, and an answer costs what it
 * changes.
 */
import type { KnownSession, KnownTraining } from "./known.ts";
import type { ListChange } from "./resort.ts";
import { NO_NUMBERS, numbersAfter, type SortedNumbers } from "./sorted-numbers.ts";
import { isEnded } from "./states.ts";

/** Beginnings and ends, epoch ms. What goes on still has no end. */
export interface Times {
  readonly starts: SortedNumbers;
  readonly ends: SortedNumbers;
}

export interface RunningTimes {
  readonly least: Times;
  readonly most: Times;
  /** How many in the newest answer are not running and may begin to. */
  readonly waiting: number;
}

const EMPTY: Times = { starts: NO_NUMBERS, ends: NO_NUMBERS };
export const NOTHING_RUNNING: RunningTimes = { least: EMPTY, most: EMPTY, waiting: 0 };

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
  const starts = numbersAfter(before.starts, { gone: gone.starts, come: come.starts });
  const ends = numbersAfter(before.ends, { gone: gone.ends, come: come.ends });
  return starts === before.starts && ends === before.ends ? before : { starts, ends };
}
