/** The list query: the only call of the page that runs on a timer. */
import { queryOptions } from "@tanstack/react-query";
import type { Scope } from "../domain/known.ts";
import type { Connection } from "./connection.ts";
import { HIDDEN_INTERVAL_MS } from "./poll-policy.ts";
import { PollError } from "./problem.ts";

export interface PollSettings {
  readonly intervalMs: number;
  /** Polls stop once there is an answer. */
  readonly paused: boolean;
}

/**
 * Polls `Debug/getDebugSessions` for one scope. Data and error say when the next poll is due; what was observed is in
 * `connection.poller.watch`. Mount it once: each mounted observer keeps its own timer.
 */
export function sessionsQuery(connection: Connection, scope: Scope, { intervalMs, paused }: PollSettings) {
  return queryOptions({
    queryKey: ["debug-sessions", connection.address, connection.serial, scope, intervalMs] as const,
    queryFn: ({ signal }) => connection.poller.poll(scope, { signal, intervalMs }),
    enabled: !paused || connection.poller.watch.known().latest === undefined,
    refetchInterval: ({ state }) => {
      if (paused) return false;
      const nextInMs = state.error instanceof PollError ? state.error.nextInMs : state.data?.nextInMs;
      if (nextInMs === undefined) return false;
      return document.hidden ? Math.max(nextInMs, HIDDEN_INTERVAL_MS) : nextInMs;
    },
    refetchIntervalInBackground: true,
    // A return to the tab asks at once, unless the server or the policy said to wait.
    refetchOnWindowFocus: ({ state }) => !paused && !(state.error instanceof PollError),
    // Coming back online is news for a failed connection only.
    refetchOnReconnect: ({ state }) =>
      !paused &&
      state.error instanceof PollError &&
      ["network", "timeout"].includes(state.error.problem.kind),
    staleTime: intervalMs,
    retry: false,
    // The policy decides when to ask, not the browser's opinion of the network.
    networkMode: "always",
    // What was observed lives in the watch; comparing two small records buys nothing.
    structuralSharing: false,
  });
}
