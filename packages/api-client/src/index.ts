export { DecthingsClient } from "./client.ts";
export { hasErrorCode } from "./decode/answer.ts";
export { asAnswered } from "./decode/sessions.ts";
export {
  ClosedError,
  DecodeError,
  DecthingsClientError,
  HttpStatusError,
  InvalidRequestError,
  NetworkError,
  TimeoutError,
  type FailureKind,
} from "./errors.ts";
export { readRetryAfter } from "./retry-after.ts";
export { DecthingsTensor, type TensorElement, type TensorMedia, type TensorType } from "./tensor.ts";
export type {
  ApiAnswer,
  ApiError,
  CallOptions,
  ClientOptions,
  DebugApi,
  DebugSession,
  Exchange,
  ExecutionLocation,
  FailReason,
  GetDebugSessionsResult,
  GetPersistentLaunchersParams,
  GetPersistentLaunchersResult,
  GetSysinfoResult,
  GetTrainingMetricsResult,
  GetTrainingStatusResult,
  KnownApiError,
  LauncherSpec,
  ParameterDefinition,
  ParameterDefinitions,
  PersistentLauncher,
  PersistentLauncherApi,
  PersistentLauncherState,
  TrainingState,
  TrainingStatus,
  UnreadableSession,
  UnrecognisedLocation,
} from "./types.ts";
