import { afterEach, describe, expect, it } from "vitest";
import { session, theSession } from "../domain/answer-fixture.ts";
import { applyDelta, type KnownDelta } from "../domain/known-delta.ts";
import { type Answer, type Known, lastSeenAt, NOTHING_KNOWN } from "../domain/known.ts";
import { keepHistory, type Kept } from "./keep.ts";
import type { HistoryStore } from "./store.ts";
import { createWatch } from "./watch.ts";

const kepts: Kept[] = [];
afterEach(() => {
  for (const kept of kepts.splice(0)) kept.close();
});

const at = (sentAt: number, ids: readonly string[]): Answer => ({
  sentAt,
  receivedAt: sentAt + 10,
  scope: "all",
  unreadable: [],
  sessions: ids.map((id) => session({ id, startedAt: 1_000 })),
});

/** A store that says what it holds. */
function storeWith(before: Known = NOTHING_KNOWN) {
  let held = before;
  const saved: KnownDelta[] = [];
  const store: HistoryStore = {
    load: () => Promise.resolve(before),
    find: (ids) => Promise.resolve(ids.flatMap((id) => held.sessions.get(id) ?? [])),
    unreadable: () => 0,
    save: (delta) => {
      saved.push(delta);
      held = applyDelta(held, delta);
      return Promise.resolve();
    },
    prune: () => Promise.resolve(),
    forget: () => Promise.resolve(true),
    close: () => undefined,
  };
  return { store, saved, held: () => held };
}

function keep(watch: ReturnType<typeof createWatch>, open: () => Promise<HistoryStore>) {
  const kept = keepHistory(watch, { open, pause: () => Promise.resolve() });
  kepts.push(kept);
  return kept;
}
/** Everything that waits for nothing but promises is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function knownFrom(...answers: readonly Answer[]): Known {
  const watch = createWatch();
  for (const answer of answers) watch.fold(answer, 5_000);
  return watch.known();
}

/** A store that takes its time: each task of it is done when told. One thing after another, as the real one. */
function slowStoreWith(before?: Known) {
  const { store, saved, held } = storeWith(before);
  const waiting: (() => void)[] = [];
  /** What the store holds after each save. */
  const course: Known[] = [];
  const done: string[] = [];
  let line: Promise<unknown> = Promise.resolve();
  const slow = <T>(name: string, task: () => Promise<T>): Promise<T> => {
    const turn = line.then(() => new Promise<void>((resolve) => waiting.push(resolve)));
    const result = turn.then(task).finally(() => done.push(name));
    line = result;
    return result;
  };
  const slowed: HistoryStore = {
    ...store,
    load: () => slow("load", store.load),
    save: (delta) => slow("save", () => store.save(delta)).then(() => void course.push(held())),
    forget: () => slow("forget", store.forget),
    close: () => void slow("close", () => Promise.resolve()),
  };
  return {
    store: slowed,
    saved,
    held,
    course,
    done,
    async next() {
      await settled();
      waiting.shift()?.();
      await settled();
    },
    async all() {
      for (await settled(); waiting.length > 0; await settled()) waiting.shift()?.();
    },
  };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `s${n}`);

/** Nothing in it was seen later, or is open for longer, than is known in the end. */
function expectTrue(stored: Known, known: Known) {
  const untrue = [...stored.sessions].filter(([id, session]) => {
    const really = known.sessions.get(id);
    return really !== undefined && lastSeenAt(stored, session) > lastSeenAt(known, really);
  });
  expect(untrue.map(([id]) => id)).toEqual([]);
}

describe("what is kept of a connection", () => {
  it("is there before the first answer is taken in", async () => {
    const before = knownFrom(at(1_000, ["a", "b"]), at(6_000, ["a"]));
    const watch = createWatch();
    await keep(watch, () => Promise.resolve(storeWith(before).store)).ready;
    expect(watch.known()).toBe(before);
    expect(watch.foldedAt()).toBeUndefined();
    watch.fold(at(60_000, ["a"]), 5_000);
    expect(watch.known().sessions.get("b")?.ended).toEqual({ after: 1_000, by: 6_010 });
    expect(watch.known().watched).toHaveLength(2);
  });

  it("follows every answer", async () => {
    const { store, held } = storeWith();
    const watch = createWatch();
    await keep(watch, () => Promise.resolve(store)).ready;
    watch.fold(at(1_000, ["a", "b"]), 5_000);
    watch.fold(at(6_000, ["a"]), 5_000);
    await settled();
    expect(held()).toEqual(watch.known());
  });

  it("is settled once it is stored as it is", async () => {
    const watch = createWatch();
    const kept = keep(watch, () => Promise.resolve(storeWith(knownFrom(at(500, ["b"]))).store));
    await kept.ready;
    const isSettled = (id: string) => {
      const known = watch.known().sessions.get(id);
      return known !== undefined && kept.isSettled(known);
    };
    expect(isSettled("b")).toBe(true);
    watch.fold(at(1_000, ["a", "b"]), 5_000);
    expect(isSettled("a")).toBe(false);
    await settled();
    expect(isSettled("a")).toBe(true);
    watch.fold(at(6_000, ["b"]), 5_000);
    expect([isSettled("a"), isSettled("b")]).toEqual([false, true]);
    await settled();
    expect(isSettled("a")).toBe(true);
  });

  it("has what was observed while the store was opening", async () => {
    const { store, held } = storeWith();
    let opened: (store: HistoryStore) => void = () => undefined;
    const watch = createWatch();
    keep(watch, () => new Promise((resolve) => (opened = resolve)));
    watch.fold(at(1_000, ["a"]), 5_000);
    opened(store);
    await settled();
    expect(held()).toEqual(watch.known());
  });

  it("waits until what was observed first had time to be shown", async () => {
    const { store, saved } = storeWith();
    const watch = createWatch();
    let goOn = () => {};
    const pause = () => new Promise<void>((resolve) => (goOn = resolve));
    kepts.push(keepHistory(watch, { open: () => Promise.resolve(store), pause }));
    watch.fold(at(1_000, ["a"]), 5_000);
    await settled();
    expect(saved).toHaveLength(0);
    goOn();
    await settled();
    expect(saved).toHaveLength(1);
  });

  it("is stored whole where it ends before that", async () => {
    const { store, saved, held } = storeWith();
    const watch = createWatch();
    const kept = keepHistory(watch, {
      open: () => Promise.resolve(store),
      pause: () => new Promise(() => {}),
    });
    await settled();
    watch.fold(at(1_000, ["a"]), 5_000);
    kept.close();
    await settled();
    expect(saved).toHaveLength(1);
    expect(held()).toEqual(watch.known());
  });

  it("is handed over in small parts, none of which says more than is true", async () => {
    const { store, saved, held } = storeWith();
    const watch = createWatch();
    await keep(watch, () => Promise.resolve(store)).ready;
    watch.fold(
      at(
        1_000,
        Array.from({ length: 950 }, (_, i) => `s${i}`),
      ),
      5_000,
    );
    await settled();
    expect(Math.max(...saved.map(({ changed }) => changed.length))).toBeLessThanOrEqual(200);
    expect(held().sessions.size).toBe(950);
  });

  it("is corrected together with the answer that dates it: a page that dies on the way has stored nothing untrue", async () => {
    const { store, saved } = storeWith();
    const watch = createWatch();
    await keep(watch, () => Promise.resolve(store)).ready;
    const ids = Array.from({ length: 500 }, (_, i) => `s${i}`);
    watch.fold(at(1_000, ids), 5_000);
    await settled();
    saved.length = 0;
    watch.fold(at(6_000, []), 5_000);
    await settled();
    expect(saved.map(({ changed }) => changed.filter(({ ended }) => ended !== undefined).length)).toEqual([
      500,
    ]);
  });

  it("never holds the page up: a store that cannot be had is done without", async () => {
    const watch = createWatch();
    await keep(watch, () => Promise.reject(new Error("the code of the store is out of reach"))).ready;
    watch.fold(at(1_000, ["a"]), 5_000);
    expect(watch.known().sessions.size).toBe(1);
  });

  it("is gone once it is forgotten, and is not stored again", async () => {
    const { store, saved } = storeWith();
    const watch = createWatch();
    const forgotten: string[] = [];
    const kept = keep(watch, () =>
      Promise.resolve({
        ...store,
        forget: () => {
          forgotten.push("all");
          return Promise.resolve(true);
        },
      }),
    );
    await kept.ready;
    watch.fold(at(1_000, ["a"]), 5_000);
    await settled();
    saved.length = 0;
    watch.follow(NOTHING_KNOWN, false);
    expect(await kept.forget()).toBe(true);
    await settled();
    expect(forgotten).toEqual(["all"]);
    expect(saved.flatMap(({ changed }) => changed)).toEqual([]);
  });
});

describe("a session that left the memory and comes back", () => {
  const later = 10_000_000;
  /** What ended more than a second ago is forgotten; the store keeps it. */
  const forgetful = () => createWatch((now) => ({ endedBefore: now - 1_000 }));

  it("is what it was, with its absence, in memory and where it is kept", async () => {
    const watch = forgetful();
    const { store, held } = storeWith();
    keep(watch, () => Promise.resolve(store));
    await settled();
    watch.fold(at(2_000, ["a", "b"]), 5_000);
    await settled();
    const { firstSeen } = theSession(watch.known(), "a");
    for (const sentAt of [4_000, 6_000]) {
      watch.fold(at(sentAt, ["b"]), 5_000);
      await settled();
    }
    expect(watch.known().sessions.has("a")).toBe(false);
    watch.fold(at(later, ["a", "b"]), 5_000);
    await settled();
    const back = theSession(watch.known(), "a");
    expect(back).toMatchObject({
      firstSeen,
      lastSeen: undefined,
      ended: undefined,
      absences: [{ after: 2_000, by: 4_010, back: later + 10 }],
    });
    expect(held().sessions.get("a")).toBe(back);
  });

  it("is asked of the store only if it may be there: one that began since, and those of a first look, are not", async () => {
    const watch = forgetful();
    const { store } = storeWith();
    const asked: string[] = [];
    keep(watch, () =>
      Promise.resolve({
        ...store,
        find: (ids) => {
          asked.push(...ids);
          return store.find(ids);
        },
      }),
    );
    await settled();
    watch.fold(at(2_000, ["a", "b"]), 5_000);
    await settled();
    const begun = session({ id: "c", startedAt: 3_000 });
    watch.fold(
      { ...at(4_000, ["b", "late"]), sessions: [...at(4_000, ["b", "late"]).sessions, begun] },
      5_000,
    );
    await settled();
    expect(asked).toEqual(["late"]);
  });

  it("is what it was also where another came back meanwhile", async () => {
    const watch = forgetful();
    const { store, held } = storeWith();
    const asking: (() => void)[] = [];
    keep(watch, () =>
      Promise.resolve({
        ...store,
        find: async (ids) => new Promise((resolve) => asking.push(() => resolve(store.find(ids)))),
      }),
    );
    await settled();
    for (const [sentAt, ids] of [
      [2_000, ["a", "b", "c"]],
      [4_000, ["c"]],
      [6_000, ["c"]],
      [8_000, ["a", "c"]],
      [10_000, ["a", "b", "c"]],
    ] as const) {
      watch.fold(at(sentAt, ids), 5_000);
      await settled();
    }
    for (let asked = 0; asked < 2; asked += 1) {
      asking[asked]?.();
      await settled();
    }
    expect(asking).toHaveLength(2);
    for (const id of ["a", "b"]) {
      expect(theSession(watch.known(), id).firstSeen).toBe(2_010);
      expect(held().sessions.get(id)).toBe(theSession(watch.known(), id));
    }
  });

  it("is not recalled where all was forgotten meanwhile", async () => {
    const watch = forgetful();
    const { store } = storeWith();
    let say = () => {};
    const kept = keep(watch, () =>
      Promise.resolve({
        ...store,
        find: async (ids) => new Promise((resolve) => (say = () => resolve(store.find(ids)))),
      }),
    );
    await settled();
    const answers = [
      [2_000, ["a", "b"]],
      [4_000, ["b"]],
      [6_000, ["b"]],
      [8_000, ["a", "b"]],
    ] as const;
    for (const [sentAt, ids] of answers) {
      watch.fold(at(sentAt, ids), 5_000);
      await settled();
    }
    const forgotten = kept.forget();
    say();
    await forgotten;
    await settled();
    expect(theSession(watch.known(), "a").firstSeen).toBe(8_010);
  });
});

describe("what is kept where storage is slow", () => {
  const before = [at(1_000, ["a", "b", "gone"]), at(6_000, ["a", "b"])];

  it("is shown and kept whole with the answers that came before it was read", async () => {
    const { store, held, all } = slowStoreWith(knownFrom(...before));
    const watch = createWatch();
    keep(watch, () => Promise.resolve(store));
    watch.fold(at(60_000, ["a", "new"]), 5_000);
    watch.fold(at(65_000, ["a", "new"]), 5_000);
    await all();
    expect(watch.known()).toEqual(knownFrom(...before, at(60_000, ["a", "new"]), at(65_000, ["a", "new"])));
    expect(watch.known().watched).toHaveLength(2);
    expect(watch.known().sessions.get("b")?.ended).toEqual({ after: 6_000, by: 60_010 });
    expect(held()).toEqual(watch.known());
  });

  it("says nothing untrue at any time of a take-over, and is not written again where it is there", async () => {
    const told = knownFrom(at(1_000, many(450)));
    const { store, saved, held, course, all } = slowStoreWith(told);
    const watch = createWatch();
    watch.follow(structuredClone(told), true);
    keep(watch, () => Promise.resolve(store));
    await all();
    expect(saved.flatMap(({ changed }) => changed)).toEqual([]);
    watch.fold(at(6_000, many(50)), 5_000);
    await all();
    expect(held()).toEqual(watch.known());
    for (const known of course) expectTrue(known, watch.known());
  });

  it("says nothing untrue at any time of a take-over where answers come first", async () => {
    const told = knownFrom(at(1_000, many(450)));
    const { store, held, course, all } = slowStoreWith(told);
    const watch = createWatch();
    watch.follow(structuredClone(told), true);
    keep(watch, () => Promise.resolve(store));
    watch.fold(at(6_000, many(50)), 5_000);
    await all();
    expect(held()).toEqual(watch.known());
    expect(course.length).toBeGreaterThan(0);
    for (const known of course) expectTrue(known, watch.known());
  });

  it("dates what only the store knew, where it took too long to be shown", async () => {
    const { store, held, all } = slowStoreWith(knownFrom(...before));
    const watch = createWatch();
    keep(watch, () => Promise.resolve(store));
    for (let n = 0; n <= 200; n += 1) watch.fold(at(60_000 + n * 5_000, ["a"]), 5_000);
    await all();
    expect(held().latest).toEqual(watch.known().latest);
    expect(held().sessions.get("b")?.lastSeen).toBe(6_000);
    expect(held().sessions.get("gone")?.ended).toEqual({ after: 1_000, by: 6_010 });
  });

  it("is there for a tab that was told nothing before it came to lead", async () => {
    const { store, held, all } = slowStoreWith(knownFrom(...before));
    const watch = createWatch();
    watch.follow(applyDelta(NOTHING_KNOWN, { ...NOTHING_KNOWN, changed: [], dropped: [] }), false);
    keep(watch, () => Promise.resolve(store));
    await all();
    expect(watch.known()).toEqual(knownFrom(...before));
    watch.fold(at(60_000, ["a"]), 5_000);
    await all();
    expect(held()).toEqual(watch.known());
  });

  it("leaves the processor to others between the parts of what is much", async () => {
    const { store, saved } = storeWith();
    const watch = createWatch();
    const saves: number[] = [];
    const pause = async () => void saves.push(saved.length);
    kepts.push(keepHistory(watch, { open: () => Promise.resolve(store), pause }));
    watch.fold(at(1_000, many(450)), 5_000);
    await settled();
    watch.fold(at(6_000, many(450)), 5_000);
    await settled();
    // Before the first of them too.
    expect(saves).toEqual([0, 1, 2]);
    expect(saved.length).toBeGreaterThan(3);
  });

  it("is forgotten in the middle of a save: the rest of it is not stored, and what comes later is new", async () => {
    const { store, saved, done, next, all } = slowStoreWith();
    const watch = createWatch();
    const kept = keep(watch, () => Promise.resolve(store));
    await next();
    watch.fold(at(1_000, many(950)), 5_000);
    await next();
    watch.follow(NOTHING_KNOWN, false);
    const forgotten = kept.forget();
    await all();
    expect(await forgotten).toBe(true);
    // The part that was on its way is deleted with the others.
    expect(done).toEqual(["load", "save", "save", "forget"]);
    saved.length = 0;
    watch.fold(at(6_000, many(3)), 5_000);
    await all();
    expect(saved.flatMap(({ changed }) => changed.map(({ session: { id } }) => id))).toEqual(many(3));
  });

  it.each(["before", "after"])(
    "does not come back when it is forgotten while it is being read, and the next answer comes %s that is done",
    async (when) => {
      const { store, saved, done, all } = slowStoreWith(knownFrom(...before));
      const watch = createWatch();
      const kept = keep(watch, () => Promise.resolve(store));
      watch.fold(at(60_000, ["a"]), 5_000);
      watch.follow(NOTHING_KNOWN, false);
      const forgotten = kept.forget();
      if (when === "after") await all();
      watch.fold(at(65_000, ["b"]), 5_000);
      await all();
      expect(await forgotten).toBe(true);
      expect([...watch.known().sessions.keys()]).toEqual(["b"]);
      expect(done).toEqual(["load", "forget", "save"]);
      expect(saved.flatMap(({ changed }) => changed)).toEqual([watch.known().sessions.get("b")]);
    },
  );

  it("is stored whole when it ends in the middle of a save, and not written after that", async () => {
    const { store, held, done, next, all } = slowStoreWith();
    const watch = createWatch();
    const kept = keep(watch, () => Promise.resolve(store));
    await next();
    watch.fold(at(1_000, many(950)), 5_000);
    await next();
    watch.fold(at(6_000, many(940)), 5_000);
    const known = watch.known();
    kept.close();
    watch.fold(at(11_000, []), 5_000);
    await all();
    expect(held()).toEqual(known);
    expect(done.at(-1)).toBe("close");
  });
});
