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
  | { readonly kind: "session-back" }
  | { readonly kind: "training-seen"; readonly training: KnownTraining; readonly state: TrainingState }
  | {
      readonly kind: "training-changed";
      readonly training: KnownTraining;
      readonly state: TrainingState;
      readonly entered: Interval;
    }
  | { readonly kind: "gap"; readonly from: number; readonly to: number }
);

/**
 * Of this life and those before it under the same id.
 * @param watched the stretches of watching; gaps after the session was first seen are part of its story
 */
export function activityLog(session: KnownSession, watched: readonly Watched[]): readonly ActivityEvent[] {
  const lives = [session, ...session.earlier];
  const events: ActivityEvent[] = [
    ...lives.flatMap(lifeEvents),
    ...gapsIn(session, watched).map(({ from, to }) => ({
      key: `gap:${from}`,
      at: to,
      kind: "gap" as const,
      from,
      to,
    })),
  ];
  return events.toSorted((a, b) => b.at - a.at);
}

/** How many events there are in its log. */
export const activityCount = (session: KnownSession, watched: readonly Watched[]): number =>
  [session, ...session.earlier].reduce(
    (sum, { trainings, ended, absences = [] }) =>
      sum + 2 * absences.length + trainings.reduce((inLife, { seen }) => inLife + seen.length, ended ? 2 : 1),
    gapsIn(session, watched).length,
  );

/** When nobody watched, from its first sight on and as long as it was there. */
function gapsIn(session: KnownSession, watched: readonly Watched[]) {
  const firstSeen = Math.min(...[session, ...session.earlier].map((life) => life.firstSeen));
  const { ended } = session;
  return gaps({ watched }).filter(
    ({ from, to }) => to > firstSeen && (ended === undefined || from < ended.by),
  );
}

/** Newest first where they were seen at once: the session was there before its trainings. */
function lifeEvents({
  session,
  firstSeen,
  ended,
  absences = [],
  trainings,
}: KnownSession): readonly ActivityEvent[] {
  const { startedAt } = session;
  const events: ActivityEvent[] = [
    { key: `seen:${startedAt}`, at: firstSeen, kind: "session-seen", startedAt },
    ...trainings.flatMap((training) => trainingEvents(training, startedAt)),
    ...absences.flatMap(({ after, by, back }): readonly ActivityEvent[] => [
      { key: `ended:${startedAt}:${by}`, at: by, kind: "session-ended", ended: { after, by } },
      { key: `back:${startedAt}:${by}`, at: back, kind: "session-back" },
    ]),
  ];
  if (ended) events.push({ key: `ended:${startedAt}`, at: ended.by, kind: "session-ended", ended });
  return events.toReversed();
}

function trainingEvents(training: KnownTraining, startedAt: number): readonly ActivityEvent[] {
  const { id } = training.training;
  return training.seen.map(({ state, entered }, index) => {
    const event = { key: `${startedAt}:${id}:${index}`, at: entered.by, training, state };
    return index === 0
      ? { ...event, kind: "training-seen" as const }
      : { ...event, kind: "training-changed" as const, entered };
  });
}
