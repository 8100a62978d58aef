/** The transactions on the stored history. Each is done whole or not at all, and resolves once it is on the disk. */
import { type ConnectionRecord, isConnectionRecord } from "./connection-record.ts";
import type { KnownDelta } from "../domain/known-delta.ts";
import { packSessions } from "../domain/packed-session.ts";
import { heldIn, isJournal, type JournalPart } from "./journal.ts";
import { resultOf } from "./requests.ts";
import { STORES } from "./schema.ts";
import { inTransaction, keysOf, remove } from "./transactions.ts";

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

/** What is stored of each of these sessions, not checked. @param goesOn it is in the journal, which is read whole for any of them */
export async function readSessions(
  database: IDBDatabase,
  connection: string,
  ids: readonly string[],
  goesOn: (id: string) => boolean,
): Promise<readonly unknown[]> {
  const transaction = database.transaction(STORES);
  const sessions = transaction.objectStore("sessions");
  const journal = ids.some(goesOn)
    ? await resultOf<unknown[]>(transaction.objectStore("journal").getAll(keysOf(connection)))
    : [];
  const held = isJournal(journal) ? heldIn(journal) : undefined;
  return Promise.all(
    ids.map((id) => (goesOn(id) ? held?.get(id) : resultOf<unknown>(sessions.get([connection, id])))),
  );
}

export interface Written {
  /** Whether there was a readable record of the connection. */
  readonly hadRecord: boolean;
  /** What went into the journal. */
  readonly part: JournalPart;
}

/**
 * Writes what changed, unless a newer answer than the delta's is stored already: another tab has written more.
 * @param lessUntil what had ended by then was removed. Epoch ms
 */
export const writeDelta = (
  database: IDBDatabase,
  connection: string,
  { changed, dropped, watched, latest, ...memory }: KnownDelta,
  lessUntil = 0,
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
    // What left the memory is still stored, where anything is: then only what was removed here makes it less than whole.
    const wholeFrom = Math.max((hadRecord ? before : memory).wholeFrom ?? 0, lessUntil) || undefined;
    connections.put({ watched, latest, wholeFrom } satisfies ConnectionRecord, connection);
    return { hadRecord, part };
  });

async function append(transaction: IDBTransaction, connection: string, part: JournalPart): Promise<void> {
  const journal = transaction.objectStore("journal");
  const last = await resultOf(journal.openKeyCursor(keysOf(connection), "prev"));
  journal.put(part, [connection, last ? Number(lastOf(last.key)) + 1 : 0]);
}

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

/** The id of a session, or the number of a part. */
function lastOf(key: IDBValidKey): string | number {
  const last = Array.isArray(key) ? key[1] : undefined;
  return typeof last === "string" || typeof last === "number" ? last : "";
}

const isOlder = (latest: KnownDelta["latest"], stored: KnownDelta["latest"]) =>
  stored !== undefined && (latest === undefined || latest.sentAt < stored.sentAt);
