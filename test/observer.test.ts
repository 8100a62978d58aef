/** Observers of several tabs on one connection, over real HTTP and real broadcast channels; only the locks are ours. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { createSimulator, listen } from "@decthings-debug-dashboard/simulator";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectionFacts } from "../src/api/connection-facts.ts";
import { createMirror } from "../src/api/mirror.ts";
import { createObserver } from "../src/api/observer/observer.ts";
import type { Order, Outcome, Report, Wish } from "../src/api/observer/orders.ts";
import { createReportUnpacking, packReport } from "../src/api/observer/packed-report.ts";
import { DEFAULT_PREFERENCES, limitsOf } from "../src/choices/preferences-choices.ts";
import { findConnection } from "../src/api/observer/find-connection.ts";
import { fakeLocks } from "../src/api/locks-fixture.ts";

const NOON = Date.UTC(2026, 2, 11, 12);
let now = NOON;
const simulator = createSimulator({ scenario: "default", sessions: 5, seed: 7, now: () => now });
let address = "";
let stop = async () => {};

beforeAll(async () => {
  const server = await listen(simulator, { port: 0, host: "127.0.0.1" });
  address = server.url;
  stop = () => server.close();
});
afterAll(() => stop());

const open: { readonly close: () => void }[] = [];
beforeEach(() => {
  now = NOON;
  simulator.setFaults({});
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  for (const tab of open.splice(0)) tab.close();
  vi.unstubAllGlobals();
});

type Tab = ReturnType<typeof openTab>;
const VIEW = {
  ids: [],
  q: "",
  state: [],
  location: [],
  launcher: [],
  model: [],
  ended: "show",
  sort: "-started",
  group: "none",
} as const;

/** A page without the page: it takes in what its observer reports. */
function openTab({
  apiKey,
  follow,
  apiAddress = address,
}: { apiKey?: string; follow?: string; apiAddress?: string } = {}) {
  const mirror = createMirror();
  const waiting = new Map<number, (outcome: Outcome) => void>();
  const done = new Map<number, (done: boolean) => void>();
  const heard: Report[] = [];
  let facts: ConnectionFacts | undefined;
  const onReport = (report: Report) => {
    if (report.kind === "delta") mirror.take(report);
    if (report.kind === "forgotten") mirror.forget();
    if (report.kind === "facts") ({ facts } = report);
    if (report.kind === "outcome") waiting.get(report.id)?.(report.outcome);
    if (report.kind === "done") done.get(report.id)?.(report.done);
  };
  // What crosses a thread is a copy, here too.
  const unpack = createReportUnpacking();
  const order = createObserver((report) => {
    const arrived = unpack(structuredClone(packReport(report)));
    onReport(arrived);
    heard.push(arrived);
  });
  const send = (one: Order) => order(structuredClone(one));
  send({
    kind: "start",
    start: {
      apiAddress,
      apiKey,
      follow,
      view: VIEW,
      limits: limitsOf(DEFAULT_PREFERENCES.history),
      now: Date.now(),
    },
  });
  let serial = 0;
  const tab = {
    mirror,
    /** All that was reported, in order. */
    heard,
    facts: () => facts,
    look(part: Partial<Wish> = {}): Promise<Outcome> {
      serial += 1;
      const id = serial;
      const wish: Wish = {
        scope: "all",
        intervalMs: 5_000,
        hidden: false,
        when: "in-turn",
        seen: undefined,
        ...part,
      };
      const outcome = new Promise<Outcome>((resolve) => waiting.set(id, resolve));
      send({ kind: "look", id, wish, now: Date.now() });
      return outcome;
    },
    forget() {
      serial += 1;
      const id = serial;
      const ended = new Promise<boolean>((resolve) => done.set(id, resolve));
      send({ kind: "forget", id });
      return ended;
    },
    send,
    close: () => send({ kind: "close" }),
  };
  open.push(tab);
  return tab;
}

const calls = () => simulator.stats().calls["Debug/getDebugSessions"] ?? 0;
const ids = ({ mirror }: Tab) => [...mirror.known().sessions.keys()].toSorted();

describe("a first answer of many sessions", () => {
  it("tells of its first rows before all of it is read, and of each session once", async () => {
    const many = createSimulator({ scenario: "scale", sessions: 600, seed: 3, now: () => now });
    const server = await listen(many, { port: 0, host: "127.0.0.1" });
    try {
      const tab = openTab({ apiAddress: server.url });
      expect(await tab.look()).toMatchObject({ ok: true });
      const deltas = tab.heard.filter((report) => report.kind === "delta");
      expect(deltas.map(({ part }) => part)).toEqual(["first", "more", "more", "last"]);
      const [first] = deltas;
      const told = deltas.flatMap(({ delta }) => delta.changed.map(({ session }) => session.id));
      expect(new Set(told).size).toBe(told.length);
      expect(told.toSorted()).toEqual(ids(tab));
      const newest = [...tab.mirror.known().sessions.values()]
        .toSorted((a, b) => b.session.startedAt - a.session.startedAt)
        .slice(0, first?.delta.changed.length);
      expect(first?.delta.changed.map(({ session }) => session.id).toSorted()).toEqual(
        newest.map(({ session }) => session.id).toSorted(),
      );
      expect(tab.mirror.isPartial()).toBe(false);
    } finally {
      await server.close();
    }
  });

  describe("of which the first rows are told", () => {
    const partsOf = ({ heard }: Tab) =>
      heard.flatMap((report) => (report.kind === "delta" ? [report.part] : []));
    const withMany = async (test: (tab: Tab) => Promise<void>) => {
      const many = createSimulator({ scenario: "scale", sessions: 600, seed: 3, now: () => now });
      const server = await listen(many, { port: 0, host: "127.0.0.1" });
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      try {
        await test(openTab({ apiAddress: server.url }));
      } finally {
        vi.useRealTimers();
        await server.close();
      }
    };
    /** What the network brings comes by itself; timers stand still. */
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
    };

    it("tells the others once those are shown", () =>
      withMany(async (tab) => {
        const outcome = tab.look();
        await until(() => partsOf(tab).length > 0);
        expect(partsOf(tab)).toEqual(["first"]);
        expect(tab.mirror.isPartial()).toBe(true);
        tab.send({ kind: "shown" });
        expect(await outcome).toMatchObject({ ok: true });
        expect(partsOf(tab)).toEqual(["first", "more", "more", "last"]);
      }));

    it("tells the others where nobody says that they are shown", () =>
      withMany(async (tab) => {
        const outcome = tab.look();
        await until(() => partsOf(tab).length > 0);
        vi.advanceTimersByTime(1_000);
        expect(await outcome).toMatchObject({ ok: true });
        expect(tab.mirror.isPartial()).toBe(false);
      }));

    it("tells the others where nobody waits for the answer any more", () =>
      withMany(async (tab) => {
        void tab.look();
        await until(() => partsOf(tab).length > 0);
        tab.send({ kind: "stop", id: 1 });
        tab.send({ kind: "shown" });
        await until(() => !tab.mirror.isPartial());
        expect(ids(tab)).toHaveLength(tab.mirror.known().sessions.size);
        expect(partsOf(tab).at(-1)).toBe("last");
      }));
  });
});

describe("several tabs of one browser", () => {
  it("make the calls of one, and all know the same", async () => {
    const first = openTab();
    await first.look();
    const before = calls();
    const others = [openTab(), openTab()];
    for (const other of others) {
      expect(await other.look()).toMatchObject({ ok: true });
      expect(other.mirror.known()).toEqual(first.mirror.known());
    }
    expect(calls()).toBe(before);
    now += 600_000;
    await first.look({ when: "now" });
    expect(calls()).toBe(before + 1);
    for (const other of others) {
      await vi.waitFor(() => expect(other.mirror.known()).toEqual(first.mirror.known()));
    }
    expect([first, ...others].map((tab) => tab.facts()?.role)).toEqual(["polls", "follows", "follows"]);
  });

  it("count their calls together", async () => {
    const first = openTab();
    await first.look();
    const other = openTab();
    await other.look();
    await other.look({ when: "now" });
    await vi.waitFor(() => expect(other.facts()?.calls.count).toBe(2));
    expect(first.facts()?.calls.count).toBe(2);
  });

  it("share a failure, and trying again in one of them tries for all", async () => {
    const first = openTab();
    simulator.setFaults({ error: "bad_credentials" });
    expect(await first.look()).toMatchObject({ ok: false, problem: { kind: "bad_credentials" } });
    const before = calls();
    const other = openTab();
    expect(await other.look()).toMatchObject({ ok: false, problem: { kind: "bad_credentials" } });
    expect(calls()).toBe(before);
    simulator.setFaults({});
    other.send({ kind: "end-wait" });
    expect(await other.look({ when: "now" })).toMatchObject({ ok: true });
    expect(ids(first)).toEqual(ids(other));
  });

  it("go on when the one that asks closes, from where it was", async () => {
    const first = openTab();
    await first.look();
    const other = openTab();
    await other.look();
    const before = calls();
    const known = other.mirror.known();
    first.close();
    expect(await other.look({ when: "now" })).toMatchObject({ ok: true });
    expect(calls()).toBe(before + 1);
    expect(other.facts()).toMatchObject({ role: "polls", calls: { count: 2 } });
    expect(other.mirror.known().watched).toHaveLength(1);
    expect(other.mirror.known().watched[0]?.from).toBe(known.watched[0]?.from);
    // The world stood still, so nothing of it is another object.
    for (const [id, session] of known.sessions) expect(other.mirror.known().sessions.get(id)).toBe(session);
  });

  it("pass a wait that the API asked for on to the next", async () => {
    const first = openTab();
    simulator.setFaults({ status: 429, retryAfterSeconds: 600 });
    await first.look();
    const other = openTab();
    await other.look();
    const before = calls();
    first.close();
    simulator.setFaults({});
    await vi.waitFor(() => expect(other.facts()?.role).toBe("polls"));
    expect(await other.look({ when: "new" })).toMatchObject({
      ok: false,
      problem: { kind: "too_many_requests" },
    });
    expect(calls()).toBe(before);
  });

  it("take the lead from one that hears nothing", async () => {
    const locks = fakeLocks();
    vi.stubGlobal("navigator", { locks });
    // A tab that is frozen holds its lock and says nothing.
    const frozen = locks.request(`decthings-tabs 2 ${address}`, {}, () => new Promise(() => undefined));
    frozen.catch(() => undefined);
    const tab = openTab();
    expect(await tab.look()).toMatchObject({ ok: true });
    expect(tab.facts()?.role).toBe("polls");
    await expect(frozen).rejects.toThrow("aborted");
  });

  it("go on when the one that asks goes to sleep in the middle of a call, and follow or lead when it wakes", async () => {
    const first = openTab();
    await first.look();
    const other = openTab();
    await other.look();
    const hanging = calls() + 1;
    simulator.setFaults({ hang: true });
    const asked = other.look({ when: "now" });
    await vi.waitFor(() => expect(calls()).toBe(hanging));
    first.send({ kind: "rest" });
    simulator.setFaults({});
    expect(await asked).toMatchObject({ ok: true });
    expect(other.facts()?.role).toBe("polls");

    first.send({ kind: "wake" });
    expect(await first.look()).toMatchObject({ ok: true });
    expect(first.facts()?.role).toBe("follows");
    expect(first.mirror.known()).toEqual(other.mirror.known());
  });

  it("is on its own where the browser lets no page have locks", async () => {
    const request = () => Promise.reject(new DOMException("denied", "SecurityError"));
    vi.stubGlobal("navigator", { locks: { request } });
    const tab = openTab();
    expect(await tab.look()).toMatchObject({ ok: true });
    expect(tab.facts()?.role).toBe("polls");
  });

  it("say together that nothing is kept, where the one that asks cannot keep it", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const first = openTab();
    await first.look();
    const other = openTab();
    await other.look();
    await vi.waitFor(() => expect(first.facts()?.notice).toBe("memory-only"));
    await vi.waitFor(() => expect(other.facts()?.notice).toBe("memory-only"));
  });

  it("forget together", async () => {
    const first = openTab();
    await first.look();
    const other = openTab();
    await other.look();
    expect(await other.forget()).toBe(true);
    for (const tab of [first, other]) {
      await vi.waitFor(() => expect(tab.mirror.known().sessions.size).toBe(0));
    }
    await other.look({ when: "now" });
    expect(ids(other)).toHaveLength(5);
  });
});

describe("a connection that is forgotten in the middle of a call", () => {
  it("is known anew from the answer to it, in every tab, and nothing of before comes back", async () => {
    const first = openTab();
    await first.look();
    const other = openTab();
    await other.look();
    now += 600_000;
    simulator.setFaults({ latencyMs: 300 });
    const before = calls();
    const asked = first.look({ when: "now" });
    await vi.waitFor(() => expect(calls()).toBe(before + 1));
    expect(await other.forget()).toBe(true);
    for (const tab of [first, other]) {
      await vi.waitFor(() => expect(tab.mirror.known().sessions.size).toBe(0));
    }
    expect(await asked).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(other.mirror.known()).toEqual(first.mirror.known()));
    const { sessions, watched, latest } = first.mirror.known();
    expect(watched).toEqual([{ from: latest?.sentAt, to: latest?.receivedAt }]);
    for (const { firstSeen, ended } of sessions.values()) {
      expect([firstSeen, ended]).toEqual([latest?.receivedAt, undefined]);
    }
    expect(sessions.size).toBe(5);
  });
});

describe("a page without a key", () => {
  it("finds the tab that is connected, and follows it without ever holding the key", async () => {
    expect(await findConnection(address)).toBeUndefined();
    const first = openTab({ apiKey: "the-only-key" });
    await first.look();
    const connection = await findConnection(address);
    expect(connection).toContain(address);
    expect(connection).not.toContain("the-only-key");
    const other = openTab({ follow: connection ?? "" });
    expect(await other.look()).toMatchObject({ ok: true });
    expect(ids(other)).toEqual(ids(first));
  });

  it("says so when that tab is gone, and asks nothing by itself", async () => {
    const first = openTab({ apiKey: "the-only-key" });
    await first.look();
    const other = openTab({ follow: (await findConnection(address)) ?? "" });
    await other.look();
    const before = calls();
    first.close();
    expect(await other.look({ when: "now" })).toMatchObject({ ok: false, problem: { kind: "no_key" } });
    expect(calls()).toBe(before);
    expect(ids(other)).toHaveLength(5);
  });

  it("is told that nothing could be forgotten when that tab is gone", async () => {
    const first = openTab({ apiKey: "the-only-key" });
    await first.look();
    const other = openTab({ follow: (await findConnection(address)) ?? "" });
    await other.look();
    first.close();
    const asked = other.look({ when: "now" });
    expect(await other.forget()).toBe(false);
    await asked;
    expect(ids(other)).toHaveLength(5);
  });

  it("follows nobody where two keys are to choose from", async () => {
    const [one, two] = [openTab({ apiKey: "key-one" }), openTab({ apiKey: "key-two" })];
    await Promise.all([one.look(), two.look()]);
    expect(await findConnection(address)).toBeUndefined();
  });
});
