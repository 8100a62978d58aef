/** Every method that is answered over HTTP and WebSocket alike, by the name it has in a path. */
import { getDebugSessions, terminateDebugSession } from "./debug-sessions.ts";
import { getPersistentLaunchers, getSysinfo } from "./launchers.ts";
import type { Method } from "./method.ts";
import { cancelTrainingSession, getTrainingMetrics, getTrainingStatus } from "./trainings.ts";

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    "Debug/getDebugSessions": getDebugSessions,
    "Debug/getTrainingStatus": getTrainingStatus,
    "Debug/getTrainingMetrics": getTrainingMetrics,
    "Debug/terminateDebugSession": terminateDebugSession,
    "Debug/cancelTrainingSession": cancelTrainingSession,
    "PersistentLauncher/getPersistentLaunchers": getPersistentLaunchers,
    "PersistentLauncher/getSysinfo": getSysinfo,
  }),
);
