import { focusManager, onlineManager, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { epochNow } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { createMirror } from "./mirror.ts";
import type { Polled } from "./observer/orders.ts";
import { PollError } from "./problem.ts";
import { sessionsQuery, type PollSettings } from "./sessions-query.ts";

const SETTINGS: PollSettings = { intervalMs: 5_000, paused: false, hidden: false };

/** A connection whose answers the test gives; it counts how often it was asked. */
function connected(outcome: () => Promise<Polled>) {
  const look = vi.fn<() => Promise<Polled>>(outcome);
  const connection: Connection = {
    mode: "demo",
    host: "127.0.0.1",
    serial: 1,
    source: createMirror(),
    look,
    shown: () => undefined,
    endWait: () => undefined,
    keep: () => undefined,
    hasKey: false,
    facts: () => ({
      name: undefined,
      role: "polls",
      calls: { count: 0, spanMs: 0 },
      skew: undefined,
      notice: undefined,
    }),
    onFacts: () => () => undefined,
    recall: () => Promise.resolve(undefined),
    forget: () => Promise.resolve(true),
    close: () => undefined,
  };
  return { look, connection };
}

function watching(outcome: () => Promise<Polled>) {
  const { look, connection } = connected(outcome);
  const client = new QueryClient();
  return { look, ...mounted(client, connection) };
}

function mounted(client: QueryClient, connection: Connection) {
  client.mount();
  const observer = new QueryObserver(client, sessionsQuery(connection, "all", SETTINGS));
  const end = observer.subscribe(() => undefined);
  ends.push(() => {
    end();
    client.clear();
    client.unmount();
  });
  const set = (changes: Partial<PollSettings>) =>
    observer.setOptions(sessionsQuery(connection, "all", { ...SETTINGS, ...changes }));
  return { set, observer };
}

const ends: (() => void)[] = [];
const answer = (nextInMs = 5_000) =>
  Promise.resolve({
    sentAt: epochNow() - 100,
    receivedAt: epochNow(),
    waitFrom: epochNow(),
    nextInMs,
    leastMs: 0,
  });
const failure = (kind: "network" | "bad_credentials", nextInMs: number | undefined) =>
  Promise.reject(new PollError({ kind }, epochNow(), nextInMs));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({
    now: 1_000_000,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
  });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

describe("the list query", () => {
  it("asks at once, then each time the last poll said", async () => {
    const { look } = watching(() => answer());
    await pass(0);
    expect(look).toHaveBeenCalledTimes(1);
    await pass(4_999);
    expect(look).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it.each([
    ["an answer", () => answer(), 5_000],
    ["a failure", () => failure("network", 15_000), 15_000],
  ])("does not ask again at once where %s was there before the page was", async (_, outcome, nextInMs) => {
    const { look, connection } = connected(outcome);
    const client = new QueryClient();
    await client.prefetchQuery(sessionsQuery(connection, "all", SETTINGS));
    mounted(client, connection);
    await pass(nextInMs - 1);
    expect(look).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it("has one call in flight, however long it takes", async () => {
    const { look } = watching(() => new Promise(() => undefined));
    await pass(60_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it("waits after a failure as long as the policy said, and not at all by itself when only a person can help", async () => {
    const { look } = watching(() => failure("network", 15_000));
    await pass(14_999);
    expect(look).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(look).toHaveBeenCalledTimes(2);
    const stopped = watching(() => failure("bad_credentials", undefined));
    await pass(3_600_000);
    expect(stopped.look).toHaveBeenCalledTimes(1);
  });

  it("asks no sooner for another interval than its own, and not at all while paused", async () => {
    const { look, set } = watching(() => answer(60_000));
    await pass(0);
    set({ paused: true, intervalMs: 60_000 });
    set({ paused: true, intervalMs: 5_000 });
    await pass(120_000);
    expect(look).toHaveBeenCalledTimes(1);
    set({ paused: false, intervalMs: 5_000 });
    await pass(0);
    expect(look).toHaveBeenCalledTimes(2);
    await pass(5_500);
    expect(look).toHaveBeenCalledTimes(3);
  });

  it("stops while paused, and goes on after", async () => {
    const { look, set } = watching(() => answer());
    await pass(0);
    set({ paused: true });
    await pass(60_000);
    expect(look).toHaveBeenCalledTimes(1);
    set({ paused: false });
    await pass(5_000);
    expect(look.mock.calls.length).toBeGreaterThan(1);
  });

  it("goes on although paused until there is something to look at", async () => {
    let works = false;
    const { look, set } = watching(() => (works ? answer() : failure("network", 7_500)));
    set({ paused: true });
    await pass(7_500);
    expect(look).toHaveBeenCalledTimes(2);
    works = true;
    await pass(60_000);
    expect(look).toHaveBeenCalledTimes(3);
  });

  it("asks once a minute while nobody sees the page", async () => {
    const { look, set } = watching(() => answer());
    await pass(0);
    set({ hidden: true });
    await pass(59_999);
    expect(look).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it("asks once on the return to a page that is overdue, and not before it is due", async () => {
    const { look, set } = watching(() => answer());
    await pass(0);
    focusManager.setFocused(false);
    set({ hidden: true });
    await pass(2_000);
    focusManager.setFocused(true);
    await pass(0);
    expect(look).toHaveBeenCalledTimes(1);
    focusManager.setFocused(false);
    await pass(20_000);
    set({ hidden: false });
    focusManager.setFocused(true);
    await pass(0);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it("asks at once when the network is back, if it was the network that failed", async () => {
    const { look } = watching(() => failure("network", 120_000));
    await pass(0);
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await pass(0);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it("gives a defect to the error page, and a failed poll to the view", async () => {
    const isThrown = (error: Error) => {
      const { observer } = watching(() => Promise.reject(error));
      const { throwOnError } = observer.options;
      return typeof throwOnError === "function" && throwOnError(error, observer.getCurrentQuery());
    };
    expect(isThrown(new PollError({ kind: "network" }, 0, 1))).toBe(false);
    expect(isThrown(new TypeError("undefined is not a function"))).toBe(true);
    await pass(0);
  });
});
