/** What a session is doing, as its newest reading tells: the API gives no state of a session, so the first rule that holds decides. */
import type { KnownSession } from "./known.ts";
import { onceFor } from "./once-for.ts";
import type { Session } from "./session.ts";
import { type Activity, NO_TRAININGS, type TrainingState } from "./states.ts";

export type TrainingCounts = Readonly<Record<TrainingState, number>>;

/** `ended` not in the last complete answer; else as `activityBeforeEnd`. */
export const activityOf = (known: KnownSession): Activity =>
  known.ended === undefined ? activityBeforeEnd(known) : "ended";

/** The activity at the last sight: `running`, `starting`, `failed` (nothing open and the newest training failed), else `idle`. Never `ended`. */
export const activityBeforeEnd = (known: KnownSession): Exclude<Activity, "ended"> =>
  activityBy(trainingCounts(known), known);

/** The same, for those who have counted the trainings. */
export function activityBy(counts: TrainingCounts, { session }: KnownSession): Exclude<Activity, "ended"> {
  if (counts.running > 0) return "running";
  if (counts.starting > 0) return "starting";
  return session.trainings.at(-1)?.state === "failed" ? "failed" : "idle";
}

/** How many trainings of the newest reading are in each state; those no longer listed are not counted, since nobody can tell theirs. The same object for the same reading. */
export const trainingCounts = ({ session }: KnownSession): TrainingCounts => countsIn(session);

const countsIn = onceFor((session: Session): TrainingCounts => {
  const counts: Record<TrainingState, number> = { ...NO_TRAININGS };
  for (const { state } of session.trainings) counts[state]++;
  return counts;
});
