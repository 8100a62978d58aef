/**
 * Makes room in what is stored, and puts it in order. It is fetched when it is first wanted: what is observed is shown and
 * stored without it.
 */
import { isNumber, isText, shape } from "./check.ts";
import { type ConnectionRecord, isConnectionRecord } from "./connection-record.ts";
import { heldIn, inFewParts, isJournal, type JournalPart } from "./journal.ts";
import { resultOf } from "./requests.ts";
import { excess, leastUsage } from "./retention.ts";
import { inTransaction, keysOf, remove } from "./transactions.ts";

export interface Upkept {
  /** The connection that is in use. */
  readonly connection: string;
  /** Sessions that had ended before this are too old. Epoch ms. */
  readonly endedBefore: number;
  /** What had ended by then was removed, of this connection too. Epoch ms. */
  readonly onLess: (instant: number) => void;
  /** Writes the journal anew where that is worth it. A failure is none of the others'. */
  readonly shorten: () => Promise<void>;
}

/**
 * For a write that found no room: what is too old goes.
 * @param half and of what is left the half that ended first
 */
export async function makeRoom(database: IDBDatabase, upkept: Upkept, half: boolean): Promise<void> {
  await removeOlder(database, upkept);
  // First what is past of the journal: nobody misses it. It takes room itself, which may not be there.
  await upkept.shorten();
  if (half) await removeOldestEnded(database, upkept, Math.ceil((await countEnded(database)) / 2));
}

export interface Use {
  /** How many sessions of the connection have not ended. */
  readonly running: () => number;
  /** The least that the browser said was in use since room was last made, bytes; undefined before that. */
  readonly usageBefore: number | undefined;
  readonly maxBytes: number;
}

/** Removes what is too old or too much. @returns the `usageBefore` of the next pruning */
export async function prune(
  database: IDBDatabase,
  upkept: Upkept,
  { running, usageBefore, maxBytes }: Use,
): Promise<number | undefined> {
  await removeOlder(database, upkept);
  await upkept.shorten();
  const sessions = running() + (await countEnded(database));
  const usage = await bytesInUse();
  const tooMany = excess({ sessions, usage, usageBefore }, maxBytes);
  if (tooMany === 0) return leastUsage(usageBefore, usage);
  await removeOldestEnded(database, upkept, tooMany);
  return usage;
}

/** Writes the journal anew, without what is past. @returns its parts; undefined where it does not read, and is removed */
export async function shortenJournal(
  database: IDBDatabase,
  connection: string,
): Promise<readonly JournalPart[] | undefined> {
  const parts = await rewriteJournal(database, connection).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "NotReadableError") return undefined;
    throw error;
  });
  if (parts === undefined) await removeJournal(database, connection);
  return parts;
}

const rewriteJournal = (
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

const removeJournal = (database: IDBDatabase, connection: string): Promise<void> =>
  inTransaction(database, async (transaction) => {
    transaction.objectStore("journal").delete(keysOf(connection));
  });

/** Removes, of all connections, the sessions that are too old, and the other connections without an answer since. */
async function removeOlder(database: IDBDatabase, upkept: Upkept): Promise<void> {
  const { connection, endedBefore } = upkept;
  const keys = await inTransaction(database, async (transaction) => {
    const connections = transaction.objectStore("connections");
    const sessions = transaction.objectStore("sessions");
    const [ended, names, records] = await Promise.all([
      resultOf(sessions.index("by-end").getAllKeys(IDBKeyRange.upperBound(endedBefore, true))),
      resultOf(connections.getAllKeys()),
      resultOf<unknown[]>(connections.getAll()),
    ]);
    for (const key of ended) sessions.delete(key);
    for (const [index, name] of names.map(String).entries()) {
      const record = records[index];
      const last = isConnectionRecord(record) ? record.latest?.receivedAt : undefined;
      if (name !== connection && (last === undefined || last < endedBefore)) remove(transaction, name);
    }
    return ended;
  });
  await noteLess(database, upkept, keys, endedBefore);
}

const hasEnded = shape({ ended: shape({ by: isNumber }) });

/** Removes so many of the sessions that have ended, of all connections, those first that ended first. */
async function removeOldestEnded(database: IDBDatabase, upkept: Upkept, count: number): Promise<void> {
  // A count of 0 would mean all of them.
  if (count === 0) return;
  const [keys, last] = await inTransaction(database, async (transaction) => {
    const sessions = transaction.objectStore("sessions");
    const oldest = await resultOf(sessions.index("by-end").getAllKeys(null, count));
    const newest = oldest.at(-1);
    const value: unknown = newest && (await resultOf(sessions.get(newest)));
    for (const key of oldest) sessions.delete(key);
    return [oldest, value] as const;
  });
  if (hasEnded(last)) await noteLess(database, upkept, keys, last.ended.by);
}

/**
 * Notes with their connections that these are gone, all that had ended by the instant (epoch ms). By itself, since it takes room
 * that there may be only later: for the connection in use it is told as well.
 */
async function noteLess(
  database: IDBDatabase,
  { connection, onLess }: Upkept,
  gone: readonly IDBValidKey[],
  instant: number,
): Promise<void> {
  const names = new Set(gone.flatMap((key) => (Array.isArray(key) && isText(key[0]) ? [key[0]] : [])));
  if (names.size === 0) return;
  const note = inTransaction(database, async (transaction) => {
    const connections = transaction.objectStore("connections");
    for (const name of names) {
      const record = await resultOf<unknown>(connections.get(name));
      if (!isConnectionRecord(record)) continue;
      // A clock that is ahead removes what it takes for old; what is to come is whole all the same.
      const until = Math.min(instant, record.latest?.receivedAt ?? instant);
      if (name === connection) onLess(until);
      const wholeFrom = Math.max(until, record.wholeFrom ?? 0);
      connections.put({ ...record, wholeFrom } satisfies ConnectionRecord, name);
    }
  });
  await note.catch(() => undefined);
}

/** How many of the sessions that are stored, of all connections, have ended. */
const countEnded = (database: IDBDatabase): Promise<number> =>
  resultOf(database.transaction("sessions").objectStore("sessions").index("by-end").count());

/** Of everything this origin stores, bytes; undefined where the browser does not tell. */
async function bytesInUse(): Promise<number | undefined> {
  try {
    // Not there outside secure contexts, whatever its type says.
    const storage: StorageManager | undefined = navigator.storage;
    return (await storage?.estimate())?.usage;
  } catch {
    return undefined;
  }
}
