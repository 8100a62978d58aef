/**
 * The figures over the list: sessions, trainings, and the capacity their launchers hold.
 *
 * Capacity is what launchers were given, not measured load. A persistent launcher counts once, however many sessions
 * share it; each temporary launcher is its session's own. A session that is no longer reported holds nothing.
 */
import type { Activity, TrainingState } from "./states.ts";
import { gpuCounts, type Tally } from "./tally.ts";

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

/** The figures of a tally. */
export function summaryOf({ byActivity, trainings, vcpus, memoryMebibytes, gpus }: Tally): Summary {
  const { ended, running, starting, failed, idle } = byActivity;
  return {
    sessions: running + starting + failed + idle,
    ended,
    byActivity,
    trainings,
    vcpus: vcpus / 1000,
    memoryMebibytes: memoryMebibytes / 1000,
    gpus: gpuCounts(gpus),
  };
}
