/**
 * How observed history lies in IndexedDB. The schema has a version, which is the number of migrations: each leads from
 * the version of its place in the table to the next, and a new form of the data is a new row at the end, never an edit.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";

export const DATABASE = "decthings-history";

/** What is read back is unknown until read-stored.ts has looked at it. */
export interface HistorySchema extends DBSchema {
  /** A `KnownSession` under its connection and id. */
  sessions: { key: [connection: string, id: string]; value: unknown; indexes: { "by-end": number } };
  /** Everything else that is known of a connection, under its name. */
  connections: { key: string; value: unknown };
}

export type StoreName = "sessions" | "connections";
export const STORES = ["sessions", "connections"] as const satisfies readonly StoreName[];

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** One step of the schema. It may wait for requests of its transaction, and for nothing else. */
export type Migration = (
  database: HistoryDatabase,
  transaction: IDBPTransaction<HistorySchema, StoreName[], "versionchange">,
) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    // Only sessions that have ended are in the index: the others have nothing at its path.
    database.createObjectStore("sessions").createIndex("by-end", "ended.by");
    database.createObjectStore("connections");
  },
];
