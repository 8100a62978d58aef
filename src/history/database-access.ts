/** A way to the database that survives what happens to the connection: it is opened again where it was lost. */
import { openDatabase } from "./open-database.ts";

export interface AccessOptions {
  /** What was stored could not be read, and was thrown away. */
  readonly onFresh: () => void;
  /** Nothing can be stored any more; told once. */
  readonly onFailure: (why: "denied" | "outdated") => void;
  /** Storage is full: makes room as far as it can. */
  readonly makeRoom: (database: IDBDatabase) => Promise<void>;
}

export interface DatabaseAccess {
  /**
   * Does the work, and after a failure once more: with more room when storage was full, else over a new connection. Undefined
   * when nothing can be stored. @throws what the second try failed with
   */
  readonly use: <T>(work: (database: IDBDatabase) => Promise<T>) => Promise<{ value: T } | undefined>;
  /** Nothing can be stored, as tries have shown: ends it, and tells. */
  readonly giveUp: () => void;
  /** Ends it; `use` gives undefined from now on. */
  readonly close: () => void;
}

export function createAccess({ onFresh, onFailure, makeRoom }: AccessOptions): DatabaseAccess {
  let database: IDBDatabase | undefined;
  let isOver = false;

  const close = () => {
    isOver = true;
    database?.close();
    database = undefined;
  };
  const fail = (why: "denied" | "outdated") => {
    if (isOver) return;
    close();
    onFailure(why);
  };

  async function opened(): Promise<IDBDatabase | undefined> {
    if (isOver || database !== undefined) return database;
    const opening = await openDatabase({ onOutdated: () => fail("outdated") });
    if ("failure" in opening) {
      fail(opening.failure);
      return undefined;
    }
    database = opening.database;
    if (opening.fresh) onFresh();
    return database;
  }

  async function remedy(error: unknown, used: IDBDatabase): Promise<void> {
    if (error instanceof DOMException && error.name === "QuotaExceededError") {
      // Where there is no room to be made, the second try will tell.
      return makeRoom(used).catch(() => undefined);
    }
    used.close();
    if (database === used) database = undefined;
  }

  return {
    close,
    giveUp: () => fail("denied"),
    async use(work) {
      const first = await opened();
      if (first === undefined) return undefined;
      try {
        return { value: await work(first) };
      } catch (error) {
        await remedy(error, first);
      }
      const second = await opened();
      return second && { value: await work(second) };
    },
  };
}
