/**
 * One debug session from its start to its end, whole: every training with the instants at which it changes. A life
 * does not depend on the present; what an answer shows of it at an instant is `showLife`.
 */
import type { LauncherSpec } from "@decthings/api-client";
import type { ParameterDefinitions } from "./models.ts";

export type FailReason =
  | { readonly code: "unknown" | "cancelled" | "max_duration_exceeded" }
  | { readonly code: "exception"; readonly exceptionDetails?: string };

export type ExitReason =
  | { readonly code: "terminated_on_request" | "launcher_terminated" | "inactive_timeout" | "unknown" }
  | {
      readonly code: "code_terminated";
      readonly exitCode?: number;
      readonly signal?: string;
      readonly oom: boolean;
    }
  | { readonly code: "exception"; readonly exceptionDetails?: string };

export interface TrainingPlan {
  readonly id: string;
  /** Epoch ms; createdAt < runsFrom < endsAt. It is `starting` before `runsFrom`, then `running`. */
  readonly createdAt: number;
  readonly runsFrom: number;
  readonly endsAt: number;
  readonly outcome:
    | { readonly state: "completed" }
    | { readonly state: "failed"; readonly reason: FailReason };
  /** Shows this word instead of the true state, for worlds that invent states. */
  readonly rawState?: string;
  /** Seeds its metrics. */
  readonly salt: number;
}

export type Location =
  | {
      readonly type: "persistentLauncher";
      readonly persistentLauncherId: string;
      readonly spec: LauncherSpec;
    }
  | { readonly type: "temporaryLauncher"; readonly spec: LauncherSpec };

export interface Life {
  readonly id: string;
  /** Epoch ms: listed from `startedAt` on, and no longer at `endsAt`. */
  readonly startedAt: number;
  readonly endsAt: number;
  readonly initializedAt: number;
  readonly exit: ExitReason;
  readonly modelId: string;
  readonly topic: string;
  readonly parameterDefinitions: ParameterDefinitions;
  readonly executionLocation: Location;
  /** Oldest first. */
  readonly trainings: readonly TrainingPlan[];
  /** Fields an answer shows beyond those of the protocol. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** One element of `debugSessions`, as it stands on the wire. */
export interface SessionShown {
  readonly id: string;
  readonly startedAt: number;
  readonly modelId: string;
  readonly parameterDefinitions: ParameterDefinitions;
  readonly trainingSessions: readonly {
    readonly id: string;
    readonly createdAt: number;
    readonly state: string;
  }[];
  readonly executionLocation: Location;
}

export function stateAt(training: TrainingPlan, t: number): "starting" | "running" | "completed" | "failed" {
  if (t < training.runsFrom) return "starting";
  return t < training.endsAt ? "running" : training.outcome.state;
}

export const isAlive = (life: Pick<Life, "startedAt" | "endsAt">, t: number): boolean =>
  life.startedAt <= t && t < life.endsAt;

/** What an answer at `t` shows of a life that is alive then. */
export function showLife(life: Life, t: number): SessionShown {
  return {
    id: life.id,
    startedAt: life.startedAt,
    modelId: life.modelId,
    parameterDefinitions: life.parameterDefinitions,
    trainingSessions: life.trainings
      .filter((training) => training.createdAt <= t)
      .map((training) => ({
        id: training.id,
        createdAt: training.createdAt,
        state: training.rawState ?? stateAt(training, t),
      })),
    executionLocation: life.executionLocation,
    ...life.extra,
  };
}

/** The span [from, until) around `t` in which `showLife` says the same. */
export function unchangedAround(life: Life, t: number): { from: number; until: number } {
  let from = life.startedAt;
  let until = life.endsAt;
  const see = (instant: number) => {
    if (instant <= t) from = Math.max(from, instant);
    else until = Math.min(until, instant);
  };
  for (const training of life.trainings) {
    see(training.createdAt);
    see(training.runsFrom);
    see(training.endsAt);
  }
  return { from, until };
}
