/** The list query: the only call of the page that runs on a timer. */
import { queryOptions } from "@tanstack/react-query";
import type { Scope } from "../domain/known.ts";
import { epochNow } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { waitWhile } from "./poll-policy.ts";
import { waitOf, type ListPolls } from "./poll-wait.ts";
import { PollError } from "./problem.ts";

/** What the key of every query begins with that a connection answers, the list's and those of single sessions that are kept. */
export const SESSIONS_KEY = "debug-sessions";

export interface PollSettings {
  readonly intervalMs: number;
  /** No polls, once there is an answer for the scope. */
  readonly paused: boolean;
  /** Whether nobody sees the page. */
  readonly hidden: boolean;
}

/**
 * Polls `Debug/getDebugSessions` for one scope. Data and error say when the next poll is due; what was observed is in
 * `connection.source`. Mount it once: each mounted observer keeps its own timer.
 */
export function sessionsQuery(connection: Connection, scope: Scope, settings: PollSettings) {
  const { intervalMs, paused, hidden } = settings;
  const isIdle = ({ data }: ListPolls) => paused && data !== undefined;
  return queryOptions({
    queryKey: [SESSIONS_KEY, connection.serial, scope] as const,
    queryFn: ({ signal }) => connection.look(scope, { signal, intervalMs, hidden }),
    enabled: ({ state }) => !isIdle(state),
    refetchInterval: ({ state }) => {
      const wait = waitOf(state, intervalMs);
      return wait === undefined || isIdle(state) ? false : waitWhile(wait.ms, { hidden });
    },
    refetchIntervalInBackground: true,
    // The first look may be over before the page is there to mount it: what comes after it is due when it says.
    refetchOnMount: false,
    retryOnMount: false,
    // A hidden page waits longer than it otherwise would: what is overdue when somebody looks again is asked at once.
    refetchOnWindowFocus: ({ state }) => {
      const wait = waitOf(state, intervalMs);
      return wait !== undefined && !isIdle(state) && epochNow() >= wait.from + wait.ms ? "always" : false;
    },
    // Coming back online is news for a connection that failed, and for no other.
    refetchOnReconnect: ({ state: { error } }) =>
      error instanceof PollError && ["network", "timeout"].includes(error.problem.kind) ? "always" : false,
    // A failed poll is said on the page; anything else is a defect, and goes to the error page.
    throwOnError: (error) => !(error instanceof PollError),
    retry: false,
    // The policy decides when to ask, not the browser's opinion of the network.
    networkMode: "always",
    // What was observed lives in the watch; comparing two small records buys nothing.
    structuralSharing: false,
  });
}
