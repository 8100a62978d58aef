/**
 * Which endings of trainings somebody asked to be told of. An ending is told once, from the first answer that showed it,
 * and only where an answer before that one shows that it was not there already.
 */
import type { Known, KnownSession, KnownTraining } from "./known.ts";
import type { NoticeChoice } from "./notices-choice.ts";
import { isEnded } from "./states.ts";

/** A training that ended, with the life of its session. */
export interface Ending {
  readonly session: KnownSession;
  readonly training: KnownTraining;
}

/** More endings in one answer are one notice. */
const MOST_APART = 3;

/** Groups of endings, a notice each: each ending its own while they are few, all in one where they are many. Failures first. */
export function noticesOf(
  previous: Known,
  next: Known,
  choice: NoticeChoice,
): readonly (readonly Ending[])[] {
  const endings = askedSessions(next, choice)
    .flatMap((session) => endingsOf(previous, session))
    .toSorted((a, b) => rank(a) - rank(b));
  if (endings.length > MOST_APART) return [endings];
  return endings.map((ending) => [ending]);
}

const rank = ({ training }: Ending) => (training.training.state === "failed" ? 0 : 1);

function askedSessions(
  { sessions }: Known,
  { notify, sessions: ids }: NoticeChoice,
): readonly KnownSession[] {
  if (notify === "all") return [...sessions.values()];
  return ids.flatMap((id) => sessions.get(id) ?? []);
}

function endingsOf(previous: Known, session: KnownSession): readonly Ending[] {
  const before = previous.sessions.get(session.session.id);
  if (before === session) return [];
  const livesBefore = before === undefined ? [] : [before, ...before.earlier];
  return [session, ...session.earlier].flatMap((life) => {
    const lifeBefore = livesBefore.find((one) => one.session.startedAt === life.session.startedAt);
    // Storage that is slow brings what was known before the answer after it: no news.
    if (lifeBefore === undefined && life.firstSeen <= (previous.latest?.receivedAt ?? -Infinity)) return [];
    return life.trainings
      .filter((training) => hasJustEnded(previous, lifeBefore, training))
      .map((training) => ({ session: life, training }));
  });
}

function hasJustEnded(
  previous: Known,
  life: KnownSession | undefined,
  { training, end }: KnownTraining,
): boolean {
  if (end === undefined) return false;
  const before = life?.trainings.find((known) => known.training.id === training.id);
  // A server may take an end back and tell it again: that is no news.
  if (before !== undefined) return !before.seen.some(({ state }) => isEnded(state));
  return life === undefined ? coveredAll(previous) : life.lastSeen === undefined && life.ended === undefined;
}

/** Whether the newest answer would have held any session there was. */
const coveredAll = ({ latest }: Known): boolean => latest?.scope === "all" && latest.unreadable.length === 0;
