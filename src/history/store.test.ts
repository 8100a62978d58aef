// @vitest-environment node
import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import { answer, fold, theSession } from "../domain/answer-fixture.ts";
import { deltaBetween } from "../domain/known-delta.ts";
import { type Known, NOTHING_KNOWN } from "../domain/known.ts";
import { observe } from "../domain/observe.ts";
import { gaps } from "../domain/watched.ts";
import {
  emptyStorage,
  inDatabase,
  LIMITS,
  makeDatabase,
  opened,
  saveAll,
  storedIds,
  type Opened,
} from "./history-fixture.ts";
import { DATABASE, MIGRATIONS } from "./schema.ts";

emptyStorage();

const DAY = 86_400_000;
const known = fold([
  answer(1_000, [{ id: "a", trainings: ["t running"] }, { id: "b" }]),
  answer(6_000, [{ id: "a", trainings: ["t completed"] }]),
]);

/** What a page opened later finds. */
const reloaded = async (connection = "here", now = 10_000) => {
  const page = await opened(connection, { now: () => now });
  return { ...page, known: await page.store.load() };
};

/** Sessions that ended one after another: `0` by 1010, `1` by 2010 and so on; and one that did not. */
const endings = (count: number): Known =>
  fold(
    Array.from({ length: count + 1 }, (_, gone) =>
      answer(
        1_000 * gone,
        Array.from({ length: count }, (__, id) => ({ id: `${id}` }))
          .slice(gone)
          .concat({ id: "open" }),
      ),
    ),
  );

/** The next so many saves find the storage full: as browsers do it, the whole transaction is aborted. */
function fullStorage(times: number): { readonly failed: () => number } {
  let failed = 0;
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = put.call(this, value, key);
    if (failed < times && this.name === "connections") {
      failed += 1;
      const error = new DOMException("full", "QuotaExceededError");
      Object.defineProperty(this.transaction, "error", { get: () => error });
      this.transaction.abort();
    }
    return request;
  });
  return { failed: () => failed };
}

describe("kept history", () => {
  it("is nothing at first, without a word", async () => {
    const { store, notices } = await opened();
    expect(await store.load()).toBe(NOTHING_KNOWN);
    expect(notices).toEqual([]);
  });

  it("comes back as it was saved, whatever page asks", async () => {
    await saveAll(await opened(), known);
    const later = await reloaded();
    expect(later.known).toEqual(known);
    expect(later.notices).toEqual([]);
  });

  it("shows the time without a page as a gap", async () => {
    await saveAll(await opened(), known);
    const back = observe((await reloaded()).known, answer(60_000, [{ id: "a", trainings: ["t completed"] }]));
    expect(gaps(back)).toEqual([{ from: 6_010, to: 60_000 }]);
  });

  it("is whole from when on nothing was removed of it, where it was watched for longer", async () => {
    const page = await opened();
    const to = 8 * DAY;
    const { latest } = known;
    if (!latest) throw new Error("There were answers.");
    const long = {
      ...known,
      watched: [{ from: 1_000, to }],
      latest: { ...latest, sentAt: to, receivedAt: to },
    };
    await page.store.save(deltaBetween(NOTHING_KNOWN, long));
    expect((await reloaded("here", to + 1_000)).known.wholeFrom).toBe(to + 1_000 - LIMITS.keepMs);
  });

  it("is whole from when on nothing was removed of it for want of room, also after more was saved", async () => {
    const page = await opened();
    const before = endings(4);
    await saveAll(page, before);
    fullStorage(1);
    const next = observe(before, answer(9_000, [{ id: "open" }]));
    await page.store.save(deltaBetween(before, next));
    await page.store.save(deltaBetween(next, observe(next, answer(12_000, [{ id: "open" }]))));
    // The second of the four ended by then, and those after it are there.
    expect((await reloaded()).known.wholeFrom).toBe(2_010);
  });

  it("is not whole before what memory had forgotten when the store began anew", async () => {
    const page = await opened();
    await saveAll(page, { ...known, wholeFrom: 4_010 });
    expect((await reloaded()).known.wholeFrom).toBe(4_010);
  });

  it("is whole from its newest answer on, whatever a clock that is ahead took for old", async () => {
    const page = await opened("here", { now: () => 30 * DAY });
    await saveAll(page, endings(4));
    await page.store.prune();
    expect((await reloaded()).known.wholeFrom).toBe(4_010);
  });

  it("has of a session that came back as the page closed what was known of it before", async () => {
    const page = await opened();
    await saveAll(page, known);
    const since = fold([answer(20_000, [{ id: "b", trainings: ["u running"] }])]);
    await page.store.save(deltaBetween(NOTHING_KNOWN, since));
    expect(theSession((await reloaded("here", 30_000)).known, "b")).toEqual(
      theSession(observe(known, answer(20_000, [{ id: "b", trainings: ["u running"] }])), "b"),
    );
  });

  it("is whole from when on nothing was removed of it for its age, whatever is kept since", async () => {
    const short = { ...LIMITS, keepMs: 3_000 };
    const page = await opened("here", { now: () => 6_000, limits: () => short });
    await saveAll(page, endings(4));
    await page.store.prune();
    expect((await reloaded()).known.wholeFrom).toBe(3_000);
  });

  it("loses what is known no longer", async () => {
    const page = await opened();
    await saveAll(page, known);
    const fewer = { ...known, sessions: new Map([["a", theSession(known, "a")]]) };
    await page.store.save(deltaBetween(known, fewer));
    expect(await storedIds()).toEqual(["here a"]);
    expect((await reloaded()).known).toEqual(fewer);
  });

  it("is written in one transaction that is on the disk before the save says so", async () => {
    const page = await opened();
    const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
    await saveAll(page, known);
    expect(transactions.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
      ["readwrite", { durability: "strict" }],
    ]);
  });

  it("takes in saves that come while one is under way, as one", async () => {
    const page = await opened();
    const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
    let before = NOTHING_KNOWN;
    const saves = [1, 2, 3, 4, 5].map((n) => {
      const next = observe(before, answer(n * 1_000, [{ id: `${n}` }]));
      const delta = deltaBetween(before, next);
      before = next;
      return page.store.save(delta);
    });
    await Promise.all(saves);
    expect(transactions).toHaveBeenCalledTimes(1);
    expect((await reloaded()).known).toEqual(before);
  });

  it("is not overwritten by an older answer of another tab", async () => {
    const [one, other] = [await opened(), await opened()];
    await saveAll(one, known);
    await saveAll(other, fold([answer(3_000, [{ id: "a" }, { id: "c" }])]));
    expect((await reloaded()).known).toEqual(known);
  });

  it("is kept apart for each connection", async () => {
    const other = fold([answer(2_000, [{ id: "a", startedAt: 7 }, { id: "z" }])]);
    await Promise.all([saveAll(await opened("here"), known), saveAll(await opened("there"), other)]);
    expect((await reloaded("here")).known).toEqual(known);
    expect((await reloaded("there")).known).toEqual(other);
    expect((await reloaded("her")).known).toBe(NOTHING_KNOWN);
  });

  it("takes any text as a connection or an id", async () => {
    const strange = fold([
      answer(1_000, [{ id: "\uD800" }, { id: "" }, { id: "__proto__" }, { id: "\u0000,[" }]),
    ]);
    await saveAll(await opened("\uDFFF"), strange);
    expect((await reloaded("\uDFFF")).known).toEqual(strange);
  });

  it("has what was stored before there was a journal, and takes in what becomes of it", async () => {
    await makeDatabase(1);
    await inDatabase(async (old) => {
      for (const [id, session] of known.sessions) await old.put("sessions", session, ["here", id]);
      await old.put("connections", { watched: known.watched, latest: known.latest }, "here");
    });
    const page = await reloaded();
    expect(page.known).toEqual(known);
    const next = observe(known, answer(9_000, [{ id: "a", trainings: ["t completed", "u running"] }]));
    const end = observe(next, answer(12_000, [{ id: "b" }]));
    await page.store.save(deltaBetween(known, next));
    expect((await reloaded()).known).toEqual(next);
    await page.store.save(deltaBetween(next, end));
    expect([(await reloaded()).known, page.notices]).toEqual([end, []]);
  });

  it("finds a session as it was stored last, wherever that is", async () => {
    const page = await opened();
    const back = observe(known, answer(9_000, [{ id: "a" }, { id: "b", trainings: ["v running"] }]));
    const end = observe(back, answer(12_000, [{ id: "b", trainings: ["v failed"] }]));
    for (const [before, now] of [
      [NOTHING_KNOWN, known],
      [known, back],
      [back, end],
    ] as const) {
      await page.store.save(deltaBetween(before, now));
      const all = ["a", "b"].map((id) => theSession(now, id));
      expect(await page.store.find(["a", "nobody", "b"])).toEqual(all);
    }
    expect(await page.store.find(["c"])).toEqual([]);
  });

  it("is written anew, without what is past, once that is most of it", async () => {
    const page = await opened();
    const parts = () => inDatabase((database) => database.count("journal"));
    let now = NOTHING_KNOWN;
    let most = 0;
    for (let seconds = 1; seconds <= 250; seconds += 1) {
      const next = observe(now, answer(seconds * 1_000, [{ id: "a", modelId: `m${seconds}` }]));
      await page.store.save(deltaBetween(now, next));
      now = next;
      most = Math.max(most, await parts());
    }
    expect([most, await parts()]).toEqual([100, 50]);
    expect([(await reloaded("here", 400_000)).known, page.notices]).toEqual([now, []]);
    // A page that takes over knows how long it is.
    const later = await reloaded("here", 400_000);
    for (let seconds = 251; seconds <= 302; seconds += 1) {
      const next = observe(now, answer(seconds * 1_000, [{ id: "a", modelId: `m${seconds}` }]));
      await later.store.save(deltaBetween(now, next));
      now = next;
    }
    expect([await parts(), (await reloaded("here", 400_000)).known]).toEqual([2, now]);
  });

  it("is written anew whatever became of its sessions on the way", async () => {
    const page = await opened();
    let now = NOTHING_KNOWN;
    const next = async (seconds: number, ids: readonly string[]) => {
      const before = now;
      const sessions = ids.map((id) => ({ id, trainings: [`t${seconds} running`] }));
      now = observe(before, answer(seconds * 1_000, sessions));
      await page.store.save(deltaBetween(before, now));
    };
    // One goes on, one ends, one ends and comes back, and one comes late.
    await next(1, ["a", "b", "c"]);
    await next(2, ["a"]);
    for (let seconds = 3; seconds <= 120; seconds += 1) await next(seconds, ["a", "c"]);
    await next(121, ["a", "c", "d"]);
    expect(await inDatabase((database) => database.count("journal"))).toBeLessThan(40);
    expect((await reloaded("here", 400_000)).known).toEqual(now);
    expect(await storedIds()).toEqual(["here a", "here b", "here c", "here d"]);
  });

  /** A hundred and more answers while no journal can be read. */
  async function watchWithoutReading(
    page: Opened,
    error: DOMException,
  ): Promise<[known: Known, tries: number]> {
    const failing = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
      throw error;
    });
    let now = known;
    for (let seconds = 10; seconds <= 350; seconds += 1) {
      const next = observe(now, answer(seconds * 1_000, [{ id: "a", trainings: [`t${seconds} running`] }]));
      await page.store.save(deltaBetween(now, next));
      now = next;
    }
    const tries = failing.mock.calls.length;
    failing.mockRestore();
    return [now, tries];
  }

  it("goes on with a journal that cannot be written anew, and does not try at each save", async () => {
    const page = await opened();
    await saveAll(page, known);
    const [now, tries] = await watchWithoutReading(page, new DOMException("", "UnknownError"));
    expect(tries).toBe(2);
    expect([(await reloaded("here", 400_000)).known, page.notices]).toEqual([now, []]);
  });

  it("starts now with a journal that is found not to read, and takes all that is known again", async () => {
    const page = await opened();
    await saveAll(page, known);
    const error = new DOMException("Failed to read large IndexedDB value", "NotReadableError");
    const [now] = await watchWithoutReading(page, error);
    expect(page.notices[0]).toBe("history-starts-now");
    await saveAll(page, now);
    expect((await reloaded("here", 400_000)).known).toEqual(now);
  });
});

describe("a store that cannot be believed", () => {
  it("loses the sessions that do not read, counts them, and keeps the others", async () => {
    await saveAll(await opened(), known);
    await inDatabase(async (database) => {
      await database.put("sessions", { session: { id: "c" } }, ["here", "c"]);
      await database.put("sessions", theSession(known, "b"), ["here", "d"]);
    });
    const later = await reloaded();
    expect(later.known).toEqual(known);
    expect([later.store.unreadable(), later.notices]).toEqual([2, []]);
    expect(await storedIds()).toEqual(["here a", "here b"]);
  });

  it.each([
    ["does not read", { watched: "always", latest: undefined }],
    ["is lost", undefined],
  ])("starts now when the record of the connection %s", async (_, record) => {
    await saveAll(await opened(), known);
    await saveAll(await opened("there"), known);
    await inDatabase(async (database) => {
      await database.delete("connections", "here");
      if (record !== undefined) await database.put("connections", record, "here");
    });
    const later = await reloaded();
    expect([later.known, later.notices]).toEqual([NOTHING_KNOWN, ["history-starts-now"]]);
    expect(await storedIds()).toEqual(["there a", "there b"]);
    expect((await reloaded()).notices).toEqual([]);
  });

  it("loses of a journal what does not read, counts it, and keeps the others", async () => {
    await saveAll(await opened(), known);
    await inDatabase((database) =>
      database.put(
        "journal",
        new Map<string, unknown>([
          ["a", 1],
          ["x", "{"],
        ]),
        ["here", 7],
      ),
    );
    const later = await reloaded();
    expect([...later.known.sessions.keys()]).toEqual(["b"]);
    expect([later.store.unreadable(), later.notices]).toEqual([2, []]);
    expect(await storedIds()).toEqual(["here b"]);
  });

  it.each([new Map([[1, null]]), { nonsense: true }])(
    "starts now when there is %j in its journal",
    async (part) => {
      await saveAll(await opened(), known);
      await inDatabase((database) => database.put("journal", part, ["here", 7]));
      const later = await reloaded();
      expect([later.known, later.notices]).toEqual([NOTHING_KNOWN, ["history-starts-now"]]);
      expect(await storedIds()).toEqual([]);
    },
  );

  it("starts now when its newest answer is more than two minutes ahead", async () => {
    await saveAll(await opened(), known);
    expect((await reloaded("here", 6_000 - 120_000)).known).toEqual(known);
    const ahead = await reloaded("here", 5_999 - 120_000);
    expect([ahead.known, ahead.notices]).toEqual([NOTHING_KNOWN, ["history-starts-now"]]);
    expect(await storedIds()).toEqual([]);
  });

  it("has what was stored by a clock that was ahead, once that was set right", async () => {
    const latest = known.latest && { ...known.latest, aheadMs: -3_600_000 };
    await saveAll(await opened(), { ...known, latest });
    expect((await reloaded("here", 6_000)).known.sessions).toEqual(known.sessions);
    // And one that was behind is not believed for longer than it says.
    const behind = known.latest && { ...known.latest, aheadMs: 60_000 };
    await saveAll(await opened(), { ...known, latest: behind });
    expect((await reloaded("here", 5_999 - 180_000)).known).toEqual(NOTHING_KNOWN);
  });

  it("starts now when reading fails twice", async () => {
    await saveAll(await opened(), known);
    const failing = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
      throw new DOMException("Failed to read large IndexedDB value", "NotReadableError");
    });
    const later = await reloaded();
    expect([later.known, later.notices]).toEqual([NOTHING_KNOWN, ["history-starts-now"]]);
    failing.mockRestore();
    await saveAll(later, known);
    expect((await reloaded()).known).toEqual(known);
  });

  it("leaves memory only when it cannot even be removed", async () => {
    await saveAll(await opened(), known);
    const page = await opened();
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("", "UnknownError");
    });
    expect(await page.store.load()).toBe(NOTHING_KNOWN);
    expect(page.notices).toEqual(["history-starts-now", "memory-only"]);
  });

  it("starts now when the database is not what it should be", async () => {
    (await openDB(DATABASE, 1)).close();
    const page = await opened();
    expect(page.notices).toEqual(["history-starts-now"]);
    await saveAll(page, known);
    expect((await reloaded()).known).toEqual(known);
    expect(page.notices).toHaveLength(1);
  });

  it("that vanishes while watching starts now, and takes all that is known again", async () => {
    await saveAll(await opened(), known);
    const page = await reloaded();
    // What clearing the site's data does.
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(DATABASE).addEventListener("success", () => resolve());
    });
    const next = observe(known, answer(9_000, [{ id: "a", trainings: ["t completed"] }]));
    await page.store.save(deltaBetween(known, next));
    expect(page.notices).toEqual(["history-starts-now"]);
    await saveAll(page, next);
    expect((await reloaded()).known).toEqual(next);
  });
});

describe("a connection to the database that is lost", () => {
  it("is made again", async () => {
    const page = await opened();
    await saveAll(page, known);
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    });
    const next = observe(known, answer(9_000, [{ id: "n" }]));
    await page.store.save(deltaBetween(known, next));
    expect(page.notices).toEqual([]);
    expect((await reloaded()).known).toEqual(next);
  });

  it("leaves memory only when writing fails over a new one too", async () => {
    const page = await opened();
    await saveAll(page, known);
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("", "UnknownError");
    });
    await page.store.save(deltaBetween(known, observe(known, answer(9_000, []))));
    await page.store.save(deltaBetween(known, observe(known, answer(9_500, []))));
    expect(page.notices).toEqual(["memory-only"]);
  });
});

describe("full storage", () => {
  it("gets room from the sessions that ended first, and the save another try", async () => {
    const page = await opened();
    const before = endings(4);
    await saveAll(page, before);
    const full = fullStorage(1);
    const next = observe(before, answer(9_000, [{ id: "open" }, { id: "new" }]));
    await page.store.save(deltaBetween(before, next));
    expect([full.failed(), page.notices]).toEqual([1, []]);
    expect(await storedIds()).toEqual(["here 2", "here 3", "here new", "here open"]);
    const back = await reloaded();
    expect(back.known.latest).toEqual(next.latest);
  });

  it("leaves memory only when it stays full, and what was stored before stays whole", async () => {
    const page = await opened();
    await saveAll(page, known);
    const full = fullStorage(Infinity);
    const next = observe(known, answer(9_000, [{ id: "new" }]));
    await page.store.save(deltaBetween(known, next));
    // The two tries, and between them the note that there is less now.
    expect([full.failed(), page.notices]).toEqual([3, ["memory-only"]]);
    await page.store.save(deltaBetween(next, observe(next, answer(12_000, []))));
    expect(await page.store.load()).toBe(NOTHING_KNOWN);
    expect([full.failed(), page.notices]).toEqual([3, ["memory-only"]]);
    const back = await reloaded();
    expect([back.known.latest, back.known.sessions.has("new")]).toEqual([known.latest, false]);
  });

  it("is also what a request means that fails when it is carried out", async () => {
    const page = await opened();
    await saveAll(page, endings(2));
    const { put } = IDBObjectStore.prototype;
    let failed = 0;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      if (this.name === "journal" && (failed += 1) === 1) {
        // What the database does for a request, once it comes to it: in Firefox and Safari that finds no room.
        const requests = Reflect.get(this.transaction, "_requests") as { operation: () => void }[];
        const [last] = requests.slice(-1);
        if (!last) throw new Error("no request was made");
        last.operation = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }
      return request;
    });
    const before = endings(2);
    const next = observe(before, answer(9_000, [{ id: "open" }, { id: "new" }]));
    const delta = deltaBetween(before, next);
    await page.store.save({ ...delta, changed: delta.changed.filter(({ session }) => session.id === "new") });
    expect([failed, page.notices]).toEqual([2, []]);
    // Room was made: the older half of what had ended is gone.
    expect(await storedIds()).toEqual(["here 1", "here new", "here open"]);
  });

  it("is also what a write that fails by itself means", async () => {
    const page = await opened();
    await saveAll(page, endings(2));
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await page.store.save({ ...known, changed: [], dropped: [] });
    expect(page.notices).toEqual([]);
    expect(await storedIds()).toEqual(["here 1", "here open"]);
  });
});

describe("storage that is denied", () => {
  it.each([
    ["there is none", () => vi.stubGlobal("indexedDB", undefined)],
    [
      "opening throws",
      () =>
        vi.spyOn(indexedDB, "open").mockImplementation(() => {
          throw new DOMException("denied", "SecurityError");
        }),
    ],
  ])("leaves memory only, said once: %s", async (_, deny) => {
    deny();
    const { store, notices } = await opened();
    expect(await store.load()).toBe(NOTHING_KNOWN);
    await store.save(deltaBetween(NOTHING_KNOWN, known));
    await store.prune();
    expect(await store.forget()).toBe(false);
    store.close();
    expect(notices).toEqual(["memory-only"]);
  });

  it("is no different for a connection without a name", async () => {
    const notices: string[] = [];
    const { openHistory } = await import("./store.ts");
    const store = await openHistory(undefined, {
      onNotice: (notice) => notices.push(notice),
      now: () => 0,
      limits: () => LIMITS,
    });
    await store.save(deltaBetween(NOTHING_KNOWN, known));
    expect(await store.load()).toBe(NOTHING_KNOWN);
    expect([notices, await indexedDB.databases()]).toEqual([["memory-only"], []]);
  });
});

describe("a schema upgraded by another tab", () => {
  it("asks for a reload, keeps nothing more, and leaves what the other tab made of it", async () => {
    const page = await opened();
    await saveAll(page, known);
    const newer = await openDB(DATABASE, MIGRATIONS.length + 1);
    expect(page.notices).toEqual(["reload-needed"]);
    await page.store.save(deltaBetween(known, observe(known, answer(9_000, []))));
    expect(await page.store.load()).toBe(NOTHING_KNOWN);
    expect(await newer.get("connections", "here")).toEqual({ watched: known.watched, latest: known.latest });
    newer.close();
    expect(page.notices).toEqual(["reload-needed"]);
  });

  it("is told alone when writing fails because of it", async () => {
    const page = await opened();
    const failing = vi.spyOn(IDBDatabase.prototype, "transaction");
    failing.mockImplementation(function (this: IDBDatabase) {
      const isLastTry = failing.mock.calls.length > 1;
      if (isLastTry) this.dispatchEvent(new IDBVersionChangeEvent("versionchange", { newVersion: 2 }));
      throw new DOMException("", "UnknownError");
    });
    await saveAll(page, known);
    expect(page.notices).toEqual(["reload-needed"]);
  });

  it("asks for a reload of a page that comes too late", async () => {
    (await openDB(DATABASE, MIGRATIONS.length + 1)).close();
    const page = await opened();
    await saveAll(page, known);
    expect([await page.store.load(), page.notices]).toEqual([NOTHING_KNOWN, ["reload-needed"]]);
  });
});

describe("forgetting", () => {
  it("removes what is stored of this connection and nothing else, and is no fault", async () => {
    const page = await opened();
    await saveAll(page, known);
    await saveAll(await opened("here too"), known);
    expect(await page.store.forget()).toBe(true);
    expect(await storedIds()).toEqual(["here too a", "here too b"]);
    expect((await reloaded()).known).toBe(NOTHING_KNOWN);
    await saveAll(page, known);
    expect(page.notices).toEqual([]);
  });

  it("comes after the saves asked for before it", async () => {
    const page = await opened();
    const all = [saveAll(page, known), saveAll(page, known), page.store.forget()];
    await Promise.all(all);
    expect(await storedIds()).toEqual([]);
  });

  it("also removes what was stored before storage was full", async () => {
    const page = await opened();
    await saveAll(page, known);
    const full = fullStorage(3);
    await page.store.save({ ...known, changed: [], dropped: [] });
    expect([full.failed(), page.notices]).toEqual([3, ["memory-only"]]);
    expect(await page.store.forget()).toBe(true);
    expect(await storedIds()).toEqual([]);
  });
});

describe("pruning", () => {
  it("removes the sessions that ended too long ago, those of other connections too", async () => {
    const late = { now: () => 7 * DAY + 2_500 };
    await saveAll(await opened(), endings(4));
    await saveAll(await opened("there"), fold([answer(3_000, [])], endings(3)));
    const page = await opened("here", late);
    await page.store.prune();
    expect(await storedIds()).toEqual(["here 2", "here 3", "here open", "there 2", "there open"]);
  });

  it("forgets a connection without an answer for so long, but never its own", async () => {
    await saveAll(await opened(), known);
    await saveAll(await opened("there"), known);
    const page = await opened("here", { now: () => 7 * DAY + 6_011 });
    await page.store.prune();
    expect(await storedIds()).toEqual(["here a"]);
    expect((await page.store.load()).latest).toEqual(known.latest);
    expect((await reloaded("there")).notices).toEqual([]);
  });

  it("is done for what is loaded, before it is done for what is stored", async () => {
    await saveAll(await opened(), endings(4));
    const page = await opened("here", { now: () => 7 * DAY + 2_500 });
    expect([...(await page.store.load()).sessions.keys()]).toEqual(["2", "3", "open"]);
  });

  const limits = { keepMs: 7 * DAY, maxBytes: 10_000 };

  it("removes those that ended first when the browser tells of too much, and not again until there is more", async () => {
    const estimate = vi.fn<() => Promise<StorageEstimate>>().mockResolvedValue({ usage: 11_000 });
    vi.stubGlobal("navigator", { storage: { estimate } });
    const page = await opened("here", { limits: () => limits });
    await saveAll(page, endings(10));
    await page.store.prune();
    // Of 11 000 bytes in 11 sessions, 2 000 have to go.
    expect(await storedIds()).not.toContain("here 1");
    expect(await storedIds()).toHaveLength(9);
    await page.store.prune();
    expect(await storedIds()).toHaveLength(9);
  });

  it("removes again what is too much once the files have shrunk and grown again, to however little of before", async () => {
    const estimate = vi.fn<() => Promise<StorageEstimate>>();
    vi.stubGlobal("navigator", { storage: { estimate } });
    const page = await opened("here", { limits: () => limits });
    await saveAll(page, endings(20));
    const left: number[] = [];
    for (const usage of [42_000, 41_000, 41_000, 6_000, 9_000, 12_000, 11_000]) {
      estimate.mockResolvedValueOnce({ usage });
      await page.store.prune();
      left.push((await storedIds()).length);
    }
    // Still shrinking, nothing goes. Of 12 000 bytes in 4 sessions, 3 000 have to go.
    expect(left).toEqual([4, 4, 4, 4, 4, 3, 3]);
  });

  it.each([
    ["tells nothing", {}],
    ["fails to tell", { storage: { estimate: () => Promise.reject(new Error("no")) } }],
  ])("goes by their count where the browser %s", async (_, browser) => {
    vi.stubGlobal("navigator", browser);
    const page = await opened("here", { limits: () => limits });
    await saveAll(page, endings(10));
    await page.store.prune();
    // Two sessions of 4 KiB fit into 9 000 bytes.
    expect(await storedIds()).toEqual(["here 9", "here open"]);
  });

  it("that fails is no fault", async () => {
    const page = await opened();
    await saveAll(page, known);
    const failing = vi.spyOn(IDBIndex.prototype, "getAllKeys").mockImplementation(() => {
      throw new DOMException("", "UnknownError");
    });
    await page.store.prune();
    failing.mockRestore();
    await saveAll(page, known);
    expect([page.notices, (await reloaded()).known]).toEqual([[], known]);
  });
});

describe("closing", () => {
  it("writes what waits, and nothing after it", async () => {
    const page = await opened();
    const saved = saveAll(page, known);
    page.store.close();
    await page.store.save(deltaBetween(known, observe(known, answer(9_000, []))));
    await saved;
    expect((await reloaded()).known).toEqual(known);
    expect(page.notices).toEqual([]);
  });
});
