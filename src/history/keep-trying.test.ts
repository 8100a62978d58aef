import { afterEach, expect, it, vi } from "vitest";
import { answer, fold, theSession } from "../domain/answer-fixture.ts";
import type { Answer, Known } from "../domain/known.ts";
import { emptyStorage, LIMITS, opened, saveAll } from "./history-fixture.ts";
import { keepTrying } from "./keep-trying.ts";
import type { Kept } from "./keep.ts";
import { openHistory, type StoreNotice } from "./store.ts";
import { createWatch, type Watch } from "./watch.ts";

emptyStorage();

let kept: Kept;
let watch: Watch;
let notices: (StoreNotice | undefined)[];
let tries: number;
/** Lets the wait for the next try be over. */
let tryAgain: () => void;

/** A page that was opened just now. */
function begin(): void {
  notices = [];
  tries = 0;
  watch = createWatch();
  kept = keepTrying(watch, {
    open(onNotice, isAgain) {
      tries += 1;
      return openHistory("here", { onNotice, now: () => 100_000, limits: () => LIMITS, isAgain });
    },
    onNotice: (notice) => notices.push(notice),
    pause: (ms) => (ms < 60_000 ? Promise.resolve() : new Promise((resolve) => (tryAgain = resolve))),
  });
}

afterEach(() => kept.close());

const said = (count: number) => vi.waitFor(() => expect(notices).toHaveLength(count));
const isStored = (known: Known) => vi.waitFor(async () => expect(await stored()).toEqual(known));
const stored = async () => (await opened("here", { now: () => 100_000 })).store.load();

const sees = (sentAt: number, ids: readonly string[]) =>
  watch.fold(
    answer(
      sentAt,
      ids.map((id) => ({ id, startedAt: 500 })),
    ),
    5_000,
  );

/** A page of before knew of this answer. */
async function wasStored(known: Answer): Promise<void> {
  const page = await opened();
  await saveAll(page, fold([known]));
  page.store.close();
}

/** Opening a database fails as often as this. */
function denied(times: number): void {
  const open = indexedDB.open.bind(indexedDB);
  let left = times;
  vi.spyOn(indexedDB, "open").mockImplementation((...args) => {
    if ((left -= 1) >= 0) throw new DOMException("", "SecurityError");
    return open(...args);
  });
}

it("tries again, takes in what was stored before, and says once that it cannot and once that it can", async () => {
  await wasStored(
    answer(1_000, [
      { id: "a", startedAt: 500 },
      { id: "gone", startedAt: 500 },
    ]),
  );

  denied(2);
  begin();
  sees(50_000, ["a"]);
  await said(1);
  tryAgain();
  await vi.waitFor(() => expect(tries).toBe(2));
  sees(60_000, ["a"]);
  expect([notices, theSession(watch.known(), "a").firstSeen]).toEqual([["memory-only"], 50_010]);

  await settled();
  tryAgain();
  await said(2);
  expect([tries, notices]).toEqual([3, ["memory-only", undefined]]);
  expect(theSession(watch.known(), "a").firstSeen).toBe(1_010);
  expect(theSession(watch.known(), "gone").ended).toEqual({ after: 1_000, by: 50_010 });
  await isStored(watch.known());
});

it("stores what it could not write, once it can, and leaves what it had stored whole", async () => {
  begin();
  sees(1_000, ["a", "b"]);
  await isStored(watch.known());
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  sees(6_000, ["a", "b", "c"]);
  await said(1);
  // It is still full when it is tried again: that is no news.
  const writes = full.mock.calls.length;
  tryAgain();
  await vi.waitFor(() => expect(full.mock.calls.length).toBeGreaterThan(writes));
  sees(11_000, ["a", "c"]);
  await settled();
  expect([tries, notices]).toEqual([2, ["memory-only"]]);

  full.mockRestore();
  tryAgain();
  await said(2);
  expect([tries, notices]).toEqual([3, ["memory-only", undefined]]);
  await isStored(watch.known());
});

it("gives up no more of what is stored however often it finds storage full", async () => {
  begin();
  const ids = Array.from({ length: 64 }, (_, index) => `${index}`);
  sees(1_000, ids);
  sees(6_000, []);
  await isStored(watch.known());
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  sees(11_000, ["new"]);
  await said(1);
  for (let again = 0; again < 3; again += 1) {
    const writes = full.mock.calls.length;
    tryAgain();
    await vi.waitFor(() => expect(full.mock.calls.length).toBeGreaterThan(writes));
    await settled();
  }
  full.mockRestore();
  expect((await stored()).sessions.size).toBe(32);
  tryAgain();
  await said(2);
  // What memory has of those that went is stored again.
  await isStored(watch.known());
});

it("brings back nothing that was to be forgotten and could not be deleted", async () => {
  await wasStored(answer(1_000, [{ id: "secret", startedAt: 500 }]));
  denied(2);
  begin();
  await said(1);
  expect(await kept.forget()).toBe(false);
  sees(50_000, ["a"]);
  tryAgain();
  await vi.waitFor(() => expect(tries).toBe(2));
  sees(55_000, ["a"]);
  await said(2);
  await vi.waitFor(async () => expect((await stored()).sessions.has("secret")).toBe(false));
  expect(watch.known().sessions.has("secret")).toBe(false);
});

it("has when it was watched before, and since when each session was seen, also where it could not be read for long", async () => {
  await wasStored(answer(1_000, [{ id: "a", startedAt: 500, trainings: ["t running"] }]));
  denied(1);
  begin();
  await said(1);
  for (let polls = 0; polls < 210; polls += 1) sees(50_000 + 100 * polls, ["a"]);
  tryAgain();
  await said(2);
  const { watched } = watch.known();
  expect([watched[0], watched.length, theSession(watch.known(), "a").firstSeen]).toEqual([
    { from: 1_000, to: 1_010 },
    2,
    1_010,
  ]);
  await isStored(watch.known());
});

it("tries nothing once it is closed", async () => {
  denied(Infinity);
  begin();
  await said(1);
  kept.close();
  tryAgain();
  await settled();
  expect([tries, notices]).toEqual([1, ["memory-only"]]);
});

/** What was begun by then is done: the storage of the tests takes a turn for each of its steps. */
async function settled(): Promise<void> {
  await (await opened()).store.load();
}
