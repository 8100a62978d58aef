/**
 * How far the API's clock is ahead of this browser's, as the answers tell it.
 *
 * Three things tell. The date of an answer is what the API's clock showed at some instant of the call. Every instant that an
 * answer names had come, by that clock, when the answer arrived. And what an answer holds and the one before did not came to be
 * after that one was made, and so after it was sent for. While the clocks go alike all of this holds at once, and the bounds only
 * narrow. Once they contradict each other a clock was set, or they drift apart, and what was told before counts no more.
 */
import type { Answer, Known, KnownSession } from "./known.ts";
import type { Session } from "./session.ts";

/** The true difference (API minus browser, ms) lies between the two; `high` is Infinity where nothing bounds it. */
export interface Skew {
  readonly low: number;
  readonly high: number;
}

/** What one answer tells of the difference. */
export interface SkewEvidence {
  /** By its date. */
  readonly dated: Skew | undefined;
  /** By the instants that are news in it. Anybody's word: a server with a wrong record may name any instant. */
  readonly named: Skew | undefined;
}

/** Dates are cut to whole seconds, and the instants of sessions to whole ms: the true ones lie within the next. */
const DATE_STEP_MS = 1_000;
const STEP_MS = 1;
/** An instant further off than this is itself wrong, and no clock. Ms. */
const FARTHEST_MS = 86_400_000;

const NOTHING_TOLD: Skew = { low: -Infinity, high: Infinity };

/** What holds by both; undefined where they contradict each other. */
function both(a: Skew, b: Skew): Skew | undefined {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : undefined;
}

/**
 * What an answer tells. Costs a look at each reading that `reuseUnchanged` made anew, and hardly anything for the others.
 * @param known before the answer
 * @param answer its own instants by the browser's clock as it is, not corrected; epoch ms
 * @param dateMs the date that the answer bears, epoch ms; undefined where it bears none or it cannot be read
 */
export function evidenceOf(
  known: Known,
  answer: Pick<Answer, "sentAt" | "receivedAt" | "scope" | "sessions">,
  dateMs: number | undefined,
): SkewEvidence {
  const { sentAt, receivedAt, sessions } = answer;
  const previousSentAt = sentBefore(known, sentAt);
  let named: Skew | undefined = NOTHING_TOLD;
  for (const session of sessions) {
    const before = known.sessions.get(session.id);
    if (before?.session === session) continue;
    const isFollowed = previousSentAt !== undefined && wouldHold(known, before, session.id);
    for (const instant of newInstants(session, before)) {
      const low = instant - receivedAt;
      const high = isFollowed ? instant + STEP_MS - previousSentAt : Infinity;
      if (low <= FARTHEST_MS && high >= -FARTHEST_MS) named = named && both(named, { low, high });
    }
  }
  return {
    dated:
      dateMs === undefined ? undefined : { low: dateMs - receivedAt, high: dateMs + DATE_STEP_MS - sentAt },
    named: named?.low === -Infinity ? undefined : named,
  };
}

/** Sending of the answer before this one, by the browser's clock as it is. Of answers that crossed nobody can tell which was made first. */
function sentBefore({ latest }: Known, sentAt: number): number | undefined {
  if (latest === undefined) return undefined;
  const aheadMs = latest.aheadMs ?? 0;
  return latest.receivedAt - aheadMs <= sentAt ? latest.sentAt - aheadMs : undefined;
}

/** Whether the answer before would have named all there was of the session. */
function wouldHold({ latest }: Known, before: KnownSession | undefined, id: string): boolean {
  if (latest === undefined) return false;
  if (before !== undefined) return before.lastSeen === undefined && before.ended === undefined;
  return (
    (latest.scope === "all" || latest.scope.includes(id)) &&
    latest.unreadable.every((entry) => entry.id !== undefined && entry.id !== id)
  );
}

/** The instants of a reading that no answer before named. Of another life under the same id all is new. */
function newInstants({ startedAt, trainings }: Session, before: KnownSession | undefined): readonly number[] {
  const isSameLife = before?.session.startedAt === startedAt;
  const held = new Set(isSameLife ? before.trainings.map(({ training }) => training.id) : []);
  const created = trainings.filter(({ id }) => !held.has(id)).map(({ createdAt }) => createdAt);
  return isSameLife ? created : [startedAt, ...created];
}

/**
 * What is known of the difference after one more answer. Where that contradicts what was known before, its date alone counts; an
 * instant without a date proves only that one of the two is wrong, and then nothing is known until more is told.
 */
export function skewAfter(previous: Skew | undefined, { dated, named }: SkewEvidence): Skew | undefined {
  const told = dated && named ? (both(dated, named) ?? dated) : (dated ?? named);
  if (previous === undefined || told === undefined) return told ?? previous;
  return both(previous, told) ?? dated;
}

/** What is to be added to the browser's clock, ms: the least that the evidence asks for, so that without any it stays as it is. */
export const correctionOf = ({ low, high }: Skew): number => Math.min(high, Math.max(low, 0));
