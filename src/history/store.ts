/**
 * Keeps what was observed of one connection in IndexedDB. Whatever storage does, nothing here throws: where it cannot
 * be used, what is observed lives in memory only, and a notice says so once.
 *
 * One page at a time may save for a connection; that is the page that polls.
 */
import { type KnownDelta, mergeDeltas } from "../domain/known-delta.ts";
import { type Known, type KnownSession, NOTHING_KNOWN } from "../domain/known.ts";
import { createAccess } from "./database-access.ts";
import { createJournalCount } from "./journal-count.ts";
import { openDatabase } from "./open-database.ts";
import { readConnection, readSessions, removeConnection, removeSessions, writeDelta } from "./records.ts";
import { createStoredReading } from "./read-stored.ts";
import { restore } from "./restore.ts";
import type { Limits } from "./retention.ts";
import { createSaveQueue } from "./save-queue.ts";
import type { Upkept } from "./upkeep.ts";

/**
 * `memory-only`: storage is denied, or full even after pruning. `history-starts-now`: what was stored is gone, unreadable or
 * from the future; heard while watching, saving all that is known (the delta from nothing) keeps it.
 * `reload-needed`: another tab has upgraded the schema, or waits to; nothing more is stored from here.
 */
export type StoreNotice = "memory-only" | "history-starts-now" | "reload-needed";

export interface HistoryOptions {
  readonly onNotice: (notice: StoreNotice) => void;
  /** Epoch ms. */
  readonly now: () => number;
  /** Asked for at each pruning. */
  readonly limits: () => Limits;
  /** Storage was denied or full before: to find it full again is no reason to give up more for it. Default false. */
  readonly isAgain?: boolean;
}

export interface HistoryStore {
  /** What is known from before; nothing when there is nothing, or in memory only. Sessions are as they were stored. */
  readonly load: () => Promise<Known>;
  /** These sessions as they were stored last, without those that are not, or cannot be read. */
  readonly find: (ids: readonly string[]) => Promise<readonly KnownSession[]>;
  /** How many stored sessions could not be read by `load`; they were removed. */
  readonly unreadable: () => number;
  /**
   * Resolves once it is on the disk, at once in memory only. Deltas that wait for a save under way are written
   * together. One whose answer is older than what is stored is left out.
   */
  readonly save: (delta: KnownDelta) => Promise<void>;
  /** Removes what the limits say is too old or too much, of all connections. Sessions not ended stay. */
  readonly prune: () => Promise<void>;
  /** Removes all that is stored of this connection. @returns whether nothing is left */
  readonly forget: () => Promise<boolean>;
  /** What was to be saved is; later saves do nothing. */
  readonly close: () => void;
}

/** @param connection as `connectionName` gives it; undefined: it cannot be told from others, so it is never stored */
export async function openHistory(
  connection: string | undefined,
  options: HistoryOptions,
): Promise<HistoryStore> {
  if (connection !== undefined) return keep(connection, options);
  options.onNotice("memory-only");
  return IN_MEMORY;
}

async function keep(
  connection: string,
  { onNotice, now, limits, isAgain }: HistoryOptions,
): Promise<HistoryStore> {
  /** Something of this connection is stored, as far as we know. */
  let isStored = false;
  let unreadable = 0;
  let usageBefore: number | undefined;
  let hasWritten = isAgain !== true;
  /** What ended by then was removed, at least in part. Epoch ms. */
  let lessUntil = 0;
  const journal = createJournalCount();

  const startNow = () => {
    isStored = false;
    journal.begin([]);
    onNotice("history-starts-now");
  };
  const tooOld = () => now() - limits().keepMs;
  const access = createAccess({
    onFresh: startNow,
    onFailure: (why) => onNotice(why === "outdated" ? "reload-needed" : "memory-only"),
    makeRoom: async (database) => (await upkeep()).makeRoom(database, upkept(database), hasWritten),
  });
  const upkept = (database: IDBDatabase): Upkept => ({
    connection,
    endedBefore: tooOld(),
    onLess: (instant) => void (lessUntil = Math.max(lessUntil, instant)),
    shorten: async () => (journal.isLoose() ? shorten(database).catch(journal.failed) : undefined),
  });

  async function load(): Promise<Known> {
    try {
      const read = await access.use((database) => readConnection(database, connection));
      if (read === undefined) return NOTHING_KNOWN;
      const restored = restore(read.value, { now: now(), endedBefore: tooOld() });
      if (restored !== undefined) {
        const { known, broken } = restored;
        isStored = read.value.record !== undefined;
        unreadable = broken.length;
        journal.begin(restored.journal);
        if (unreadable > 0) await removeBroken(broken);
        return known;
      }
    } catch {
      // What cannot be read is treated as what reads as nonsense.
    }
    startNow();
    await access.use((database) => removeConnection(database, connection)).catch(access.giveUp);
    return NOTHING_KNOWN;
  }

  async function find(ids: readonly string[]): Promise<readonly KnownSession[]> {
    const stored = await access.use((database) => readSessions(database, connection, ids, journal.has));
    const read = createStoredReading();
    return (stored?.value ?? []).flatMap((value, index) => {
      const known = read(value);
      return known !== undefined && known.session.id === ids[index] ? [known] : [];
    });
  }

  // Those that stay are left out again by the next load.
  const removeBroken = (ids: readonly string[]) =>
    access.use((database) => removeSessions(database, connection, ids)).catch(() => undefined);

  async function write(delta: KnownDelta): Promise<void> {
    try {
      const written = await access.use((database) => {
        // What was removed before, by a store that could not note it, is at most what memory has not.
        const lost = hasWritten ? undefined : delta.wholeFrom;
        return writeDelta(database, connection, delta, Math.max(lessUntil, lost ?? 0));
      });
      if (written === undefined) return;
      if (isStored && !written.value.hadRecord) startNow();
      isStored = true;
      hasWritten = true;
      journal.add(written.value.part);
    } catch {
      return access.giveUp();
    }
    if (journal.isLong()) await access.use((database) => shorten(database).catch(journal.failed));
  }

  /** Writes the journal anew, without what is past. Where it does not read, all that is known is stored again, in a new one. */
  async function shorten(database: IDBDatabase): Promise<void> {
    const { shortenJournal } = await upkeep();
    const parts = await shortenJournal(database, connection);
    if (parts === undefined) startNow();
    else journal.begin(parts);
  }

  async function prune(): Promise<void> {
    // Nobody knows yet whether it can be written to, nor how much there was.
    if (!hasWritten) return;
    const { prune: pruned } = await upkeep();
    await access.use(async (database) => {
      const use = { running: journal.sessions, usageBefore, maxBytes: limits().maxBytes };
      usageBefore = await pruned(database, upkept(database), use);
    });
  }

  async function forget(): Promise<boolean> {
    isStored = false;
    journal.begin([]);
    const removed = await access.use((database) => removeConnection(database, connection));
    // Out of use does not mean empty: storage may have become full, or another tab newer, after much was stored.
    return removed !== undefined || removeAnyway(connection);
  }

  const queue = createSaveQueue(write, mergeDeltas);
  await access.use(async () => undefined);
  return {
    load: () => queue.run(load),
    find: (ids) => queue.run(() => find(ids).catch(() => [])),
    unreadable: () => unreadable,
    save: queue.save,
    // A pruning that fails is made up for by the next, or by the first save that finds no room.
    prune: () => queue.run(() => prune().catch(() => undefined)),
    forget: () => queue.run(() => forget().catch(() => false)),
    close: () => void queue.run(async () => access.close()),
  };
}

const upkeep = () => import("./upkeep.ts");

const IN_MEMORY: HistoryStore = {
  load: async () => NOTHING_KNOWN,
  find: async () => [],
  unreadable: () => 0,
  save: async () => {},
  prune: async () => {},
  forget: async () => true,
  close: () => {},
};

/** Over a connection of its own, for as long as it takes. */
async function removeAnyway(connection: string): Promise<boolean> {
  const opening = await openDatabase({ onOutdated: () => {} });
  if ("failure" in opening) return false;
  try {
    await removeConnection(opening.database, connection);
    return true;
  } finally {
    opening.database.close();
  }
}
