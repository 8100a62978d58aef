/** A browser's storage for tests. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { afterEach, beforeEach, vi } from "vitest";
import { deltaBetween } from "../domain/known-delta.ts";
import { type Known, NOTHING_KNOWN } from "../domain/known.ts";
import { heldIn, isJournal } from "./journal.ts";
import { resultOf } from "./requests.ts";
import { DATABASE, MIGRATIONS } from "./schema.ts";
import type { Limits } from "./retention.ts";
import { type HistoryOptions, type HistoryStore, openHistory, type StoreNotice } from "./store.ts";

interface HistorySchema extends DBSchema {
  sessions: { key: [connection: string, id: string]; value: unknown; indexes: { "by-end": number } };
  journal: { key: [connection: string, part: number]; value: unknown };
  connections: { key: string; value: unknown };
}
type HistoryDatabase = IDBPDatabase<HistorySchema>;

const stores: HistoryStore[] = [];

/** Each test of the file finds an empty storage. */
export function emptyStorage(): void {
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

/** Those of a page on which nobody chose others. */
export const LIMITS: Limits = { keepMs: 7 * 86_400_000, maxBytes: 200_000_000 };

export interface Opened {
  readonly store: HistoryStore;
  /** The notices so far. */
  readonly notices: readonly StoreNotice[];
}

export async function opened(
  connection: string | undefined = "here",
  options: Partial<HistoryOptions> = {},
): Promise<Opened> {
  const notices: StoreNotice[] = [];
  const onNotice = (notice: StoreNotice) => notices.push(notice);
  const store = await openHistory(connection, { onNotice, now: () => 0, limits: () => LIMITS, ...options });
  stores.push(store);
  return { store, notices };
}

/** Saves all that is known. */
export const saveAll = ({ store }: Opened, known: Known): Promise<void> =>
  store.save(deltaBetween(NOTHING_KNOWN, known));

/** The database as anybody can open it, at the version it has. */
export async function inDatabase<T>(work: (database: HistoryDatabase) => Promise<T>): Promise<T> {
  const database = await openDB<HistorySchema>(DATABASE);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Makes the database as a page had it whose schema was of that version. */
export async function makeDatabase(version: number): Promise<void> {
  const opening = indexedDB.open(DATABASE, version);
  opening.addEventListener("upgradeneeded", () => {
    for (const migration of MIGRATIONS.slice(0, version)) {
      if (opening.transaction) void migration(opening.result, opening.transaction);
    }
  });
  (await resultOf(opening)).close();
}

/** The ids of the sessions stored, by connection: those that have ended, and those that go on. */
export async function storedIds(): Promise<readonly string[]> {
  const [ended, keys, parts] = await inDatabase((database) =>
    Promise.all([
      database.getAllKeys("sessions"),
      database.getAllKeys("journal"),
      database.getAll("journal"),
    ]),
  );
  const own = (name: string) => parts.filter((_, index) => keys[index]?.[0] === name);
  const held = [...new Set(keys.map(([name]) => name))].flatMap((name) => {
    const journal = own(name);
    if (!isJournal(journal)) throw new Error(`the journal of ${name} does not read`);
    return [...heldIn(journal).keys()].map((id) => [name, id]);
  });
  return [...new Set([...ended, ...held].map((key) => key.join(" ")))].toSorted();
}
