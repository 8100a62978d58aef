import { queryOptions } from "@tanstack/react-query";
import type { Connection } from "./connection.ts";
import { SESSIONS_KEY } from "./sessions-query.ts";

/** What has sessions that were kept. */
export type Recaller = Pick<Connection, "serial" | "recall">;

/** The beginning of the keys of all that was asked for of a connection. */
export const recalledKey = ({ serial }: Recaller) => [SESSIONS_KEY, serial, "recalled"] as const;

/** A session that ended longer ago than what is in memory reaches, from what is kept; null where nothing is. */
export const recalledQuery = (connection: Recaller, sessionId: string) =>
  queryOptions({
    queryKey: [...recalledKey(connection), sessionId],
    queryFn: async () => (await connection.recall(sessionId)) ?? null,
    retry: false,
    networkMode: "always",
    structuralSharing: false,
  });
