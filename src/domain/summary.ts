/**
 * The figures over the list: sessions, trainings, and the capacity their launchers hold.
 *
 * Capacity is what launchers were given, not measured load. A persistent launcher counts once, however many sessions
 * share it; each temporary launcher is its session's own. A session that is no longer reported holds nothing.
 */
import { activityOf, trainingCounts } from "./activity.ts";
import type { KnownSession } from "./known.ts";
import type { LauncherSpec, Session } from "./session.ts";
import { type Activity, TRAINING_STATE_ORDER, type TrainingState } from "./states.ts";

export interface Summary {
  /** Sessions in the last answers. */
  readonly sessions: number;
  readonly ended: number;
  /** All the given sessions, ended ones too. */
  readonly byActivity: Readonly<Record<Activity, number>>;
  /** Trainings of the sessions that have not ended, as their newest reading lists them. */
  readonly trainings: Readonly<Record<TrainingState, number>>;
  readonly vcpus: number;
  readonly memoryMebibytes: number;
  /** Most first, then by model. */
  readonly gpus: readonly { readonly model: string; readonly count: number }[];
}

/** A size that makes no sense adds nothing, so that one launcher does not spoil the sum. */
const amount = (n: number): number => (Number.isFinite(n) && n > 0 ? n : 0);

const isNewer = (a: Session, b: Session): boolean =>
  a.startedAt > b.startedAt || (a.startedAt === b.startedAt && a.id > b.id);

/** The specifications held by the sessions, each launcher's once: a persistent one's as its newest session tells it. */
function specsOf(sessions: readonly Session[]): readonly LauncherSpec[] {
  const specs: LauncherSpec[] = [];
  const newest = new Map<string, { readonly session: Session; readonly spec: LauncherSpec }>();
  for (const session of sessions) {
    const { location } = session;
    if (location.kind === "temporary") specs.push(location.spec);
    if (location.kind !== "persistent") continue;
    const held = newest.get(location.launcherId);
    if (held === undefined || isNewer(session, held.session)) {
      newest.set(location.launcherId, { session, spec: location.spec });
    }
  }
  for (const { spec } of newest.values()) specs.push(spec);
  return specs;
}

function gpusOf(specs: readonly LauncherSpec[]): Summary["gpus"] {
  const counts = new Map<string, number>();
  for (const { gpus } of specs) {
    if (gpus === undefined || amount(gpus.count) === 0) continue;
    counts.set(gpus.model, (counts.get(gpus.model) ?? 0) + gpus.count);
  }
  return [...counts]
    .map(([model, count]) => ({ model, count }))
    .toSorted((a, b) => b.count - a.count || (a.model < b.model ? -1 : 1));
}

/** Sums sessions up. Their order makes no difference. */
export function summarise(sessions: Iterable<KnownSession>): Summary {
  const byActivity: Record<Activity, number> = { running: 0, starting: 0, failed: 0, idle: 0, ended: 0 };
  const trainings: Record<TrainingState, number> = {
    starting: 0,
    running: 0,
    completed: 0,
    failed: 0,
    unrecognised: 0,
  };
  const live: Session[] = [];
  let ended = 0;
  for (const known of sessions) {
    byActivity[activityOf(known)] += 1;
    if (known.ended !== undefined) {
      ended += 1;
      continue;
    }
    live.push(known.session);
    const counts = trainingCounts(known);
    for (const state of TRAINING_STATE_ORDER) trainings[state] += counts[state];
  }
  const specs = specsOf(live);
  return {
    sessions: live.length,
    ended,
    byActivity,
    trainings,
    vcpus: specs.reduce((sum, { cpus }) => sum + amount(cpus), 0),
    memoryMebibytes: specs.reduce((sum, { memoryMebibytes }) => sum + amount(memoryMebibytes), 0),
    gpus: gpusOf(specs),
  };
}
