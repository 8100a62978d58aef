/** Known trainings by the ids that the page names them with. */
import type { Known, KnownSession, KnownTraining } from "./known.ts";

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
