/**
 * What changed after an instant, from the observations alone: a change counts when an answer received after the instant
 * was the first to show it. What that answer may have found already there is no change.
 */
import { CALL_DEADLINE_MS } from "./call-deadline.ts";
import { CLOCK_SLACK_MS } from "./clock-slack.ts";
import type { Interval, Known, KnownSession, KnownTraining } from "./known.ts";

/** Sessions started, trainings completed, trainings failed, sessions no longer reported; in the order they are told. */
export const CHANGE_KINDS = ["started", "completed", "failed", "ended"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  /** How many lives of sessions, or trainings. */
  readonly count: number;
  /** Ids of the sessions they belong to, each once. */
  readonly sessions: readonly string[];
}

export type Changes = Readonly<Record<ChangeKind, Change>>;

/**
 * The changes first seen after `at`, and no later than `until` where that is given (epoch ms, both). A life of a session
 * and a training count once each however often their states changed; earlier lives under the same id count as well.
 */
export function changesSince(known: Known, at: number, until = Infinity): Changes {
  const found: Record<ChangeKind, string[]> = { started: [], completed: [], failed: [], ended: [] };
  const firstAnswer = firstAnswerOf(known);
  const isNew = (seen: number) => seen > at && seen <= until;
  // First seen later does not mean begun later: nobody had looked before the first answer, and an answer may cover more than those before it.
  const began = (seen: number, serverTime: number) =>
    seen !== firstAnswer && serverTime > at - CLOCK_SLACK_MS;
  const hasEnded = (end: Interval, { training }: KnownTraining) =>
    isNew(end.by) && (end.after !== undefined || began(end.by, training.createdAt));

  const take = ({ session, firstSeen, trainings, ended }: KnownSession) => {
    if (isNew(firstSeen) && began(firstSeen, session.startedAt)) found.started.push(session.id);
    if (ended !== undefined && isNew(ended.by)) found.ended.push(session.id);
    for (const training of trainings) {
      const { end } = training;
      if (end === undefined || !hasEnded(end, training)) continue;
      const { state } = training.training;
      if (state === "completed" || state === "failed") found[state].push(session.id);
    }
  };
  for (const session of known.sessions.values()) {
    take(session);
    for (const life of session.earlier) take(life);
  }
  return {
    started: changeOf(found.started),
    completed: changeOf(found.completed),
    failed: changeOf(found.failed),
    ended: changeOf(found.ended),
  };
}

/** Receipt of the first answer ever, epoch ms; undefined where it held nothing, or is forgotten. */
function firstAnswerOf({ sessions, watched }: Known): number | undefined {
  const [first] = watched;
  if (first === undefined) return undefined;
  let earliest = Infinity;
  for (const { firstSeen, earlier } of sessions.values()) {
    earliest = Math.min(earliest, firstSeen);
    for (const life of earlier) earliest = Math.min(earliest, life.firstSeen);
  }
  return earliest <= first.from + CALL_DEADLINE_MS ? earliest : undefined;
}

const changeOf = (sessions: readonly string[]): Change => ({
  count: sessions.length,
  sessions: [...new Set(sessions)],
});

/** Whether anything changed at all. */
export const isAnyChange = (changes: Changes): boolean =>
  CHANGE_KINDS.some((kind) => changes[kind].count > 0);
