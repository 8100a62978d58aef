/** The transactions on the stored history. Each is done whole or not at all, and resolves once it is on the disk. */
import type { KnownDelta } from "../domain/known-delta.ts";
import { packSessions } from "../domain/packed-session.ts";
import { heldIn, inFewParts, isJournal, type JournalPart } from "./journal.ts";
import { isConnectionRecord } from "./read-stored.ts";
import { abort, endOf, resultOf } from "./requests.ts";
import { STORES } from "./schema.ts";

/** All that is stored of a connection, nothing of it checked. */
export interface StoredConnection {
  readonly record: unknown;
  readonly sessions: readonly { readonly id: string; readonly value: unknown }[];
  /** Its parts, the oldest first. */
  readonly journal: readonly unknown[];
}

export async function readConnection(database: IDBDatabase, connection: string): Promise<StoredConnection> {
  const transaction = database.transaction(STORES);
  const sessions = transaction.objectStore("sessions");
  const [record, keys, values, journal] = await Promise.all([
    resultOf<unknown>(transaction.objectStore("connections").get(connection)),
    resultOf(sessions.getAllKeys(keysOf(connection))),
    resultOf<unknown[]>(sessions.getAll(keysOf(connection))),
    resultOf<unknown[]>(transaction.objectStore("journal").getAll(keysOf(connection))),
  ]);
  return {
    record,
    sessions: keys.map((key, index) => ({ id: String(lastOf(key)), value: values[index] })),
    journal,
  };
}

/** What is stored of one session, not checked. @param goesOn it is in the journal, which is read whole for it */
export async function readSession(
  database: IDBDatabase,
  connection: string,
  id: string,
  goesOn: boolean,
): Promise<unknown> {
  const transaction = database.transaction(STORES);
  if (!goesOn) return resultOf<unknown>(transaction.objectStore("sessions").get([connection, id]));
  const journal = await resultOf<unknown[]>(transaction.objectStore("journal").getAll(keysOf(connection)));
  return isJournal(journal) ? heldIn(journal).get(id) : undefined;
}

export interface Written {
  /** Whether there was a readable record of the connection. */
  readonly hadRecord: boolean;
  /** What went into the journal. */
  readonly part: JournalPart;
}

/** Writes what changed, unless a newer answer than the delta's is stored already: another tab has written more. */
export const writeDelta = (
  database: IDBDatabase,
  connection: string,
  { changed, dropped, watched, latest }: KnownDelta,
): Promise<Written> =>
  inTransaction(database, async (transaction) => {
    const connections = transaction.objectStore("connections");
    const sessions = transaction.objectStore("sessions");
    const part = new Map<string, string | null>();
    const before = await resultOf<unknown>(connections.get(connection));
    const hadRecord = isConnectionRecord(before);
    if (hadRecord && isOlder(latest, before.latest)) return { hadRecord, part };
    for (const id of dropped) {
      sessions.delete([connection, id]);
      part.set(id, null);
    }
    for (const known of changed) {
      const { id } = known.session;
      // As text it takes a fraction of what a browser takes to copy its objects.
      const packed = packSessions([known]);
      part.set(id, known.ended ? null : packed);
      if (known.ended) sessions.put({ packed, ended: known.ended }, [connection, id]);
    }
    if (part.size > 0) await append(transaction, connection, part);
    connections.put({ watched, latest }, connection);
    return { hadRecord, part };
  });

async function append(transaction: IDBTransaction, connection: string, part: JournalPart): Promise<void> {
  const journal = transaction.objectStore("journal");
  const last = await resultOf(journal.openKeyCursor(keysOf(connection), "prev"));
  journal.put(part, [connection, last ? Number(lastOf(last.key)) + 1 : 0]);
}

/** Writes the journal anew, without what is past. @returns its parts; undefined where it does not read, and stays as it is */
export const shortenJournal = (
  database: IDBDatabase,
  connection: string,
): Promise<readonly JournalPart[] | undefined> =>
  inTransaction(database, async (transaction) => {
    const journal = transaction.objectStore("journal");
    const before = await resultOf<unknown[]>(journal.getAll(keysOf(connection)));
    if (!isJournal(before)) return undefined;
    const parts = inFewParts(heldIn(before));
    journal.delete(keysOf(connection));
    for (const [index, part] of parts.entries()) journal.put(part, [connection, index]);
    return parts;
  });

export const removeJournal = (database: IDBDatabase, connection: string): Promise<void> =>
  inTransaction(database, async (transaction) => {
    transaction.objectStore("journal").delete(keysOf(connection));
  });

export const removeSessions = (
  database: IDBDatabase,
  connection: string,
  ids: readonly string[],
): Promise<void> =>
  inTransaction(database, async (transaction) => {
    for (const id of ids) transaction.objectStore("sessions").delete([connection, id]);
    await append(transaction, connection, new Map(ids.map((id) => [id, null])));
  });

export const removeConnection = (database: IDBDatabase, connection: string): Promise<void> =>
  inTransaction(database, async (transaction) => remove(transaction, connection));

/** Removes, of all connections, the sessions that had ended before the instant (epoch ms), and the other connections without an answer since. */
export const removeOlder = (database: IDBDatabase, own: string, instant: number): Promise<void> =>
  inTransaction(database, async (transaction) => {
    const connections = transaction.objectStore("connections");
    const sessions = transaction.objectStore("sessions");
    const [ended, names, records] = await Promise.all([
      resultOf(sessions.index("by-end").getAllKeys(IDBKeyRange.upperBound(instant, true))),
      resultOf(connections.getAllKeys()),
      resultOf<unknown[]>(connections.getAll()),
    ]);
    for (const key of ended) sessions.delete(key);
    for (const [index, name] of names.map(String).entries()) {
      const record = records[index];
      const last = isConnectionRecord(record) ? record.latest?.receivedAt : undefined;
      if (name !== own && (last === undefined || last < instant)) remove(transaction, name);
    }
  });

/** Removes so many of the sessions that have ended, of all connections, those first that ended first. */
export const removeOldestEnded = (database: IDBDatabase, count: number): Promise<void> =>
  inTransaction(database, async (transaction) => {
    const sessions = transaction.objectStore("sessions");
    // A count of 0 would mean all of them.
    const keys = count > 0 ? await resultOf(sessions.index("by-end").getAllKeys(null, count)) : [];
    for (const key of keys) sessions.delete(key);
  });

/** How many of the sessions that are stored, of all connections, have ended. */
export const countEnded = (database: IDBDatabase): Promise<number> =>
  resultOf(database.transaction("sessions").objectStore("sessions").index("by-end").count());

/** All keys of one connection: a list sorts after every text, and a text after every number. */
const keysOf = (connection: string) => IDBKeyRange.bound([connection], [connection, []]);

/** The id of a session, or the number of a part. */
function lastOf(key: IDBValidKey): string | number {
  const last = Array.isArray(key) ? key[1] : undefined;
  return typeof last === "string" || typeof last === "number" ? last : "";
}

function remove(transaction: IDBTransaction, connection: string): void {
  for (const name of ["sessions", "journal"]) transaction.objectStore(name).delete(keysOf(connection));
  transaction.objectStore("connections").delete(connection);
}

const isOlder = (latest: KnownDelta["latest"], stored: KnownDelta["latest"]) =>
  stored !== undefined && (latest === undefined || latest.sentAt < stored.sentAt);

/**
 * @param work may wait for requests of the transaction only. Of those that it does not wait for, one that fails aborts the whole.
 * @throws what failed
 */
async function inTransaction<T>(
  database: IDBDatabase,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
  const end = endOf(transaction);
  // It is looked at in the end; until then it counts as no rejection that nobody handles.
  end.catch(() => undefined);
  try {
    const result = await work(transaction);
    await end;
    return result;
  } catch (error) {
    abort(transaction);
    await end.catch(() => undefined);
    // What it waited for may say no more than that the whole was aborted.
    throw transaction.error ?? error;
  }
}
