/** What all transactions on the stored history have in common. */
import { abort, endOf } from "./requests.ts";
import { STORES } from "./schema.ts";

/**
 * @param work may wait for requests of the transaction only. Of those that it does not wait for, one that fails aborts the whole.
 * @throws what failed
 */
export async function inTransaction<T>(
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

/** All keys of one connection: a list sorts after every text, and a text after every number. */
export const keysOf = (connection: string) => IDBKeyRange.bound([connection], [connection, []]);

/** Removes all that is stored of a connection. */
export function remove(transaction: IDBTransaction, connection: string): void {
  for (const name of ["sessions", "journal"]) transaction.objectStore(name).delete(keysOf(connection));
  transaction.objectStore("connections").delete(connection);
}
