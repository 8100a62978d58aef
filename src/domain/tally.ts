/**
 * Counting sessions for the summary, so that an answer which changes a few costs no more than to count those.
 *
 * All is counted in whole numbers: what was added can be taken off again, and nothing of it stays behind.
 */
import { activityBy, trainingCounts } from "./activity.ts";
import type { KnownSession } from "./known.ts";
import type { ListChange } from "./resort.ts";
import { type LauncherSpec, newestFirst, type Session } from "./session.ts";
import { type Activity, NO_TRAININGS, TRAINING_STATE_ORDER, type TrainingState } from "./states.ts";

export interface Tally {
  readonly byActivity: Readonly<Record<Activity, number>>;
  readonly trainings: Readonly<Record<TrainingState, number>>;
  /** In thousandths, as all that launchers hold. */
  readonly vcpus: number;
  readonly memoryMebibytes: number;
  readonly gpus: ReadonlyMap<string, number>;
  /** The persistent launchers with live sessions, by id. */
  readonly launchers: ReadonlyMap<string, Shared>;
}

/** A launcher that sessions share. */
interface Shared {
  /** Of its sessions. */
  readonly count: number;
  /** Of them the newest, and the launcher as it tells of it. */
  readonly newest: Session;
  readonly spec: LauncherSpec;
}

const NOTHING: Tally = {
  byActivity: { running: 0, starting: 0, failed: 0, idle: 0, ended: 0 },
  trainings: NO_TRAININGS,
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
  for (const state of TRAINING_STATE_ORDER) trainings[state] += times * counts[state];
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

/** What live sessions tell of the persistent launchers they are on, by launcher. */
function sharedBy(sessions: readonly KnownSession[]): Tally["launchers"] {
  const found = new Map<string, { -readonly [K in keyof Shared]: Shared[K] }>();
  for (const { session, ended } of sessions) {
    const { location } = session;
    if (location.kind !== "persistent" || ended !== undefined) continue;
    const { launcherId, spec } = location;
    const there = found.get(launcherId);
    if (there === undefined) found.set(launcherId, { count: 1, newest: session, spec });
    else {
      there.count += 1;
      if (isNewer(session, there.newest)) {
        there.newest = session;
        there.spec = spec;
      }
    }
  }
  return found;
}

/**
 * The tally after a change of the sessions. Those that are gone were all counted before.
 * @param after all the live ones that are counted then; others among them make no difference
 */
export function tallyAfter(
  before: Tally,
  { gone, come }: ListChange<KnownSession>,
  after: readonly KnownSession[],
): Tally {
  const counting = countingFrom(before);
  for (const known of gone) countSession(counting, known, -1);
  for (const known of come) countSession(counting, known, 1);

  const launchers = new Map(before.launchers);
  const [leaving, joining] = [sharedBy(gone), sharedBy(come)];
  let anew: Tally["launchers"] | undefined;
  for (const id of new Map([...leaving, ...joining]).keys()) {
    const former = launchers.get(id);
    const [left, joined] = [leaving.get(id), joining.get(id)];
    const count = (former?.count ?? 0) - (left?.count ?? 0) + (joined?.count ?? 0);
    let present = former;
    if (joined && !(former && isNewer(former.newest, joined.newest))) present = joined;
    // Who is the newest now that this one left is in no change: few leave for good.
    else if (left && left.newest === former?.newest) present = (anew ??= sharedBy(after)).get(id);
    if (former) countSpec(counting, former.spec, -1);
    if (present && count > 0) {
      countSpec(counting, present.spec, 1);
      launchers.set(id, { ...present, count });
    } else launchers.delete(id);
  }
  return { ...counting, launchers };
}

/** Counts sessions. Their order makes no difference. */
export function tallyOf(sessions: readonly KnownSession[]): Tally {
  const counting = countingFrom(NOTHING);
  for (const known of sessions) countSession(counting, known, 1);
  const launchers = sharedBy(sessions);
  for (const { spec } of launchers.values()) countSpec(counting, spec, 1);
  return { ...counting, launchers };
}

const countingFrom = ({ byActivity, trainings, vcpus, memoryMebibytes, gpus }: Tally): Counting => ({
  byActivity: { ...byActivity },
  trainings: { ...trainings },
  vcpus,
  memoryMebibytes,
  gpus: new Map(gpus),
});
