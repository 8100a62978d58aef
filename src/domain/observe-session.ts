/**
 * What one answer does to what is known of one session: held, held but unreadable, not covered, or missing.
 *
 * A session that starts and ends once leaves evidence that holds in whatever order answers were taken: it lived at
 * every answer that held it, and it had ended at an answer without it that was sent after the session was first seen.
 */
import { collapseTrainings } from "./collapse.ts";
import type { KnownSession } from "./known.ts";
import { firstTrainings, foldTrainings, isBehind, joinedTrainings } from "./observe-trainings.ts";
import { sameSession } from "./same.ts";
import type { Session } from "./session.ts";

/** The instants of one answer, and of the answer folded before it (undefined before the first). Epoch ms. */
export interface Moment {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly previousSentAt: number | undefined;
}

/**
 * So many earlier lives of a session are kept, and so many absences, the newest: one whose start is another in each answer, or
 * that is in every other one, would fill the memory of the browser, and each answer would store and send all of it anew.
 */
export const MOST_LIVES = 100;

/** The answer holds the session. */
export function heldBy(known: KnownSession | undefined, session: Session, moment: Moment): KnownSession {
  if (known === undefined) return firstReading(session, [], moment);
  if (known.session.startedAt === session.startedAt) return sameLife(known, session, moment);
  // Either life may be the later one when the answers crossed; then the server's own word decides.
  if (moment.sentAt < known.firstSeen && session.startedAt < known.session.startedAt) {
    return notSeenBy(known, moment);
  }
  const former = known.earlier.find((life) => life.session.startedAt === session.startedAt);
  const others = known.earlier.filter((life) => life !== former).slice(0, MOST_LIVES - 1);
  const earlier = [over(known, moment), ...others];
  return former === undefined
    ? firstReading(session, earlier, moment)
    : { ...sameLife(former, session, moment), earlier };
}

/** The answer lists the id and the entry could not be read: it is there, and nothing more is known of it. */
export function unreadableBy(known: KnownSession, moment: Moment): KnownSession {
  return listedAgain(notSeenBy(known, moment), moment);
}

/** The answer tells nothing about the session: when it was last seen is written down, once. */
export function notSeenBy(known: KnownSession, moment: Moment): KnownSession {
  return known.lastSeen === undefined ? { ...known, lastSeen: lastSeen(known, moment) } : known;
}

/** The answer should hold the session and does not. */
export function missingFrom(known: KnownSession, moment: Moment): KnownSession {
  if (known.ended !== undefined) return known;
  // Sent before the session was first seen: it may have been taken before the session began.
  if (moment.sentAt < known.firstSeen) return notSeenBy(known, moment);
  return { ...over(known, moment), earlier: known.earlier };
}

/**
 * What was known of one life of a session before it left the memory, and what was observed of it since it was listed again, as one:
 * what it would be had it stayed.
 * @param before says when it was last seen
 */
export function joined(before: KnownSession, since: KnownSession): KnownSession {
  const { absences = [], ...whole } = listedAgain(before, {
    sentAt: since.firstSeen,
    receivedAt: since.firstSeen,
    previousSentAt: undefined,
  });
  const all = [...absences, ...(since.absences ?? [])].slice(-MOST_LIVES);
  return {
    ...whole,
    ...(all.length > 0 ? { absences: all } : {}),
    session: since.session,
    lastSeen: since.lastSeen,
    ended: since.ended,
    trainings: joinedTrainings(before.trainings, since.trainings, before.lastSeen ?? before.firstSeen),
    earlier: [...since.earlier, ...before.earlier].slice(0, MOST_LIVES),
  };
}

function firstReading(read: Session, earlier: readonly KnownSession[], moment: Moment): KnownSession {
  const session = collapseTrainings(read);
  return {
    session,
    firstSeen: moment.receivedAt,
    lastSeen: undefined,
    trainings: firstTrainings(session.trainings, moment.receivedAt),
    ended: undefined,
    earlier,
  };
}

function sameLife(known: KnownSession, read: Session, moment: Moment): KnownSession {
  if (sameSession(known.session, read)) {
    const steady = known.lastSeen === undefined && known.ended === undefined;
    return steady ? known : { ...listedAgain(known, moment), lastSeen: undefined };
  }
  const session = collapseTrainings(read);
  if (isBehind(known.trainings, session.trainings, moment.sentAt)) return notSeenBy(known, moment);
  const sight = { lastSeen: lastSeen(known, moment), receivedAt: moment.receivedAt };
  const trainings = foldTrainings(known.trainings, session.trainings, sight);
  return { ...listedAgain(known, moment), session, trainings, lastSeen: undefined };
}

/** What was taken for its end was none. That it was missing stays known, unless the answers crossed. */
function listedAgain(known: KnownSession, { sentAt, receivedAt }: Moment): KnownSession {
  const { ended, absences = [], firstSeen } = known;
  if (ended === undefined) return known;
  const present = { ...known, ended: undefined };
  if (sentAt <= ended.by) return present;
  const absence = { after: ended.after ?? firstSeen, by: ended.by, back: receivedAt };
  return { ...present, absences: [...absences, absence].slice(-MOST_LIVES) };
}

/** A life that had ended when this answer was taken. An end found earlier stays: it is the narrower one. */
function over(known: KnownSession, moment: Moment): KnownSession {
  const after = lastSeen(known, moment);
  return { ...known, lastSeen: after, ended: known.ended ?? { after, by: moment.receivedAt }, earlier: [] };
}

// A session without a `lastSeen` of its own is in the answer before; without any answer before there is none known.
const lastSeen = (known: KnownSession, { previousSentAt, sentAt }: Moment) =>
  known.lastSeen ?? previousSentAt ?? sentAt;
