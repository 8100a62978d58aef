/** Everything observed of one session as a list of events, newest first; each says when it was seen and how well its instant is known. */
import type { Interval, KnownSession, KnownTraining, Watched } from "./known.ts";
import type { TrainingState } from "./states.ts";
import { gaps } from "./watched.ts";

export type ActivityEvent = {
  /** Unique within the log. */
  readonly key: string;
  /** When it was first seen; epoch ms. */
  readonly at: number;
} & (
  | { readonly kind: "session-seen"; readonly startedAt: number }
  | { readonly kind: "session-ended"; readonly ended: Interval }
  | { readonly kind: "training-seen"; readonly training: KnownTraining; readonly state: TrainingState }
  | {
      readonly kind: "training-changed";
      readonly training: KnownTraining;
      readonly state: TrainingState;
      readonly entered: Interval;
    }
  | { readonly kind: "gap"; readonly from: number; readonly to: number }
);

/** @param watched the stretches of watching; gaps after the session was first seen are part of its story */
export function activityLog(session: KnownSession, watched: readonly Watched[]): readonly ActivityEvent[] {
  const { firstSeen, ended } = session;
  const events: ActivityEvent[] = [
    { key: "seen", at: firstSeen, kind: "session-seen", startedAt: session.session.startedAt },
    ...session.trainings.flatMap(trainingEvents),
    ...gaps({ watched })
      .filter(({ from, to }) => to > firstSeen && (ended === undefined || from < ended.by))
      .map(({ from, to }) => ({ key: `gap:${from}`, at: to, kind: "gap" as const, from, to })),
  ];
  if (ended) events.push({ key: "ended", at: ended.by, kind: "session-ended", ended });
  return events.toSorted((a, b) => b.at - a.at);
}

/** How many things were observed of a session, gaps aside. */
export const observedCount = ({ trainings, ended }: KnownSession): number =>
  trainings.reduce((sum, { seen }) => sum + seen.length, ended ? 2 : 1);

function trainingEvents(training: KnownTraining): readonly ActivityEvent[] {
  const { id } = training.training;
  return training.seen.map(({ state, entered }, index) => {
    const event = { key: `${id}:${index}`, at: entered.by, training, state };
    return index === 0
      ? { ...event, kind: "training-seen" as const }
      : { ...event, kind: "training-changed" as const, entered };
  });
}
