/** Known trainings by the ids that the page names them with. */
import type { KnownSession, KnownTraining } from "./known.ts";

/** A training of a session with the life of it that it belongs to: the session itself, or an earlier one. */
export function findTraining(
  session: KnownSession,
  trainingId: string,
): readonly [KnownSession, KnownTraining] | undefined {
  for (const life of [session, ...session.earlier]) {
    const training = life.trainings.find((known) => known.training.id === trainingId);
    if (training) return [life, training];
  }
  return undefined;
}
