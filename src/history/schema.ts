/**
 * How observed history lies in IndexedDB. The schema has a version, which is the number of migrations: each leads from
 * the version of its place in the table to the next, and a new form of the data is a new row at the end, never an edit.
 * What is read back is unknown until read-stored.ts has looked at it.
 */
export const DATABASE = "decthings-history";

/**
 * `sessions`: those that have ended, each under its connection and id, as text, and in the index `by-end`; what was stored before
 * there was a journal is here too, as objects, and may not have ended. A session that ended and came back is still here as it had
 * ended, and the journal says how it goes on. `journal`: under its connection and a number, what the sessions came to that have not
 * ended, a part for each save (journal.ts). `connections`: everything else that is known of a connection, under its name.
 */
export const STORES = ["sessions", "journal", "connections"] as const;

/** One step of the schema. It may wait for requests of its transaction, and for nothing else. */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    // Only sessions that have ended are in the index: the others have nothing at its path.
    database.createObjectStore("sessions").createIndex("by-end", "ended.by");
    database.createObjectStore("connections");
  },
  // Sessions are text from here on, and those that go on are in the journal. Those of before stay where and as they are until they change.
  (database) => void database.createObjectStore("journal"),
];
