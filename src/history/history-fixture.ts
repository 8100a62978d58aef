/** A browser's storage for tests. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, vi } from "vitest";
import { deltaBetween } from "../domain/known-delta.ts";
import { type Known, NOTHING_KNOWN } from "../domain/known.ts";
import { DATABASE, type HistoryDatabase, type HistorySchema } from "./schema.ts";
import type { Limits } from "./retention.ts";
import { type HistoryOptions, type HistoryStore, openHistory, type StoreNotice } from "./store.ts";

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

/** The ids of the sessions stored, by connection. */
export async function storedIds(): Promise<readonly string[]> {
  const keys = await inDatabase((database) => database.getAllKeys("sessions"));
  return keys.map((key) => key.join(" "));
}
