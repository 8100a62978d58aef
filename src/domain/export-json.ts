/**
 * Known sessions as JSON: what the API answered, and what was observed. The schema is named and has a version, so that a
 * later program can tell what it reads. Nothing in it tells of the key, nor of the connection.
 */
import type { Absence, Interval, KnownSession, KnownTraining } from "./known.ts";
import { sightsOf } from "./sights.ts";

export const EXPORT_SCHEMA = "decthings-debug-dashboard/sessions";
export const EXPORT_VERSION = 1;

export interface ExportTimes {
  /** Of the file, epoch ms. */
  readonly exportedAt: number;
  /** Sending of the newest answer, epoch ms; undefined before the first. */
  readonly latestAt: number | undefined;
}

/** Instants are whole epoch ms, as in the API's answers. Of an interval, `after` is null where nobody watched before. A session is one line. */
export function sessionsJson(
  sessions: readonly KnownSession[],
  { exportedAt, latestAt }: ExportTimes,
): string {
  const head = JSON.stringify({
    schema: EXPORT_SCHEMA,
    version: EXPORT_VERSION,
    exportedAt: whole(exportedAt),
  });
  const lines = sessions.map((known) => `\n${JSON.stringify(sessionOf(known, latestAt))}`);
  return `${head.slice(0, -1)},"sessions":[${lines.join(",")}\n]}\n`;
}

function sessionOf(known: KnownSession, latestAt: number | undefined): unknown {
  const { session, ended, absences = [], trainings, earlier } = known;
  const { first, last } = sightsOf(known, latestAt);
  return {
    answered: session.answered ?? session.wire,
    observed: {
      firstSeen: whole(first),
      lastSeen: whole(last),
      ended: interval(ended),
      // Answers that should have held it left it out: it went in the interval, and was there again at `back`.
      absences: absences.map(absenceOf),
      trainings: trainings.map(trainingOf),
    },
    // Earlier lives under the same id, newest first.
    earlier: earlier.map((life) => sessionOf(life, latestAt)),
  };
}

const trainingOf = ({ training, seen, end, lastListed }: KnownTraining): unknown => ({
  id: training.id,
  createdAt: training.createdAt,
  states: seen.map(({ rawState, entered }) => ({ state: rawState, entered: interval(entered) })),
  end: interval(end),
  // Null: its session's newest reading lists it.
  lastListed: whole(lastListed),
});

const absenceOf = ({ back, ...gone }: Absence): unknown => ({ ...interval(gone), back: whole(back) });

const interval = (of: Interval | undefined) => (of ? { after: whole(of.after), by: whole(of.by) } : null);

/** What is observed is dated by a clock that tells parts of a ms, which many a reader refuses. */
const whole = (at: number | undefined): number | null => (at === undefined ? null : Math.round(at));
