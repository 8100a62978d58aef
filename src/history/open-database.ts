/** Opens the database of the history, whatever stands in the way, and says what stood there. */
import { abort, resultOf } from "./requests.ts";
import { DATABASE, type Migration, MIGRATIONS, STORES } from "./schema.ts";

export interface OpenOptions {
  readonly migrations?: readonly Migration[];
  /** Another tab waits with a newer schema; the connection has been closed for it. */
  readonly onOutdated: () => void;
}

/**
 * `fresh`: what was there could not be read, and was thrown away. `denied`: the browser lets nothing be stored.
 * `outdated`: another tab has a newer schema than this page, or holds on to an older one.
 */
export type Opening =
  | { readonly database: IDBDatabase; readonly fresh: boolean }
  | { readonly failure: "denied" | "outdated" };

/** Browsers have been seen never to answer a request. */
const PATIENCE_MS = 5_000;

/** Never rejects, and is never blocked by other tabs. */
export async function openDatabase(options: OpenOptions): Promise<Opening> {
  // A database that cannot be opened may be locked for a moment; one that cannot be opened twice is broken.
  for (let tries = 0; tries < 2; tries += 1) {
    const outcome = await attempt(options);
    if (outcome !== "unreadable") return openingOf(outcome, false);
  }
  const isDeleted = await inTime(false, (end) => void deleted(() => end(false)).then(end));
  return openingOf(isDeleted ? await attempt(options) : "denied", true);
}

type Outcome = IDBDatabase | "denied" | "outdated" | "unreadable";

const openingOf = (outcome: Outcome, fresh: boolean): Opening =>
  typeof outcome !== "string"
    ? { database: outcome, fresh }
    : { failure: outcome === "outdated" ? outcome : "denied" };

/** The first end that is told, `late` at the latest when patience ends. */
function inTime<T>(late: T, start: (end: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, late);
    start((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

async function attempt(options: OpenOptions): Promise<Outcome> {
  let opening: Promise<Outcome> | undefined;
  const outcome = await inTime<Outcome>("denied", (end) => {
    opening = open(options, () => end("outdated"));
    void opening.then(end);
  });
  if (typeof outcome !== "string") return outcome;
  // Nobody waits for a connection that comes later, and an open one would stand in the way of other tabs.
  void opening?.then((late) => {
    if (typeof late !== "string") late.close();
  });
  return outcome;
}

async function deleted(onBlocked: () => void): Promise<boolean> {
  try {
    const deleting = indexedDB.deleteDatabase(DATABASE);
    deleting.onblocked = onBlocked;
    await resultOf(deleting);
    return true;
  } catch {
    return false;
  }
}

async function open(options: OpenOptions, onBlocked: () => void): Promise<Outcome> {
  const { migrations = MIGRATIONS, onOutdated } = options;
  try {
    const opening = indexedDB.open(DATABASE, migrations.length);
    opening.onblocked = onBlocked;
    opening.onupgradeneeded = ({ oldVersion }) => {
      const { result, transaction } = opening;
      if (transaction) void migrate(result, transaction, migrations.slice(oldVersion));
    };
    const database = await resultOf(opening);
    database.onversionchange = ({ newVersion }) => {
      database.close();
      // Without a version the database is to be deleted, not upgraded, and can be made anew.
      if (newVersion !== null) onOutdated();
    };
    if (STORES.every((name) => database.objectStoreNames.contains(name))) return database;
    database.close();
    return "unreadable";
  } catch (error) {
    return failureOf(error);
  }
}

/** The request to open fails with its transaction, and there it is dealt with. */
async function migrate(
  database: IDBDatabase,
  transaction: IDBTransaction,
  migrations: readonly Migration[],
): Promise<void> {
  try {
    for (const migration of migrations) await migration(database, transaction);
  } catch {
    abort(transaction);
  }
}

const DENIALS = ["SecurityError", "InvalidStateError", "NotAllowedError", "QuotaExceededError"];

function failureOf(error: unknown): "denied" | "outdated" | "unreadable" {
  // No IndexedDB at all is a ReferenceError or TypeError, not one of its own errors.
  if (!(error instanceof DOMException) || DENIALS.includes(error.name)) return "denied";
  return error.name === "VersionError" ? "outdated" : "unreadable";
}
