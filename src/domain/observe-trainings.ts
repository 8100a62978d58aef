/**
 * What a run of readings of one session says about its trainings: every state seen with the interval in which it was
 * taken, and the interval of the end. Nothing here knows a state that no answer showed.
 */
import type { Interval, KnownTraining, SeenState } from "./known.ts";
import { byCreation, type Training } from "./session.ts";
import { sameJson } from "./same.ts";
import { isEnded, isOpen, type TrainingState } from "./states.ts";

/** When a session was last seen before this answer, and when this answer came. Epoch ms. */
export interface Sight {
  readonly lastSeen: number;
  readonly receivedAt: number;
}

/** Trainings of a session's first reading. */
export const firstTrainings = (listed: readonly Training[], receivedAt: number): readonly KnownTraining[] =>
  listed.map((training) => firstSight(training, receivedAt));

/**
 * Folds the trainings a new reading lists into those known: by creation, then id. Unchanged trainings keep their
 * identity, and so does the list when none changed. A training no longer listed stays: that does not end it.
 */
export function foldTrainings(
  known: readonly KnownTraining[],
  listed: readonly Training[],
  sight: Sight,
): readonly KnownTraining[] {
  const listedById = new Map(listed.map((training) => [training.id, training]));
  const folded = known.map((one) => {
    const training = listedById.get(one.training.id);
    listedById.delete(one.training.id);
    return training === undefined ? unlisted(one, sight) : seenAgain(one, training, sight);
  });
  for (const training of listedById.values()) folded.push(firstSight(training, sight.receivedAt));
  if (folded.length === known.length && folded.every((one, index) => one === known[index])) return known;
  return folded.toSorted((a, b) => byCreation(a.training, b.training));
}

/**
 * Trainings of a session that nobody knew of for a while, as one list with those known before.
 * @param since as readings after that while told of them @param seenAt when the session was last seen before it. Epoch ms
 */
export function joinedTrainings(
  before: readonly KnownTraining[],
  since: readonly KnownTraining[],
  seenAt: number,
): readonly KnownTraining[] {
  const sinceById = new Map(since.map((one) => [one.training.id, one]));
  const joined = before.map((known) => {
    const later = sinceById.get(known.training.id);
    sinceById.delete(known.training.id);
    return later === undefined ? unlisted(known, { lastSeen: seenAt }) : joinedTraining(known, later, seenAt);
  });
  return [...joined, ...sinceById.values()].toSorted((a, b) => byCreation(a.training, b.training));
}

function joinedTraining(known: KnownTraining, later: KnownTraining, seenAt: number): KnownTraining {
  const [first, ...rest] = later.seen;
  let { seen } = known;
  if (first && first.rawState !== known.training.rawState) {
    const entered = { after: known.lastListed ?? seenAt, by: first.entered.by };
    seen = [...withRoom(seen), { ...first, entered }];
  }
  for (const one of rest) seen = [...withRoom(seen), one];
  return { ...later, seen, end: observedEnd(seen) };
}

/**
 * Whether a reading shows an earlier world than the one known. Only an answer sent before the known one had come back
 * can: then the two may have been taken in either order, and only states that certainly follow settle it.
 */
export function isBehind(
  known: readonly KnownTraining[],
  listed: readonly Training[],
  sentAt: number,
): boolean {
  const listedById = new Map(listed.map((training) => [training.id, training]));
  return known.some((one) => {
    const training = listedById.get(one.training.id);
    if (training === undefined) return one.lastListed === undefined && sentBefore(sentAt, one.seen[0]);
    if (training.rawState === one.training.rawState) return false;
    return sentBefore(sentAt, one.seen.at(-1)) && !certainlyFollows(one.training.state, training.state);
  });
}

/**
 * The end that a run of seen states tells: from the last sight of an open state to the first of an ended one. An
 * unrecognised state on the way may have been an end already, so it does not count as open. Undefined unless the newest state is
 * an ended one: a server that takes an end back has not told when it ends.
 */
function observedEnd(seen: readonly SeenState[]): Interval | undefined {
  const newest = seen.at(-1);
  if (newest === undefined || !isEnded(newest.state)) return undefined;
  const notOpen = seen.slice(seen.findLastIndex(({ state }) => isOpen(state)) + 1);
  const first = notOpen[0] ?? newest;
  const firstEnded = notOpen.find(({ state }) => isEnded(state)) ?? newest;
  return { after: first.entered.after, by: firstEnded.entered.by };
}

const sentBefore = (sentAt: number, seen: SeenState | undefined) =>
  seen !== undefined && sentAt < seen.entered.by;

const certainlyFollows = (earlier: TrainingState, later: TrainingState) =>
  isOpen(earlier) && (isEnded(later) || (earlier === "starting" && later === "running"));

type Sighted = Omit<KnownTraining, "training">;

/** What first sights in one answer have in common, by state: an answer shows thousands, and they are one object for each state. */
const firstSights = { receivedAt: Number.NaN, byState: new Map<string, Sighted>() };

function firstSight(training: Training, receivedAt: number): KnownTraining {
  const { state, rawState } = training;
  if (firstSights.receivedAt !== receivedAt) {
    firstSights.receivedAt = receivedAt;
    firstSights.byState.clear();
  }
  let sighted = firstSights.byState.get(rawState);
  if (sighted === undefined) {
    const seen = [{ state, rawState, entered: { after: undefined, by: receivedAt } }];
    sighted = { seen, end: observedEnd(seen) };
    firstSights.byState.set(rawState, sighted);
  }
  return { training, ...sighted };
}

function seenAgain(known: KnownTraining, training: Training, sight: Sight): KnownTraining {
  const { training: before, lastListed, ...kept } = known;
  const { state, rawState } = training;
  if (rawState === before.rawState) {
    return lastListed === undefined && training.createdAt === before.createdAt
      ? known
      : { ...kept, training };
  }
  const entered = { after: lastListed ?? sight.lastSeen, by: sight.receivedAt };
  const same = followed.get(known.seen);
  if (same && sameJson(same.seen.at(-1), { state, rawState, entered })) return { training, ...same };
  const seen = [...withRoom(known.seen), { state, rawState, entered }];
  const sighted = { seen, end: observedEnd(seen) };
  followed.set(known.seen, sighted);
  return { training, ...sighted };
}

/** So many states of a training are kept: one that is another in each answer, as a text with a number in it, would fill the memory. */
export const MOST_SEEN = 100;

/** Without one where there are so many: the oldest that begins no other kind of state, or else one from the middle. */
function withRoom(seen: KnownTraining["seen"]): KnownTraining["seen"] {
  if (seen.length < MOST_SEEN) return seen;
  const repeated = seen.findIndex(({ state }, index) => state === seen[index - 1]?.state);
  return seen.toSpliced(repeated > 0 ? repeated : MOST_SEEN / 2, 1);
}

/** What followed last on what was seen before: trainings that went the same way hold the same. */
const followed = new WeakMap<KnownTraining["seen"], Sighted>();

const unlisted = (known: KnownTraining, { lastSeen }: Pick<Sight, "lastSeen">): KnownTraining =>
  known.lastListed === undefined ? { ...known, lastListed: lastSeen } : known;
