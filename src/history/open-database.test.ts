// @vitest-environment node
import { deleteDB, type IDBPDatabase, openDB, wrap } from "idb";
import { describe, expect, it, vi } from "vitest";
import { emptyStorage, inDatabase, makeDatabase } from "./history-fixture.ts";
import { type OpenOptions, type Opening, openDatabase } from "./open-database.ts";
import { resultOf } from "./requests.ts";
import { DATABASE, type Migration, MIGRATIONS } from "./schema.ts";

emptyStorage();

const open = (options: Partial<OpenOptions> = {}) => openDatabase({ onOutdated: () => {}, ...options });

function databaseOf(opening: Opening): IDBPDatabase {
  if ("failure" in opening) throw new Error(opening.failure);
  return wrap(opening.database);
}

async function storesAt(migrations: readonly Migration[]): Promise<unknown> {
  const database = databaseOf(await open({ migrations }));
  const transaction = database.transaction("sessions", "readonly");
  const { name, indexNames } = transaction.store;
  const schema = {
    version: database.version,
    stores: [...database.objectStoreNames],
    indexes: [name, ...indexNames],
    connections: await database.getAll("connections"),
  };
  database.close();
  return schema;
}

/** A migration that changes the data. */
const step =
  (word: string): Migration =>
  async (_, transaction) => {
    const store = transaction.objectStore("connections");
    for (const name of await resultOf(store.getAllKeys())) {
      await resultOf(store.put({ old: await resultOf<unknown>(store.get(name)), step: word }, name));
    }
  };

/** The version of the schema, and a schema two versions further on. */
const NEWEST = MIGRATIONS.length;
const longPast: readonly Migration[] = [...MIGRATIONS, step("one"), step("two")];

describe("the migrations", () => {
  it.each(MIGRATIONS.map((_, from) => from))(
    "of the schema lead from version %d to the newest",
    async (from) => {
      const fresh = await storesAt(MIGRATIONS);
      await deleteDB(DATABASE);
      if (from > 0) await makeDatabase(from);
      expect(await storesAt(MIGRATIONS)).toEqual(fresh);
      expect(fresh).toEqual({
        version: MIGRATIONS.length,
        stores: ["connections", "journal", "sessions"],
        indexes: ["sessions", "by-end"],
        connections: [],
      });
    },
  );

  it.each([
    [NEWEST, [{ old: { old: "data", step: "one" }, step: "two" }]],
    [NEWEST + 1, [{ old: "data", step: "two" }]],
    [NEWEST + 2, ["data"]],
  ])("that are missing are made, in order, from version %d on", async (from, migrated) => {
    await storesAt(longPast.slice(0, from));
    await inDatabase((database) => database.put("connections", "data", "here"));
    expect(await storesAt(longPast)).toMatchObject({ version: NEWEST + 2, connections: migrated });
  });

  it("that fail leave nothing half done: the history starts anew", async () => {
    await storesAt(MIGRATIONS);
    await inDatabase((database) => database.put("connections", "data", "here"));
    const failing = vi
      .fn<Migration>()
      .mockRejectedValueOnce(new Error("no"))
      .mockRejectedValueOnce(new Error("no"));
    const opening = await open({ migrations: [...MIGRATIONS, failing, step("after it")] });
    expect(opening).toMatchObject({ fresh: true });
    expect(failing).toHaveBeenCalledTimes(3);
    expect(await databaseOf(opening).getAll("connections")).toEqual([]);
    databaseOf(opening).close();
  });
});

describe("opening the database", () => {
  it("of a newer schema fails and leaves it as it is", async () => {
    await storesAt(longPast);
    await inDatabase((database) => database.put("connections", "data", "here"));
    expect(await open()).toEqual({ failure: "outdated" });
    expect(await inDatabase((database) => database.getAll("connections"))).toEqual(["data"]);
  });

  it("makes way for a newer schema in another tab, and says so", async () => {
    const onOutdated = vi.fn<() => void>();
    const old = databaseOf(await open({ onOutdated }));
    const newer = databaseOf(await open({ migrations: longPast }));
    expect(newer.version).toBe(NEWEST + 2);
    expect(onOutdated).toHaveBeenCalledTimes(1);
    expect(() => old.transaction("sessions")).toThrow(expect.objectContaining({ name: "InvalidStateError" }));
    newer.close();
  });

  it("does not wait for a tab that holds on to an older schema, and holds on to nothing itself", async () => {
    await storesAt(MIGRATIONS);
    const stubborn = await openDB(DATABASE);
    expect(await open({ migrations: longPast })).toEqual({ failure: "outdated" });
    const closed = vi.spyOn(IDBDatabase.prototype, "close");
    stubborn.close();
    await inDatabase(async () => undefined);
    // The stubborn one, that which came too late, and the one just opened.
    expect(closed).toHaveBeenCalledTimes(3);
  });

  it("makes way for a deletion by another tab, which is no upgrade", async () => {
    const onOutdated = vi.fn<() => void>();
    const blocked = vi.fn<() => void>();
    await open({ onOutdated });
    await deleteDB(DATABASE, { blocked });
    expect([onOutdated.mock.calls, blocked.mock.calls]).toEqual([[], []]);
  });

  it("throws away a database without the stores that its version has", async () => {
    (await openDB(DATABASE, 1)).close();
    const opening = await open();
    expect(opening).toMatchObject({ fresh: true });
    databaseOf(opening).close();
  });

  it("throws away one that the browser cannot read, only after a second try", async () => {
    const failure = () => {
      throw new DOMException("Internal error", "UnknownError");
    };
    const request = vi.spyOn(indexedDB, "open").mockImplementationOnce(failure);
    const second = await open();
    expect(second).toMatchObject({ fresh: false });
    databaseOf(second).close();
    request.mockImplementationOnce(failure).mockImplementationOnce(failure);
    const third = await open();
    expect(third).toMatchObject({ fresh: true });
    databaseOf(third).close();
  });

  it("gives up where a broken database cannot be deleted", async () => {
    const failure = () => {
      throw new DOMException("Internal error", "UnknownError");
    };
    vi.spyOn(indexedDB, "open").mockImplementation(failure);
    vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(failure);
    expect(await open()).toEqual({ failure: "denied" });
  });

  it.each(["SecurityError", "InvalidStateError", "QuotaExceededError"])("is denied by a %s", async (name) => {
    const remove = vi.spyOn(indexedDB, "deleteDatabase");
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("", name);
    });
    expect(await open()).toEqual({ failure: "denied" });
    expect(remove).not.toHaveBeenCalled();
  });

  it("is denied where there is no IndexedDB", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await open()).toEqual({ failure: "denied" });
  });

  it("is denied where the browser never answers", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("indexedDB", { open: () => new IDBOpenDBRequest() });
    const opening = open();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await opening).toEqual({ failure: "denied" });
    vi.useRealTimers();
  });
});
