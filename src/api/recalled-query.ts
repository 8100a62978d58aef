import { queryOptions } from "@tanstack/react-query";
import type { Connection } from "./connection.ts";
import { SESSIONS_KEY } from "./sessions-query.ts";

/** The beginning of the keys of all that was asked for of a connection. */
export const recalledKey = ({ serial }: Connection) => [SESSIONS_KEY, serial, "recalled"] as const;

/** A session that ended longer ago than what is in memory reaches, from what is kept; null where nothing is. */
export const recalledQuery = (connection: Connection, sessionId: string) =>
  queryOptions({
    queryKey: [...recalledKey(connection), sessionId],
    queryFn: async () => (await connection.recall(sessionId)) ?? null,
    // What is kept of an ended session stays as it is. Where nothing was, something may be by the time it is asked for again.
    staleTime: ({ state }) => (state.data ? Infinity : 0),
    retry: false,
    networkMode: "always",
    structuralSharing: false,
  });
