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
    retry: false,
    networkMode: "always",
    structuralSharing: false,
  });
