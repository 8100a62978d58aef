/** The law of several tabs: over any schedule of what happens to them, one of them asks, and every one is told. */
import { encodeHttpResponse } from "@decthings/api-client/wire";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leastWait } from "../src/api/poll-policy.ts";
import { CALL_DEADLINE_MS } from "../src/domain/call-deadline.ts";
import type { Scope } from "../src/domain/known.ts";
import { INTERVAL_MS, openTab, type Tab } from "./tab-fixture.ts";
import { stubThreads, type Thread } from "./threads.ts";

/** Four times as long is still within an interval. */
const LONGEST_LATENCY_MS = 1_200;
/** Two calls are as far apart as this: an interval, less what it is spread by, and what counts as on time. */
const LEAST_APART_MS = INTERVAL_MS * 0.9 - 250;
/** A tab that does not answer is left for another after three seconds, and that one first hears what all of them wish. */
const STEAL_MS = 3_400;
/** The wait before the call and the call itself, a second time where the one that asked is lost. */
const HEARD_WITHIN_MS = 2 * (INTERVAL_MS * 1.1 + LONGEST_LATENCY_MS) + STEAL_MS;
const START = Date.UTC(2026, 2, 11, 12);

const RUNS = { numRuns: 150, seed: 20_260_311 };
const SCOPES: readonly Scope[] = ["all", ["a"], ["b", "c"], []];

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface TabHere extends Tab {
  state: "awake" | "resting" | "frozen";
  /** When it was frozen. */
  wasCalling: boolean;
}

/** The browser, the tabs in it, and what they do that they must not. */
function openBrowser(latencyMs: number) {
  const faults: string[] = [];
  const underWay = new Set<Thread>();
  const tabs = new Map<number, TabHere>();
  let calledAt = -Infinity;
  /** So many calls may come sooner than the timer's: what a person does, and a tab in the place of another, allow one each. */
  let allowed = 0;
  let changedAt = Date.now();
  /** A call during which its tab was frozen counts as a slow one, after which the next waits longer. */
  let slowUntil = -Infinity;
  const awake = () => [...tabs.values()].filter(({ state }) => state === "awake");
  const isAwake = (thread: Thread) => awake().some((tab) => tab.thread === thread);
  const allow = () => void (allowed += 1);

  stubThreads({
    latencyMs,
    answer: () => encodeHttpResponse({ result: { debugSessions: [] } }),
    called(thread, ended) {
      const apart = Date.now() - calledAt;
      calledAt = Date.now();
      if (apart >= LEAST_APART_MS) allowed = 0;
      else if (allowed > 0) allowed -= 1;
      else faults.push(`two calls ${apart} ms apart`);
      underWay.add(thread);
      const answeredAt = calledAt + latencyMs;
      ended.addEventListener("abort", () => {
        underWay.delete(thread);
        // Whoever still waits is asked for by another call.
        if (Date.now() < answeredAt) allow();
      });
    },
  });

  function check(): void {
    // Whoever is frozen may believe what it will.
    if ([...underWay].filter(isAwake).length > 1) faults.push("two calls at once");
    if (awake().filter((tab) => tab.role() === "polls").length > 1) faults.push("two tabs lead");
    if (Date.now() < slowUntil) return;
    for (const tab of awake()) {
      const ms = Date.now() - Math.max(tab.heardAt(), changedAt, slowUntil);
      if (ms > HEARD_WITHIN_MS) faults.push(`a tab without an answer for ${ms} ms`);
    }
  }

  function open(scope: Scope): TabHere {
    allow();
    return { ...openTab({ scope, onLead: allow }), state: "awake", wasCalling: false };
  }

  /** What can happen to a tab, by the state it is in. */
  const happen: Record<Exclude<What, "open">, (tab: TabHere, step: Step) => void> = {
    choose(tab, { scope }) {
      if (tab.state !== "awake") return;
      allow();
      tab.choose(scope);
    },
    close(tab, { slot }) {
      if (tab.state === "frozen") return;
      tabs.delete(slot);
      tab.send({ kind: "close" });
      // Its worker ends when the page has gone.
      tab.thread.run(() => void setTimeout(() => tab.thread.kill(), 10));
    },
    kill(tab, { slot }) {
      tabs.delete(slot);
      tab.thread.kill();
    },
    rest(tab) {
      if (tab.state !== "awake") return;
      tab.state = "resting";
      tab.send({ kind: "rest" });
    },
    freeze(tab) {
      if (tab.state !== "awake") return;
      tab.state = "frozen";
      tab.wasCalling = underWay.has(tab.thread);
      tab.thread.freeze();
    },
    wake(tab) {
      const { state } = tab;
      tab.state = "awake";
      if (state === "resting") {
        allow();
        tab.send({ kind: "wake" });
      } else if (state === "frozen") {
        // It may call once before it hears that another leads, and that one's next call comes at its own time.
        allow();
        allow();
        if (tab.wasCalling) slowUntil = Date.now() + leastWait(CALL_DEADLINE_MS);
        tab.thread.thaw();
      }
    },
  };

  return {
    faults,
    step(step: Step): void {
      const tab = tabs.get(step.slot);
      changedAt = Date.now();
      if (step.what !== "open") {
        if (tab) happen[step.what](tab, step);
      } else if (!tab) tabs.set(step.slot, open(step.scope));
    },
    async pass(ms: number): Promise<void> {
      const until = Date.now() + ms;
      while (Date.now() < until) {
        await vi.advanceTimersByTimeAsync(Math.min(1_000, until - Date.now()));
        check();
      }
    },
    end(): void {
      for (const { thread } of tabs.values()) thread.kill();
    },
  };
}

type What = "open" | "choose" | "close" | "kill" | "rest" | "freeze" | "wake";

interface Step {
  readonly what: What;
  readonly slot: number;
  readonly scope: Scope;
  /** Before the next. Ms. */
  readonly ms: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant("open" as const) },
    { weight: 5, arbitrary: fc.constantFrom("choose", "close", "kill", "rest", "freeze", "wake", "wake") },
  ),
  slot: fc.nat(3),
  scope: fc.constantFrom(...SCOPES),
  ms: fc.oneof(fc.nat(1_000), fc.nat(20_000)),
});

const latency = fc.integer({ min: 20, max: LONGEST_LATENCY_MS });

describe("the tabs of one browser, whatever happens to them", () => {
  it("have one that asks, no more than once an interval together, and every one is told", async () => {
    const law = fc.asyncProperty(latency, fc.array(step, { maxLength: 20 }), async (latencyMs, steps) => {
      const browser = openBrowser(latencyMs);
      browser.step({ what: "open", slot: 0, scope: "all", ms: 0 });
      for (const one of steps) {
        browser.step(one);
        await browser.pass(one.ms);
      }
      await browser.pass(2 * HEARD_WITHIN_MS);
      browser.end();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(browser.faults).toEqual([]);
    });
    await fc.assert(law, RUNS);
    expect.hasAssertions();
  }, 60_000);
});
