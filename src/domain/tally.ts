/**
 * Counting sessions for the summary, so that an answer which changes a few costs no more than to count those.
 *
 * All is counted in whole numbers: what was added can be taken off again, and nothing of it stays behind.
 */
import { activityBy, trainingCounts } from "./activity.ts";
import type { KnownSession } from "./known.ts";
import type { ListChange } from "./resort.ts";
import { type LauncherSpec, newestFirst, type Session } from "./session.ts";
import type { Activity, TrainingState } from "./states.ts";

export interface Tally {
  readonly byActivity: Readonly<Record<Activity, number>>;
  readonly trainings: Readonly<Record<TrainingState, number>>;
  /** In thousandths, as all that launchers hold. */
  readonly vcpus: number;
  readonly memoryMebibytes: number;
  readonly gpus: ReadonlyMap<string, number>;
  /** The sessions on each persistent launcher, in no order. */
  readonly launchers: ReadonlyMap<string, Shared>;
}

interface Shared {
  readonly sessions: readonly Session[];
  /** As the newest of them tells it. */
  readonly spec: LauncherSpec;
}

const NOTHING: Tally = {
  byActivity: { running: 0, starting: 0, failed: 0, idle: 0, ended: 0 },
  trainings: { starting: 0, running: 0, completed: 0, failed: 0, unrecognised: 0 },
  vcpus: 0,
  memoryMebibytes: 0,
  gpus: new Map(),
  launchers: new Map(),
};

/** A tally being counted. */
interface Counting {
  readonly byActivity: Record<Activity, number>;
  readonly trainings: Record<TrainingState, number>;
  vcpus: number;
  memoryMebibytes: number;
  readonly gpus: Map<string, number>;
}

/** More than any launcher has of anything. */
const LARGEST = 1e9;

/** A size that makes no sense adds nothing, so that one launcher does not spoil the sum. */
export const thousandths = (n: number): number => (n > 0 && n < LARGEST ? Math.round(n * 1000) : 0);

function countSession(counting: Counting, known: KnownSession, times: 1 | -1): void {
  const { byActivity, trainings } = counting;
  if (known.ended !== undefined) {
    byActivity.ended += times;
    return;
  }
  const counts = trainingCounts(known);
  byActivity[activityBy(counts, known)] += times;
  trainings.starting += times * counts.starting;
  trainings.running += times * counts.running;
  trainings.completed += times * counts.completed;
  trainings.failed += times * counts.failed;
  trainings.unrecognised += times * counts.unrecognised;
  const { location } = known.session;
  if (location.kind === "temporary") countSpec(counting, location.spec, times);
}

function countSpec(counting: Counting, { cpus, memoryMebibytes, gpus }: LauncherSpec, times: 1 | -1): void {
  counting.vcpus += times * thousandths(cpus);
  counting.memoryMebibytes += times * thousandths(memoryMebibytes);
  if (gpus === undefined) return;
  const count = (counting.gpus.get(gpus.model) ?? 0) + times * thousandths(gpus.count);
  if (count === 0) counting.gpus.delete(gpus.model);
  else counting.gpus.set(gpus.model, count);
}

/** Accelerators counted in thousandths, in whole ones: most first, then by model. */
export const gpuCounts = (
  gpus: ReadonlyMap<string, number>,
): readonly { readonly model: string; readonly count: number }[] =>
  [...gpus]
    .map(([model, count]) => ({ model, count: count / 1000 }))
    .toSorted((a, b) => b.count - a.count || (a.model < b.model ? -1 : 1));

export const isNewer = (a: Session, b: Session): boolean => newestFirst(a, b) < 0;

/** The live sessions on persistent launchers, by launcher. */
function byLauncher(sessions: readonly KnownSession[]): ReadonlyMap<string, readonly Session[]> {
  const found = new Map<string, Session[]>();
  for (const { session, ended } of sessions) {
    const { location } = session;
    if (location.kind !== "persistent" || ended !== undefined) continue;
    const there = found.get(location.launcherId);
    if (there === undefined) found.set(location.launcherId, [session]);
    else there.push(session);
  }
  return found;
}

function sharedBy(sessions: readonly Session[]): Shared | undefined {
  let newest = sessions[0];
  for (const session of sessions) if (newest && isNewer(session, newest)) newest = session;
  return newest?.location.kind === "persistent" ? { sessions, spec: newest.location.spec } : undefined;
}

/** The tally after a change of the sessions. Those that are gone were all counted before. */
export function tallyAfter(before: Tally, { gone, come }: ListChange<KnownSession>): Tally {
  const counting = countingFrom(before);
  for (const known of gone) countSession(counting, known, -1);
  for (const known of come) countSession(counting, known, 1);

  const launchers = new Map(before.launchers);
  const [leaving, joining] = [byLauncher(gone), byLauncher(come)];
  for (const id of new Set([...leaving.keys(), ...joining.keys()])) {
    const left = new Set(leaving.get(id));
    const former = launchers.get(id);
    const staying = (former?.sessions ?? []).filter((session) => !left.has(session));
    const present = sharedBy(staying.concat(joining.get(id) ?? []));
    if (former) countSpec(counting, former.spec, -1);
    if (present) countSpec(counting, present.spec, 1);
    if (present) launchers.set(id, present);
    else launchers.delete(id);
  }
  return { ...counting, launchers };
}

/** Counts sessions. Their order makes no difference. */
export function tallyOf(sessions: readonly KnownSession[]): Tally {
  const counting = countingFrom(NOTHING);
  for (const known of sessions) countSession(counting, known, 1);
  const launchers = new Map<string, Shared>();
  for (const [id, there] of byLauncher(sessions)) {
    const shared = sharedBy(there);
    if (shared === undefined) continue;
    countSpec(counting, shared.spec, 1);
    launchers.set(id, shared);
  }
  return { ...counting, launchers };
}

const countingFrom = ({ byActivity, trainings, vcpus, memoryMebibytes, gpus }: Tally): Counting => ({
  byActivity: { ...byActivity },
  trainings: { ...trainings },
  vcpus,
  memoryMebibytes,
  gpus: new Map(gpus),
});
