/** The transactions on the stored history. Each is done whole or not at all, and resolves once it is on the disk. */
import { type IDBPTransaction, unwrap } from "idb";
import type { KnownDelta } from "../domain/known-delta.ts";
import { abort } from "./open-database.ts";
import { isConnectionRecord } from "./read-stored.ts";
import { type HistoryDatabase, type HistorySchema, type StoreName, STORES } from "./schema.ts";

type Key = [connection: string, id: string];

/** All that is stored of a connection, nothing of it checked. */
export interface StoredConnection {
  readonly record: unknown;
  readonly sessions: readonly { readonly id: string; readonly value: unknown }[];
}

export async function readConnection(
  database: HistoryDatabase,
  connection: string,
): Promise<StoredConnection> {
  const transaction = database.transaction(STORES, "readonly");
  const sessions = transaction.objectStore("sessions");
  const [record, keys, values] = await Promise.all([
    transaction.objectStore("connections").get(connection),
    sessions.getAllKeys(keysOf(connection)),
    sessions.getAll(keysOf(connection)),
    transaction.done,
  ]);
  return { record, sessions: keys.map(([, id], index) => ({ id, value: values[index] })) };
}

/** What is stored of one session, not checked. */
export const readSession = (database: HistoryDatabase, connection: string, id: string): Promise<unknown> =>
  database.get("sessions", [connection, id]);

export interface Written {
  /** Whether there was a readable record of the connection. */
  readonly hadRecord: boolean;
}

/** Writes what changed, unless a newer answer than the delta's is stored already: another tab has written more. */
export const writeDelta = (
  database: HistoryDatabase,
  connection: string,
  { changed, dropped, watched, latest }: KnownDelta,
): Promise<Written> =>
  inTransaction(database, async (transaction, asked) => {
    const connections = transaction.objectStore("connections");
    // The browser's own: what becomes of hundreds of requests is asked of their transaction, not of each.
    const sessions = unwrap(transaction.objectStore("sessions"));
    const before = await connections.get(connection);
    const hadRecord = isConnectionRecord(before);
    if (hadRecord && isOlder(latest, before.latest)) return { hadRecord };
    for (const id of dropped) sessions.delete([connection, id]);
    for (const session of changed) {
      const key: Key = [connection, session.session.id];
      try {
        sessions.put(session, key);
      } catch (error) {
        if (!isNotStorable(error)) throw error;
        // What is stored of it is no longer so. One session never costs the history of the others.
        sessions.delete(key);
      }
    }
    asked(connections.put({ watched, latest }, connection));
    return { hadRecord };
  });

export const removeSessions = (
  database: HistoryDatabase,
  connection: string,
  ids: readonly string[],
): Promise<void> =>
  inTransaction(database, async (transaction, asked) => {
    for (const id of ids) asked(transaction.objectStore("sessions").delete([connection, id]));
  });

export const removeConnection = (database: HistoryDatabase, connection: string): Promise<void> =>
  inTransaction(database, async (transaction, asked) => remove(transaction, asked, connection));

/** Removes, of all connections, the sessions that had ended before the instant (epoch ms), and the other connections without an answer since. */
export const removeOlder = (database: HistoryDatabase, own: string, instant: number): Promise<void> =>
  inTransaction(database, async (transaction, asked) => {
    const connections = transaction.objectStore("connections");
    const sessions = transaction.objectStore("sessions");
    const ended = await sessions.index("by-end").getAllKeys(IDBKeyRange.upperBound(instant, true));
    for (const key of ended) asked(sessions.delete(key));
    const [names, records] = await Promise.all([connections.getAllKeys(), connections.getAll()]);
    for (const [index, name] of names.entries()) {
      const record = records[index];
      const last = isConnectionRecord(record) ? record.latest?.receivedAt : undefined;
      if (name !== own && (last === undefined || last < instant)) remove(transaction, asked, name);
    }
  });

/** Removes so many of the sessions that have ended, of all connections, those first that ended first. */
export const removeOldestEnded = (database: HistoryDatabase, count: number): Promise<void> =>
  inTransaction(database, async (transaction, asked) => {
    const sessions = transaction.objectStore("sessions");
    // A count of 0 would mean all of them.
    const keys = count > 0 ? await sessions.index("by-end").getAllKeys(null, count) : [];
    for (const key of keys) asked(sessions.delete(key));
  });

/** How many sessions are stored, of all connections, and how many of them have ended. */
export async function countSessions(
  database: HistoryDatabase,
): Promise<{ readonly all: number; readonly ended: number }> {
  const transaction = database.transaction("sessions", "readonly");
  const [all, ended] = await Promise.all([
    transaction.store.count(),
    transaction.store.index("by-end").count(),
    transaction.done,
  ]);
  return { all, ended };
}

/** All keys of one connection: a list sorts after every text. */
const keysOf = (connection: string) => IDBKeyRange.bound([connection], [connection, []]);

type Writing = IDBPTransaction<HistorySchema, StoreName[], "readwrite">;
type Asked = (request: Promise<unknown>) => void;

function remove(transaction: Writing, asked: Asked, connection: string): void {
  asked(transaction.objectStore("sessions").delete(keysOf(connection)));
  asked(transaction.objectStore("connections").delete(connection));
}

const isOlder = (latest: KnownDelta["latest"], stored: KnownDelta["latest"]) =>
  stored !== undefined && (latest === undefined || latest.sentAt < stored.sentAt);

/** A value too deep to copy is a RangeError in browsers, one of a kind that cannot be copied a DataCloneError. */
const isNotStorable = (error: unknown) =>
  error instanceof RangeError || (error instanceof DOMException && error.name === "DataCloneError");

/** @param work calls `asked` with each request it does not wait for; it may wait for requests only */
async function inTransaction<T>(
  database: HistoryDatabase,
  work: (transaction: Writing, asked: Asked) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...STORES], "readwrite", { durability: "strict" });
  const requests: Promise<unknown>[] = [];
  const asked = (request: Promise<unknown>) => {
    // They are all looked at in the end; until then none counts as a rejection that nobody handles.
    request.catch(() => undefined);
    requests.push(request);
  };
  asked(transaction.done);
  const result = work(transaction, asked);
  asked(result);
  await result.catch(() => abort(transaction));
  const ends = await Promise.allSettled(requests);
  const errors = ends.flatMap((end): unknown[] => (end.status === "rejected" ? [end.reason] : []));
  // What aborted it, where that was a request or its end: the promise of its end may be older than that.
  if (errors.length > 0) throw transaction.error ?? causeOf(errors);
  return result;
}

/** A failure aborts its transaction, and with it everything else that was asked for: those say only "aborted". */
const causeOf = (errors: readonly unknown[]) =>
  errors.find((error) => !(error instanceof DOMException && error.name === "AbortError")) ?? errors[0];
