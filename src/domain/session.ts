/** A debug session as the dashboard thinks of it: what the wire said, with unknown values kept as values. */
import type {
  DebugSession,
  ExecutionLocation,
  LauncherSpec,
  ParameterDefinition,
} from "@decthings/api-client";
import { readTrainingState, type TrainingState } from "./states.ts";

export type { LauncherSpec, ParameterDefinition };

/** The four functions of a model that take or give parameters, in the order they are shown. */
export const FUNCTIONS = ["createState", "train", "evaluateInput", "evaluateOutput"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export interface Training {
  readonly id: string;
  /** Epoch ms, the server's clock. */
  readonly createdAt: number;
  readonly state: TrainingState;
  /** The state as it came; differs from `state` only when that is `unrecognised`. */
  readonly rawState: string;
}

export type Location =
  | { readonly kind: "persistent"; readonly launcherId: string; readonly spec: LauncherSpec }
  | { readonly kind: "temporary"; readonly spec: LauncherSpec }
  | { readonly kind: "unrecognised"; readonly type: string }
  | { readonly kind: "absent" };

/** What is sorted or grouped by where it runs stands in this order. */
export const LOCATION_RANK = {
  persistent: 0,
  temporary: 1,
  unrecognised: 2,
  absent: 3,
} as const satisfies Record<Location["kind"], number>;

export interface Session {
  readonly id: string;
  /** Epoch ms, the server's clock. */
  readonly startedAt: number;
  readonly modelId: string;
  readonly parameters: Readonly<Record<FunctionName, readonly ParameterDefinition[]>>;
  /** Oldest first; equal times in the order of their ids. */
  readonly trainings: readonly Training[];
  readonly location: Location;
  /** The decoded answer this was read from; comparison and the raw view use it. */
  readonly wire: DebugSession;
  /** The session's JSON exactly as it came, where the decoder had to bring an older shape into form; else `wire` is it. */
  readonly answered?: unknown;
}

/** A session the decoder could not read; it never hides the others. */
export interface Unreadable {
  readonly index: number;
  readonly id?: string;
  readonly reason: string;
}

/** Where a session runs. */
export function readLocation(location: ExecutionLocation | undefined): Location {
  if (location === undefined) return { kind: "absent" };
  if (isPersistent(location)) {
    return { kind: "persistent", launcherId: location.persistentLauncherId, spec: location.spec };
  }
  if (isTemporary(location)) return { kind: "temporary", spec: location.spec };
  return { kind: "unrecognised", type: location.type };
}

// The wire's union is open (a new type is kept as it came), so TypeScript cannot narrow it by `type` alone.
const isPersistent = (
  l: ExecutionLocation,
): l is Extract<ExecutionLocation, { type: "persistentLauncher" }> => l.type === "persistentLauncher";
const isTemporary = (l: ExecutionLocation): l is Extract<ExecutionLocation, { type: "temporaryLauncher" }> =>
  l.type === "temporaryLauncher";

/** The newest start first; of equal ones that with the lesser id. */
export const newestFirst = (
  a: Pick<Session, "startedAt" | "id">,
  b: Pick<Session, "startedAt" | "id">,
): number => b.startedAt - a.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Oldest first; equal times in the order of their ids. */
export const byCreation = (a: Training, b: Training): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Reads one decoded session of the wire into the domain's words. Total: every decoded session has a reading.
 * @param answered its JSON exactly as it came
 */
export function readSession(wire: DebugSession, answered: unknown = wire): Session {
  return {
    ...(answered === wire ? {} : { answered }),
    id: wire.id,
    startedAt: wire.startedAt,
    modelId: wire.modelId,
    parameters: wire.parameterDefinitions,
    trainings: wire.trainingSessions
      .map(({ id, createdAt, state }) => ({
        id,
        createdAt,
        state: readTrainingState(state),
        rawState: state,
      }))
      .toSorted(byCreation),
    location: readLocation(wire.executionLocation),
    wire,
  };
}
