/** Tabs that sleep, wake and die, on threads that do the same. */
import { encodeHttpResponse } from "@decthings/api-client/wire";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectionName } from "../src/history/connection-name.ts";
import { INTERVAL_MS, openTab, type Tab } from "./tab-fixture.ts";
import { stubThreads, type Thread } from "./threads.ts";

const LATENCY_MS = 1_000;
let latencyMs = LATENCY_MS;
/** Whoever takes the place of another first hears what all of them wish. */
const GATHERING_MS = 400;
const START = Date.UTC(2026, 2, 11, 12);

let calls: { readonly thread: Thread; readonly at: number }[] = [];
/** Calls that came to no answer. */
let cut: Thread[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  latencyMs = LATENCY_MS;
  calls = [];
  cut = [];
  stubThreads({
    get latencyMs() {
      return latencyMs;
    },
    answer: () => encodeHttpResponse({ result: { debugSessions: [] } }),
    called(thread, ended) {
      const at = Date.now();
      calls.push({ thread, at });
      ended.addEventListener("abort", () => {
        if (Date.now() < at + latencyMs) cut.push(thread);
      });
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Until a tab's next call is under way. */
async function untilCalled({ thread }: Tab): Promise<void> {
  const before = calls.length;
  while (!calls.slice(before).some((call) => call.thread === thread)) await pass(10);
}
const sinceHeard = (tab: Tab) => Date.now() - tab.heardAt();

/** One that leads, and one that follows. */
async function openTwo(): Promise<readonly [Tab, Tab]> {
  const first = openTab();
  await pass(LATENCY_MS + 100);
  const second = openTab();
  await pass(100);
  expect([first.role(), second.role()]).toEqual(["polls", "follows"]);
  return [first, second];
}

describe("a tab that leads, has heard what others wish, and then", () => {
  it("is killed in the middle of a call: the next one calls as soon as it has heard what is wished", async () => {
    const [first, second] = await openTwo();
    await untilCalled(first);
    await pass(100);
    first.thread.kill();
    await pass(GATHERING_MS + LATENCY_MS + 100);
    expect(calls.at(-1)?.thread).toBe(second.thread);
    expect(second.role()).toBe("polls");
    expect(sinceHeard(second)).toBeLessThan(200);
  });

  it("is frozen in the middle of a call: another takes its place within two intervals and the time for that", async () => {
    const [first, second] = await openTwo();
    await untilCalled(first);
    await pass(100);
    first.thread.freeze();
    await pass(2 * INTERVAL_MS + 3_000 + GATHERING_MS + LATENCY_MS + 100);
    expect(second.role()).toBe("polls");
    expect(sinceHeard(second)).toBeLessThan(LATENCY_MS);
    const before = calls.length;
    first.thread.thaw();
    await pass(INTERVAL_MS * 1.2 + LATENCY_MS);
    expect([first.role(), second.role()]).toEqual(["follows", "polls"]);
    expect(sinceHeard(first)).toBeLessThan(INTERVAL_MS * 1.2);
    expect(calls.slice(before).filter(({ thread }) => thread === first.thread).length).toBeLessThanOrEqual(1);
  });

  it("closes in the middle of a call: a tab that has no key to take its place says so soon", async () => {
    const apiKey = "the-only-key";
    const follow = await connectionName("http://api.test/v0", apiKey);
    const first = openTab({ apiKey });
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    await pass(LATENCY_MS + 100);
    const keyless = openTab({ follow: follow ?? "" });
    await pass(100);
    expect(keyless.outcome()).toMatchObject({ ok: true });
    await untilCalled(first);
    await pass(100);
    first.send({ kind: "close" });
    await pass(3_500);
    expect(keyless.outcome()).toMatchObject({ ok: false, problem: { kind: "no_key" } });
  });
});

describe("tabs whose leading tab freezes", () => {
  it("take its place with one call for all of them, however many they are and whatever they ask for", async () => {
    const first = openTab();
    await pass(LATENCY_MS + 100);
    const others = [["a"], ["b"], ["c"], ["d"]].map((scope) => openTab({ scope }));
    await untilCalled(first);
    await pass(LATENCY_MS + 100);
    first.thread.freeze();
    const before = calls.length;
    await pass(INTERVAL_MS * 1.1 + 3_000 + GATHERING_MS + LATENCY_MS + 100);
    expect(others.map((tab) => tab.role()).filter((role) => role === "polls")).toHaveLength(1);
    expect(calls).toHaveLength(before + 1);
    for (const tab of others) expect(sinceHeard(tab)).toBeLessThan(3_000);
  });
});

describe("a tab that waits long for its turn", () => {
  it("asks whether the one that leads is still there, and ends no call by that", async () => {
    const [first, second] = await openTwo();
    for (const tab of [first, second]) tab.pause();
    latencyMs = 9_000;
    // Due in some five seconds, and asked again after ten, in the middle of the call.
    const wish = {
      scope: "all",
      intervalMs: 20_000,
      hidden: false,
      when: "in-turn",
      seen: Date.now(),
    } as const;
    second.send({ kind: "look", id: 1_000, wish, now: Date.now() });
    const before = calls.length;
    await pass(60_000);
    expect(calls).toHaveLength(before + 1);
    expect(cut).toEqual([]);
  });
});

describe("a page that sleeps", () => {
  it("asks nothing and follows nobody, and is answered when it wakes", async () => {
    const only = openTab();
    await pass(LATENCY_MS + 100);
    only.send({ kind: "rest" });
    const before = calls.length;
    await pass(60_000);
    expect(calls).toHaveLength(before);
    only.send({ kind: "wake" });
    await pass(LATENCY_MS + 100);
    expect(calls).toHaveLength(before + 1);
    expect(only.role()).toBe("polls");
    expect(sinceHeard(only)).toBeLessThan(200);
  });

  it("ends the call that is under way for it alone", async () => {
    const only = openTab();
    await pass(100);
    only.send({ kind: "rest" });
    await pass(100);
    expect(cut).toEqual([only.thread]);
  });

  it("wakes once, however often it is told so", async () => {
    const only = openTab();
    await pass(LATENCY_MS + 100);
    only.send({ kind: "rest" });
    await pass(INTERVAL_MS * 2);
    const before = calls.length;
    for (const kind of ["wake", "wake", "wake"] as const) only.send({ kind });
    await pass(LATENCY_MS + 100);
    expect(calls).toHaveLength(before + 1);
  });

  it("before it had its turn takes none, and has it when it wakes, even in the same moment", async () => {
    const only = openTab();
    only.send({ kind: "rest" });
    await pass(LATENCY_MS);
    expect(calls).toEqual([]);
    only.send({ kind: "wake" });
    only.send({ kind: "rest" });
    only.send({ kind: "wake" });
    await pass(LATENCY_MS + 100);
    expect(calls).toHaveLength(1);
    expect(only.outcome()).toMatchObject({ ok: true });
  });

  it("leaves the turn to another, and follows that when it wakes, without a call", async () => {
    const [first, second] = await openTwo();
    first.send({ kind: "rest" });
    await pass(INTERVAL_MS * 3);
    expect(second.role()).toBe("polls");
    await untilCalled(second);
    await pass(LATENCY_MS + 10);
    const before = calls.length;
    first.send({ kind: "wake" });
    await pass(100);
    expect(first.role()).toBe("follows");
    expect(sinceHeard(first)).toBeLessThan(200);
    expect(calls).toHaveLength(before);
  });
});
