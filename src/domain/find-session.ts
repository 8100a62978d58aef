/** Known things by the ids that links and the page name them with. */
import type { Known, KnownSession, KnownTraining } from "./known.ts";
import { toWellFormed } from "./well-formed.ts";

/** The session a link names: ids with lone surrogates stand in links with U+FFFD in their place. */
export function findSession({ sessions }: Known, linked: string): KnownSession | undefined {
  const exact = sessions.get(linked);
  if (exact || !linked.includes("\uFFFD")) return exact;
  for (const [id, session] of sessions) if (toWellFormed(id) === linked) return session;
  return undefined;
}

/** A training with its session, both by their own ids; an earlier life of the session where that is whose it was. */
export function findTraining(
  { sessions }: Known,
  sessionId: string,
  trainingId: string,
): readonly [KnownSession, KnownTraining] | undefined {
  const session = sessions.get(sessionId);
  if (!session) return undefined;
  for (const life of [session, ...session.earlier]) {
    const training = life.trainings.find((known) => known.training.id === trainingId);
    if (training) return [life, training];
  }
  return undefined;
}
