import { createSimulator } from "@decthings-debug-dashboard/simulator";
import { encodeHttpResponse } from "@decthings/api-client/wire";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { call, startGateway, startUpstream } from "../test/support.ts";
import {
  AGAIN_MS,
  ANSWER_MS,
  createSharedCalls,
  decide,
  ERROR_MS,
  OLDEST_ANSWER_MS,
  HOLD_MS,
  keptFor,
  LONGEST_HOLD_MS,
  type Verdict,
} from "./shared-calls.ts";

describe("how long an answer speaks for those who come later", () => {
  it.each([
    ["ok", undefined, ANSWER_MS],
    ["ok", 9_000, ANSWER_MS],
    ["error", undefined, ERROR_MS],
    ["error", 9_000, ERROR_MS],
    ["too_many_requests", 9_000, 9_000],
    ["too_many_requests", 0, ERROR_MS],
    ["too_many_requests", undefined, HOLD_MS],
    ["too_many_requests", 10 ** 9, LONGEST_HOLD_MS],
  ] as const)("%s that asks to wait %s ms: %i ms", (verdict, retryAfterMs, ms) => {
    expect(keptFor(verdict, retryAfterMs)).toBe(ms);
  });
});

describe("what a viewer gets", () => {
  const at = { now: 10_000, isAgain: false, maxAgeMs: 0, againAt: undefined };
  const kept = (keptUntil: number, verdict: Verdict = "ok") => ({ keptUntil, verdict });
  const underWay = { keptUntil: undefined, verdict: undefined };
  /** So much over its time. */
  const old = (ms: number, verdict?: Verdict) => kept(at.now - ms, verdict);
  it.each([
    ["a call of its own where nothing is there", undefined, at, "call"],
    ["the call under way", underWay, at, "join"],
    ["the call under way, a person too", underWay, { ...at, isAgain: true }, "join"],
    ["what is kept", kept(10_001), at, "keep"],
    ["a call of its own once that is over", kept(10_000), at, "call"],
    [
      "a call of its own for a person who asks again",
      kept(90_000, "too_many_requests"),
      { ...at, isAgain: true },
      "call",
    ],
    [
      "what is kept for a person who asked a moment ago",
      kept(90_000, "too_many_requests"),
      { ...at, isAgain: true, againAt: 10_001 - AGAIN_MS },
      "keep",
    ],
    [
      "a call of its own for a person who waited",
      kept(90_000, "too_many_requests"),
      { ...at, isAgain: true, againAt: 10_000 - AGAIN_MS },
      "call",
    ],
    ["what is older, where it takes that", old(1_999), { ...at, maxAgeMs: 4_000 }, "keep"],
    ["a call of its own where that is too old", old(2_000), { ...at, maxAgeMs: 4_000 }, "call"],
    ["nothing that is four seconds old, whatever it takes", old(2_000), { ...at, maxAgeMs: 60_000 }, "call"],
    ["what is kept, though it wants a newer one", kept(10_001), { ...at, maxAgeMs: 1_000 }, "keep"],
    ["no failure longer than others", old(0, "error"), { ...at, maxAgeMs: 4_000 }, "call"],
    [
      "a call of its own for a person, whatever the page takes",
      old(1_000),
      { ...at, isAgain: true, maxAgeMs: 4_000 },
      "call",
    ],
  ] as const)("is %s", (_, standing, asked, expected) => {
    expect(decide(standing, asked)).toBe(expected);
  });
});

describe("calls that are shared", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  interface Made {
    readonly answer: (verdict: Verdict, retryAfterMs?: number) => Promise<void>;
    readonly fail: () => Promise<void>;
    readonly signal: AbortSignal;
  }
  interface Said {
    readonly verdict: Verdict;
    readonly retryAfterMs: number | undefined;
  }

  function start(most = 9) {
    const made: Made[] = [];
    const shared = createSharedCalls<Said>({ judge: (said) => said, now: () => Date.now(), most });
    const ask = (what: string, { group = "list", isAgain = false, maxAgeMs = 0 } = {}) =>
      shared.ask(group, what, {
        isAgain,
        maxAgeMs,
        call: (signal) =>
          new Promise((resolve, reject) => {
            made.push({
              signal,
              async fail() {
                reject(new Error("no answer"));
                await vi.advanceTimersByTimeAsync(0);
              },
              async answer(verdict, retryAfterMs) {
                resolve({ verdict, retryAfterMs });
                await vi.advanceTimersByTimeAsync(0);
              },
            });
          }),
      });
    return { ask, made };
  }

  it("are one call for all who ask the same meanwhile, and one each for what differs", async () => {
    const { ask, made } = start();
    const all = [ask("a"), ask("a"), ask("b"), ask("a", { group: "status" })];
    expect(made).toHaveLength(3);
    for (const one of made) await one.answer("ok");
    const answers = await Promise.all(all.map(async (one) => one?.answer));
    expect(answers.map((one) => one?.from)).toEqual(["call", "join", "call", "call"]);
  });

  it("answer for two seconds, with the times of the call itself", async () => {
    const { ask, made } = start();
    const sentAt = Date.now();
    const first = ask("a");
    await vi.advanceTimersByTimeAsync(300);
    await made[0]?.answer("ok");
    await first?.answer;
    await vi.advanceTimersByTimeAsync(ANSWER_MS - 1);
    expect(await ask("a")?.answer).toMatchObject({ sentAt, receivedAt: sentAt + 300, from: "keep" });
    await vi.advanceTimersByTimeAsync(1);
    ask("a");
    expect(made).toHaveLength(2);
  });

  it("answer for up to four seconds who takes an older answer, and who does not gets a newer one", async () => {
    const { ask, made } = start();
    ask("a");
    await made[0]?.answer("ok");
    await vi.advanceTimersByTimeAsync(3_999);
    expect((await ask("a", { maxAgeMs: 4_000 })?.answer)?.from).toBe("keep");
    ask("a");
    expect(made).toHaveLength(2);
    await made[1]?.answer("ok");
    await vi.advanceTimersByTimeAsync(4_000);
    ask("a", { maxAgeMs: 60_000 });
    expect(made).toHaveLength(3);
  });

  it("keep nobody waiting for a newer answer who takes an older one, for as long as that does", async () => {
    const { ask, made } = start();
    const receivedAt = Date.now();
    ask("a");
    await made[0]?.answer("ok");
    await vi.advanceTimersByTimeAsync(4_000);
    const takesOlder = { maxAgeMs: 4_000 };
    expect(await ask("a", takesOlder)?.answer).toMatchObject({ receivedAt, from: "keep" });
    expect(made).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(OLDEST_ANSWER_MS - 4_001);
    expect(await ask("a", takesOlder)?.answer).toMatchObject({ receivedAt, from: "keep" });
    const waiting = [ask("a"), ask("a", { ...takesOlder, isAgain: true })];
    await vi.advanceTimersByTimeAsync(1);
    waiting.push(ask("a", takesOlder));
    expect(made).toHaveLength(2);
    await made[1]?.answer("error");
    for (const one of waiting)
      expect(await one?.answer).toMatchObject({ from: "join", answer: { verdict: "error" } });
    expect((await ask("a", takesOlder)?.answer)?.answer.verdict).toBe("error");
  });

  it("are made by who takes an answer too old for it, and waits", async () => {
    const { ask, made } = start();
    ask("a");
    await made[0]?.answer("ok");
    await vi.advanceTimersByTimeAsync(OLDEST_ANSWER_MS);
    const asked = ask("a", { maxAgeMs: 4_000 });
    await made[1]?.answer("ok");
    expect((await asked?.answer)?.from).toBe("call");
  });

  it("that nobody waits for go on, whoever joined them leaves, and may fail", async () => {
    const { ask, made } = start();
    ask("a");
    await made[0]?.answer("ok");
    await vi.advanceTimersByTimeAsync(4_000);
    ask("a", { maxAgeMs: 4_000 })?.leave();
    const joined = ask("a");
    joined?.leave();
    expect(made[1]?.signal.aborted).toBe(false);
    await Promise.all([expect(joined?.answer).rejects.toThrow("no answer"), made[1]?.fail()]);
    ask("a");
    expect(made).toHaveLength(3);
  });

  it("that were refused for too many hold all of their method until it may be tried again", async () => {
    const { ask, made } = start();
    ask("a");
    await made[0]?.answer("too_many_requests", 30_000);
    await vi.advanceTimersByTimeAsync(29_999);
    expect((await ask("other")?.answer)?.from).toBe("keep");
    ask("a", { group: "status" });
    expect(made).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    ask("other");
    expect(made).toHaveLength(3);
  });

  it("go through a refusal when a person tries again, once in five seconds, and a success ends it for all", async () => {
    const { ask, made } = start();
    ask("a");
    await made[0]?.answer("too_many_requests", 60_000);
    ask("a", { isAgain: true });
    expect(made).toHaveLength(2);
    await made[1]?.answer("too_many_requests", 60_000);
    await vi.advanceTimersByTimeAsync(AGAIN_MS - 1);
    expect((await ask("a", { isAgain: true })?.answer)?.from).toBe("keep");
    await vi.advanceTimersByTimeAsync(1);
    ask("a", { isAgain: true });
    expect(made).toHaveLength(3);
    await made[2]?.answer("ok");
    ask("b");
    expect(made).toHaveLength(4);
  });

  it("made before a refusal say nothing against it, however late they are answered", async () => {
    const { ask, made } = start();
    ask("slow");
    await vi.advanceTimersByTimeAsync(10);
    ask("a");
    await vi.advanceTimersByTimeAsync(10);
    await made[1]?.answer("too_many_requests", 60_000);
    await vi.advanceTimersByTimeAsync(10);
    await made[0]?.answer("ok");
    const answered = await ask("b")?.answer;
    expect([answered?.from, answered?.answer.verdict]).toEqual(["keep", "too_many_requests"]);
    expect(made).toHaveLength(2);
  });

  it("that failed otherwise are not made again for a second", async () => {
    const { ask, made } = start();
    ask("a");
    await made[0]?.answer("error");
    await vi.advanceTimersByTimeAsync(ERROR_MS - 1);
    expect((await ask("a")?.answer)?.from).toBe("keep");
    await vi.advanceTimersByTimeAsync(1);
    ask("a");
    expect(made).toHaveLength(2);
  });

  it("go on when a viewer leaves, and are given up with the last one", async () => {
    const { ask, made } = start();
    const [first, second] = [ask("a"), ask("a")];
    first?.leave();
    first?.leave();
    expect(made[0]?.signal.aborted).toBe(false);
    second?.leave();
    expect(made[0]?.signal.aborted).toBe(true);
    ask("a");
    expect(made).toHaveLength(2);
  });

  it("given up speak for nobody, whatever came of them", async () => {
    const { ask, made } = start();
    ask("a")?.leave();
    const asked = ask("a");
    await made[0]?.answer("too_many_requests");
    await made[1]?.answer("ok");
    expect((await asked?.answer)?.answer.verdict).toBe("ok");
    expect((await ask("a")?.answer)?.answer.verdict).toBe("ok");
  });

  it("are not made while too many are under way", async () => {
    const { ask, made } = start(2);
    ask("a");
    ask("b");
    expect(ask("c")).toBeUndefined();
    expect((await Promise.all([made[0]?.answer("ok"), ask("a")?.answer]))[1]?.from).toBe("join");
    expect(ask("c")).toBeDefined();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await ask("a", { maxAgeMs: 4_000 })?.answer).toMatchObject({ from: "keep" });
    expect(ask("a")).toBeUndefined();
    expect(made).toHaveLength(3);
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const heap = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

describe("a gateway with many viewers", { timeout: 60_000 }, () => {
  it("makes the calls of one for 200 of them, and its memory stays flat", async () => {
    const simulator = createSimulator({ sessions: 40, speed: 0 });
    const upstream = await startUpstream((req, res) => void simulator.handle(req, res));
    const { url } = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    const poll = async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, async () => {
          const answer = await call(url, { headers: { "accept-encoding": "br" } });
          return [answer.status, (await answer.arrayBuffer()).byteLength];
        }),
      );
      expect(new Set(answers.map(String)).size).toBe(1);
    };
    await poll();
    const before = heap();
    const calls = upstream.requests.length;
    const started = performance.now();
    for (let round = 0; round < 3; round += 1) await poll();
    // One viewer that asked without a pause would have made one call each time that an answer was two seconds old.
    const most = 1 + Math.ceil((performance.now() - started) / ANSWER_MS);
    expect(upstream.requests.length - calls).toBeLessThanOrEqual(most);
    expect(heap() - before).toBeLessThan(20 * 1024 * 1024);
    await simulator.close();
  });

  it("remembers for all of them that there were too many requests, and says when to come back", async () => {
    let refuses = true;
    const upstream = await startUpstream((_, res) => {
      if (!refuses) return void res.end(encodeHttpResponse({ result: { debugSessions: [] } }));
      res.setHeader("retry-after", "40");
      return void res.end(encodeHttpResponse({ error: { code: "too_many_requests" } }));
    });
    const { url } = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    const body = async (init?: RequestInit) => (await call(url, init)).text();
    const refused = await body();
    const held = await call(url, { body: new Uint8Array([0, 3, 0x7b, 0x7d, 0x20]) });
    expect(await held.text()).toBe(refused);
    expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(held.headers.get("retry-after"))).toBeLessThanOrEqual(40);
    expect(upstream.requests).toHaveLength(1);

    refuses = false;
    expect(await body({ headers: { "x-try-again": "1" } })).not.toBe(refused);
    expect(await body()).not.toBe(refused);
    expect(upstream.requests).toHaveLength(2);
    expect(upstream.requests[1]?.headers["x-try-again"]).toBeUndefined();
  });

  it("tells how old a shared answer is, and how much earlier it was asked for", async () => {
    let answer = () => {};
    const upstream = await startUpstream((_, res) => (answer = () => void res.end("frame")));
    const { url } = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    const first = call(url);
    await vi.waitFor(() => expect(upstream.requests).toHaveLength(1));
    const second = call(url);
    await vi.waitFor(async () => expect(await metric(url, "viewers")).toBe(2));
    answer();
    const heard = [await first, await second, await call(url)].map(({ headers }) => headers);
    expect(heard.map((headers) => headers.get("age"))).toEqual([null, "0", "0"]);
    expect(heard[0]?.get("x-asked-earlier")).toBeNull();
    for (const headers of heard.slice(1)) {
      expect(Number(headers.get("x-asked-earlier"))).toBeGreaterThan(0);
    }
    expect(upstream.requests).toHaveLength(1);
  });

  it("keeps the call of a viewer that leaves for those who joined it", async () => {
    let answer = () => {};
    const upstream = await startUpstream((_, res) => (answer = () => void res.end("frame")));
    const { url } = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    const leaving = new AbortController();
    const first = call(url, { signal: leaving.signal });
    const second = call(url);
    await vi.waitFor(async () => expect(await metric(url, "viewers")).toBe(2));
    leaving.abort(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    await vi.waitFor(async () => expect(await metric(url, "viewers")).toBe(1));
    answer();
    expect(await (await second).text()).toBe("frame");
    expect(upstream.requests).toHaveLength(1);
  });
});

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^decthings_gateway_${name} (\\S+)$`, "m").exec(text)?.[1]);
}
