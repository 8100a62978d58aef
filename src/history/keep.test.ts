import { afterEach, describe, expect, it } from "vitest";
import { session } from "../domain/answer-fixture.ts";
import { applyDelta, type KnownDelta } from "../domain/known-delta.ts";
import { type Answer, type Known, NOTHING_KNOWN } from "../domain/known.ts";
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
    find: (id) => Promise.resolve(held.sessions.get(id)),
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
  const kept = keepHistory(watch, { open });
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
