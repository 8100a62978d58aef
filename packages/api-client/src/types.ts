/**
 * The shapes of the API as they are past the decoder. Instants are epoch milliseconds, durations milliseconds, sizes MiB.
 * A union that ends in `string & {}` is open: a word the server invents later is kept as it came.
 */
import type { DecthingsTensor } from "./tensor.ts";

export type TrainingState = "starting" | "running" | "completed" | "failed" | (string & {});

export interface ParameterDefinition {
  name: string;
  /** True where the answer leaves it out: older servers know no optional parameters. */
  required: boolean;
  rules: {
    /** -1: any length; the empty list: a scalar. */
    shape: number[];
    allowedTypes: string[];
    annotations: string[];
  };
}

export interface ParameterDefinitions {
  createState: ParameterDefinition[];
  train: ParameterDefinition[];
  evaluateInput: ParameterDefinition[];
  evaluateOutput: ParameterDefinition[];
}

export interface LauncherSpec {
  /** Fractional: 0.25 is a quarter of a vCPU. */
  cpus: number;
  memoryMebibytes: number;
  diskMebibytes?: number;
  swapMebibytes?: number;
  gpus?: { model: string; count: number };
}

/** A location of a type this client does not know, with every field it came with. */
export interface UnrecognisedLocation {
  type: string & {};
  [field: string]: unknown;
}

export type ExecutionLocation =
  | { type: "persistentLauncher"; persistentLauncherId: string; spec: LauncherSpec }
  | { type: "temporaryLauncher"; spec: LauncherSpec }
  | UnrecognisedLocation;

export interface DebugSession {
  id: string;
  startedAt: number;
  modelId: string;
  parameterDefinitions: ParameterDefinitions;
  trainingSessions: { id: string; createdAt: number; state: TrainingState }[];
  executionLocation?: ExecutionLocation;
}

/** An entry of the session list that could not be read: its place in the list, its id if it has one, and what is wrong. */
export interface UnreadableSession {
  index: number;
  id?: string;
  /** In this client's words only; never a value out of the answer. */
  reason: string;
}

export interface GetDebugSessionsResult {
  /** The readable sessions, in the order of the answer. */
  debugSessions: DebugSession[];
  unreadable: UnreadableSession[];
}

export type FailReason =
  | { code: "unknown" | "cancelled" | "max_duration_exceeded" }
  | { code: "exception"; exceptionDetails?: string }
  | { code: string & {} };

export type TrainingStatus =
  /** `progress` is 0..1. */
  | { state: "running"; progress: number }
  | { state: "completed"; finishedAt: number; trainDuration: number }
  | { state: "failed"; finishedAt: number; trainDuration?: number; failReason: FailReason }
  | { state: string & {}; [field: string]: unknown };

export interface GetTrainingStatusResult {
  id: string;
  createdAt: number;
  /** Which metrics there are, and how many entries of each. */
  metrics: { name: string; amount: number }[];
  status: TrainingStatus;
}

export interface GetTrainingMetricsResult {
  metrics: { name: string; startIndex: number; entries: { timestamp: number; data: DecthingsTensor }[] }[];
}

export type PersistentLauncherState =
  | { type: "creating" | "active" | "deleting" }
  | { type: "recreating"; previous: "exit" | "unknown" | (string & {}) }
  | { type: string & {}; [field: string]: unknown };

export interface PersistentLauncher {
  id: string;
  name: string;
  createdAt?: number;
  spec: LauncherSpec;
  state: PersistentLauncherState;
  running: { id: string; type: "terminal" | "spawned" | "debug" | "train" | "evaluate" | (string & {}) }[];
}

export interface GetPersistentLaunchersResult {
  persistentLaunchers: PersistentLauncher[];
  total: number;
  offset: number;
  limit: number;
}

export interface GetSysinfoResult {
  /** `cpus`: cores in use; `memory` and `disk`: MiB in use. */
  sysinfo: { timestamp: number; cpus: number; memory: number; disk?: number }[];
}

/** The errors of the API that this client knows. Which of them a method may answer is in the API reference. */
export type KnownApiError =
  | { code: "bad_credentials" }
  | { code: "too_many_requests" }
  | { code: "payment_required" }
  | { code: "unknown" }
  | { code: "invalid_parameter"; parameterName: string; reason: string }
  | { code: "debug_session_not_found" }
  | { code: "training_session_not_found" }
  | { code: "training_session_not_running" }
  | { code: "persistent_launcher_not_found" }
  | { code: "not_subscribed" };

/** An error the API answers with; one with an unknown code is kept as it came. `hasErrorCode` narrows it. */
export type ApiError = KnownApiError | { code: string & {} };

/** What a call resolves with: exactly one of the two. */
export type ApiAnswer<T> = { result: T; error?: undefined } | { error: ApiError; result?: undefined };

/** What came over the wire for one call, told before its result is given. */
export interface Exchange {
  status: number;
  headers: Headers;
  /** Length of the body. */
  bytes: number;
  /** Epoch ms of this machine's clock. */
  sentAt: number;
  receivedAt: number;
}

export interface CallOptions {
  /** Aborting it rejects the call with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Time for the whole call, body included, in ms. Default 30,000; 0 or Infinity: none. */
  timeoutMs?: number | undefined;
  /** Called once when the body is whole, before the call resolves. What it throws rejects the call. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

export interface ClientOptions {
  /** Sent as `Authorization: Bearer <key>`, trimmed; no header when empty. */
  apiKey?: string | undefined;
  /** The base with its version. Default `https://api.decthings.com/v0`. A path (`/v0`) means the page's own origin. */
  httpServerAddress?: string | undefined;
  /** Accepted for compatibility; this client opens no WebSocket yet. */
  wsServerAddress?: string | undefined;
  extraHeaders?: Record<string, string> | [string, string][] | undefined;
  /** Used in place of the platform's fetch. */
  fetch?: typeof fetch | undefined;
  /** A longer body is a DecodeError. Default 64 MiB. */
  maxResponseBytes?: number | undefined;
}

interface TrainingIds {
  debugSessionId: string;
  trainingSessionId: string;
}

type Method<Params, Result> = (params: Params, options?: CallOptions) => Promise<ApiAnswer<Result>>;

export interface DebugApi {
  /**
   * The running debug sessions; all of them when no ids are given. An id that is not returned does not exist, or the key
   * has no access to it. Names no session, so it does not count as activity of one.
   */
  getDebugSessions(
    params?: { debugSessionIds?: string[] | undefined },
    options?: CallOptions,
  ): Promise<ApiAnswer<GetDebugSessionsResult>>;
  /** Progress or outcome of one training. May count as activity of the session. */
  getTrainingStatus: Method<TrainingIds, GetTrainingStatusResult>;
  /** Entries of metrics, each with a tensor. May count as activity of the session. */
  getTrainingMetrics: Method<
    TrainingIds & { metrics: { name: string; startIndex: number; amount: number }[] },
    GetTrainingMetricsResult
  >;
  /** Ends a debug session. */
  terminateDebugSession: Method<{ debugSessionId: string }, Record<string, never>>;
  /** Cancels a running training. */
  cancelTrainingSession: Method<TrainingIds, Record<string, never>>;
}

export interface GetPersistentLaunchersParams {
  offset?: number;
  /** Default 20. */
  limit?: number;
  filter?: { ids?: string[]; searchName?: string };
  sort?: string;
  sortDirection?: "asc" | "desc";
}

export interface PersistentLauncherApi {
  getPersistentLaunchers(
    params?: GetPersistentLaunchersParams,
    options?: CallOptions,
  ): Promise<ApiAnswer<GetPersistentLaunchersResult>>;
  /** Load over time of one launcher. */
  getSysinfo: Method<{ persistentLauncherId: string; fromTimestamp?: number }, GetSysinfoResult>;
}
