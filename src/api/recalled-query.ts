import { queryOptions } from "@tanstack/react-query";
import type { Connection } from "./connection.ts";

/** A session that ended longer ago than what is in memory reaches, from what is kept; null where nothing is. */
export const recalledQuery = (connection: Connection, sessionId: string) =>
  queryOptions({
    queryKey: ["recalled", connection.serial, sessionId],
    queryFn: async () => (await connection.recall(sessionId)) ?? null,
    staleTime: Infinity,
    retry: false,
    networkMode: "always",
    structuralSharing: false,
  });
