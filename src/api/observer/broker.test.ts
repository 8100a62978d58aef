import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Scope } from "../../domain/known.ts";
import type { PollOptions } from "../poller.ts";
import type { Problem } from "../problem.ts";
import { createBroker } from "./broker.ts";
import type { Outcome, Wish } from "./orders.ts";

const INTERVAL = 5_000;
const LATENCY = 100;

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

interface SeenCall {
  readonly scope: Scope;
  readonly at: number;
  readonly hidden: boolean;
}

const wish = (part: Partial<Wish> = {}): Wish => ({
  scope: "all",
  intervalMs: INTERVAL,
  hidden: false,
  when: "in-turn",
  seen: undefined,
  ...part,
});

/** A broker over an API that answers after a tenth of a second, or fails as it is told. */
function brokering() {
  const calls: SeenCall[] = [];
  const aborted: Scope[] = [];
  let leastMs = 0;
  let problem: ((scope: Scope) => Problem | undefined) | undefined;
  const poll = async (scope: Scope, { signal, hidden, intervalMs }: PollOptions): Promise<Outcome> => {
    calls.push({ scope, at: Date.now(), hidden });
    const sentAt = Date.now();
    await new Promise((resolve, reject) => {
      setTimeout(resolve, LATENCY);
      signal.addEventListener("abort", () => {
        aborted.push(scope);
        reject(signal.reason as Error);
      });
    });
    const trouble = problem?.(scope);
    const now = Date.now();
    if (trouble) {
      const nextInMs = trouble.kind === "invalid_parameter" ? undefined : 10_000;
      return { ok: false, problem: trouble, failedAt: now, nextInMs };
    }
    const polled = { sentAt, receivedAt: now, waitFrom: now, nextInMs: intervalMs, leastMs };
    return { ok: true, polled, spans: undefined };
  };
  const now = () => Date.now();
  const broker = createBroker({ poll, now, apiNow: now });
  const outcomes: [tab: string, outcome: Outcome][] = [];
  const ask = (tab: string, part: Partial<Wish> = {}) =>
    broker.ask({
      tab,
      wish: wish(part),
      reply: (outcome) => outcomes.push([tab, outcome]),
      fail: (error) => {
        throw error;
      },
    });
  return {
    broker,
    calls,
    aborted,
    outcomes,
    ask,
    slow: (ms: number) => (leastMs = ms),
    failWith: (way: typeof problem) => (problem = way),
    scopes: () => calls.map(({ scope }) => scope),
  };
}

/** A tab that asks again each time it was told to, as the page's query does. */
function watchFrom({ ask, outcomes }: ReturnType<typeof brokering>, tab: string, scope: Scope) {
  let seen: number | undefined;
  let told = 0;
  ask(tab, { scope });
  return setInterval(() => {
    const own = outcomes.filter(([name]) => name === tab);
    const outcome = own.at(-1)?.[1];
    if (own.length === told || !outcome) return;
    const from = outcome.ok ? outcome.polled.waitFrom : outcome.failedAt;
    const ms = outcome.ok ? outcome.polled.nextInMs : outcome.nextInMs;
    if (ms === undefined || Date.now() < from + ms) return;
    told = own.length;
    if (outcome.ok) seen = outcome.polled.receivedAt;
    ask(tab, { scope, seen });
  }, 50);
}

describe("a shorter interval chosen in the middle of a long wait", () => {
  const after = async (ms: number, leastMs = 0) => {
    const { ask, calls, outcomes, slow } = brokering();
    slow(leastMs);
    ask("a", { intervalMs: 60_000 });
    await vi.advanceTimersByTimeAsync(LATENCY + ms);
    ask("a", { when: "new" });
    await vi.advanceTimersByTimeAsync(LATENCY);
    return { calls, left: outcomes.at(-1)?.[1] };
  };

  it("is over at once where it has passed already", async () => {
    expect((await after(10_000)).calls).toHaveLength(2);
  });

  it("is what is left of it else", async () => {
    const { calls, left } = await after(2_000);
    expect(calls).toHaveLength(1);
    expect(left).toMatchObject({ polled: { nextInMs: 3_500 } });
  });

  it("ends no sooner than a slow API bears", async () => {
    const { calls, left } = await after(10_000, 20_000);
    expect(calls).toHaveLength(1);
    expect(left).toMatchObject({ polled: { nextInMs: 10_000 } });
  });
});

describe("the wishes of all tabs", () => {
  it("are one call while it is under way", async () => {
    const { ask, calls, outcomes } = brokering();
    ask("a");
    ask("b");
    ask("c", { scope: ["x"] });
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(calls).toHaveLength(1);
    expect(outcomes.map(([tab, { ok }]) => [tab, ok])).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
    ]);
  });

  it("make one call an interval together, however many tabs there are and whatever they ask for", async () => {
    const broker = brokering();
    const timers = [
      watchFrom(broker, "a", ["x"]),
      watchFrom(broker, "b", ["y", "x"]),
      watchFrom(broker, "c", ["z"]),
    ];
    await vi.advanceTimersByTimeAsync(60_000);
    for (const timer of timers) clearInterval(timer);
    const waits = broker.calls.slice(1).map(({ at }, index) => at - (broker.calls[index]?.at ?? 0));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(INTERVAL - 250);
    expect(broker.calls.length).toBeGreaterThan(10);
    // Whoever came first asked for its own; from then on each call is for all.
    for (const { scope } of broker.calls.slice(1)) expect(new Set(scope)).toEqual(new Set(["x", "y", "z"]));
    for (const tab of ["a", "b", "c"]) {
      expect(broker.outcomes.filter(([name]) => name === tab).length).toBeGreaterThan(9);
    }
  });

  it("are answered by what is known while that is fresh, with what is left of the wait", async () => {
    const { ask, calls, outcomes } = brokering();
    ask("a");
    await vi.advanceTimersByTimeAsync(LATENCY + 2_000);
    ask("b", { scope: ["x"], when: "new" });
    expect(calls).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject(["b", { ok: true, polled: { nextInMs: INTERVAL - 2_000 } }]);
  });

  it("wait their turn for what no answer covers, unless a person changed what is asked for", async () => {
    const { ask, scopes } = brokering();
    ask("a", { scope: ["x"] });
    await vi.advanceTimersByTimeAsync(LATENCY);
    const stop = ask("b", { scope: ["y"] });
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(scopes()).toEqual([["x"]]);
    stop();
    ask("b", { scope: ["z"], when: "new" });
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(scopes()).toEqual([["x"], ["z", "x"]]);
  });

  it("of a person who wants an answer now are a call now", async () => {
    const { ask, calls } = brokering();
    ask("a");
    await vi.advanceTimersByTimeAsync(LATENCY);
    ask("a", { when: "now" });
    expect(calls).toHaveLength(2);
  });

  it("are hidden only when all of them are", async () => {
    const { ask, calls } = brokering();
    ask("a", { hidden: true });
    await vi.advanceTimersByTimeAsync(LATENCY);
    ask("b", { scope: ["x"], when: "now" });
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(calls.map(({ hidden }) => hidden)).toEqual([true, false]);
  });
});

describe("a wish that is taken back", () => {
  it("ends the call that nobody else waits for", async () => {
    const { ask, aborted, calls } = brokering();
    const stop = ask("a");
    stop();
    expect(aborted).toEqual(["all"]);
    ask("a", { scope: ["x"], when: "new" });
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(calls.map(({ scope }) => scope)).toEqual(["all", ["x"]]);
  });

  it("leaves the call to the others, also when its tab is gone", async () => {
    const { ask, broker, aborted, outcomes } = brokering();
    ask("a");
    ask("b");
    broker.leave("a");
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(aborted).toEqual([]);
    expect(outcomes.map(([tab]) => tab)).toEqual(["b"]);
  });

  it("that waited while the machine slept is asked for all the same, with the others", async () => {
    const { ask, outcomes, scopes } = brokering();
    ask("a", { scope: ["x"] });
    await vi.advanceTimersByTimeAsync(LATENCY);
    ask("b", { scope: ["y"] });
    vi.setSystemTime(Date.now() + 600_000);
    await vi.advanceTimersByTimeAsync(INTERVAL + LATENCY);
    expect(scopes().slice(1)).toEqual([["y"]]);
    expect(outcomes.at(-1)).toMatchObject(["b", { ok: true }]);
  });

  it("is not asked for any more once its tab has not asked for minutes", async () => {
    const { ask, scopes } = brokering();
    ask("gone", { scope: ["x"] });
    await vi.advanceTimersByTimeAsync(200_000);
    ask("a", { scope: ["y"] });
    await vi.advanceTimersByTimeAsync(LATENCY);
    expect(scopes()).toEqual([["x"], ["y"]]);
  });
});

describe("a failure", () => {
  it("is everybody's, and everybody waits after it", async () => {
    const { ask, calls, outcomes, failWith } = brokering();
    failWith(() => ({ kind: "network" }));
    ask("a");
    await vi.advanceTimersByTimeAsync(LATENCY + 4_000);
    ask("b", { scope: ["x"] });
    expect(calls).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject(["b", { ok: false, nextInMs: 6_000 }]);
    ask("a");
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6_000);
    ask("a");
    expect(calls).toHaveLength(2);
  });

  it("waits for no person", async () => {
    const { ask, broker, calls, failWith } = brokering();
    failWith(() => ({ kind: "network" }));
    ask("a");
    await vi.advanceTimersByTimeAsync(LATENCY);
    failWith(undefined);
    broker.endWait();
    ask("a", { when: "now" });
    expect(calls).toHaveLength(2);
  });

  it("that one tab's ids are to blame for does not stop the others", async () => {
    const { ask, outcomes, failWith, scopes } = brokering();
    failWith((scope) =>
      scope !== "all" && scope.includes("bad")
        ? { kind: "invalid_parameter", parameterName: "debugSessionIds", reason: "no" }
        : undefined,
    );
    ask("a", { scope: ["good"] });
    await vi.advanceTimersByTimeAsync(LATENCY);
    ask("b", { scope: ["bad"], when: "new" });
    ask("a", { scope: ["good"], when: "now" });
    await vi.advanceTimersByTimeAsync(10 * LATENCY);
    expect(scopes().slice(1)).toEqual([["bad", "good"], ["bad"], ["good"]]);
    expect(outcomes.slice(1).map(([tab, { ok }]) => [tab, ok])).toEqual([
      ["b", false],
      ["a", true],
    ]);
  });
});
