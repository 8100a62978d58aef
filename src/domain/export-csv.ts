/** Known sessions as tables: one row for each session, or one for each training. Instants are ISO 8601 in UTC. */
import { activityOf, trainingCounts } from "./activity.ts";
import { csvOf } from "./csv.ts";
import { type Column, launcherOf, locationWord, specOf } from "./export-fields.ts";
import { isoUtc } from "./iso-utc.ts";
import type { KnownSession, KnownTraining } from "./known.ts";
import { sightsOf } from "./sights.ts";
import { type End, endOf, standingOf } from "./training-end.ts";

/** Sending of the newest answer: those that are still reported were last seen in it. Epoch ms, undefined before the first. */
type LatestAt = number | undefined;

const sessionColumns = (latestAt: LatestAt): readonly Column<KnownSession>[] => [
  { head: "id", cell: ({ session }) => session.id },
  { head: "startedAt", cell: ({ session }) => isoUtc(session.startedAt) },
  { head: "activity", cell: activityOf },
  { head: "modelId", cell: ({ session }) => session.modelId },
  { head: "location", cell: ({ session }) => locationWord(session.location) },
  { head: "launcherId", cell: ({ session }) => launcherOf(session.location) },
  { head: "vcpu", cell: ({ session }) => specOf(session.location)?.cpus },
  { head: "memoryMiB", cell: ({ session }) => specOf(session.location)?.memoryMebibytes },
  { head: "gpuCount", cell: ({ session }) => specOf(session.location)?.gpus?.count },
  { head: "gpuModel", cell: ({ session }) => specOf(session.location)?.gpus?.model },
  { head: "trainings", cell: ({ session }) => session.trainings.length },
  { head: "starting", cell: (known) => trainingCounts(known).starting },
  { head: "running", cell: (known) => trainingCounts(known).running },
  { head: "completed", cell: (known) => trainingCounts(known).completed },
  { head: "failed", cell: (known) => trainingCounts(known).failed },
  { head: "unrecognised", cell: (known) => trainingCounts(known).unrecognised },
  { head: "firstSeenAt", cell: (known) => isoUtc(sightsOf(known, latestAt).first) },
  { head: "lastSeenAt", cell: (known) => isoUtc(sightsOf(known, latestAt).last) },
  { head: "endedAfter", cell: ({ ended }) => isoUtc(ended?.after) },
  { head: "endedBy", cell: ({ ended }) => isoUtc(ended?.by) },
];

/** One row for each session. `endedAfter` and `endedBy`: it ended between the two, as far as anybody saw. */
export const sessionsCsv = (sessions: readonly KnownSession[], latestAt: LatestAt): string =>
  table(sessionColumns(latestAt), sessions);

interface TrainingRow {
  readonly of: KnownSession;
  readonly known: KnownTraining;
  readonly end: End;
}

const TRAINING_COLUMNS: readonly Column<TrainingRow>[] = [
  { head: "sessionId", cell: ({ of }) => of.session.id },
  { head: "modelId", cell: ({ of }) => of.session.modelId },
  { head: "trainingId", cell: ({ known }) => known.training.id },
  { head: "createdAt", cell: ({ known }) => isoUtc(known.training.createdAt) },
  { head: "state", cell: ({ known }) => known.training.rawState },
  { head: "statesSeen", cell: ({ known }) => known.seen.map(({ rawState }) => rawState).join(" > ") },
  { head: "end", cell: ({ end }) => END_WORDS[end.kind] },
  { head: "lastSeenOpenAt", cell: ({ end }) => isoUtc(lastOpen(end)) },
  { head: "firstSeenEndedAt", cell: ({ end }) => isoUtc(firstEnded(end)) },
];

const END_WORDS = {
  open: "open",
  stale: "open",
  seen: "seen",
  "before-watching": "before watching",
  "not-seen": "not seen",
  unknown: "unknown",
} as const satisfies Record<End["kind"], string>;

const lastOpen = (end: End): number | undefined =>
  end.kind === "before-watching" || end.kind === "unknown" ? undefined : end.after;

const firstEnded = (end: End): number | undefined =>
  end.kind === "seen" || end.kind === "before-watching" ? end.by : undefined;

function trainingRows(of: KnownSession, latestAt: number = of.firstSeen): readonly TrainingRow[] {
  // The file says when each was last seen, so nothing in it is stale.
  const standing = standingOf(of, { now: latestAt, latestAt, freshForMs: Infinity });
  return of.trainings.map((known) => ({ of, known, end: endOf(known, standing) }));
}

/**
 * One row for each training, those that are no longer listed included. `end`: `open`; `seen`, between `lastSeenOpenAt` and
 * `firstSeenEndedAt`; `before watching`, by `firstSeenEndedAt`; `not seen`, some time after `lastSeenOpenAt`; `unknown`, in a
 * state that this program does not know.
 */
export const trainingsCsv = (sessions: readonly KnownSession[], latestAt: LatestAt): string =>
  table(
    TRAINING_COLUMNS,
    sessions.flatMap((of) => trainingRows(of, latestAt)),
  );

const table = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  csvOf(
    columns.map(({ head }) => head),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
