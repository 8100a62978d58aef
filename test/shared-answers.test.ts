/** What the page makes of answers that a gateway shares among its viewers, over real HTTP where that matters. */
import { DecthingsClient, type ClientOptions } from "@decthings/api-client";
import { encodeHttpResponse } from "@decthings/api-client/wire";
import { createGateway, serve } from "../packages/gateway/src/index.ts";
import { createSimulator, listen } from "@decthings-debug-dashboard/simulator";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createPoller } from "../src/api/poller.ts";
import { createWatch } from "../src/history/watch.ts";

const options = () => ({ signal: new AbortController().signal, intervalMs: 5_000, hidden: false });

type Clock = Pick<Parameters<typeof createPoller>[1], "now" | "ticks">;

/**
 * A clock by which polls are seconds apart, as they are for people: of answers that follow each other within a few ms, one may be
 * dated before the other while the difference of the clocks is still being learnt.
 */
function secondsApart(): Clock {
  let last = 0;
  return { now: () => (last = Math.max(last + 1_000, Date.now())), ticks: () => last };
}

/** A page's poller that tells what went over the wire. */
function page(client: ClientOptions, clock = secondsApart()) {
  const watch = createWatch();
  const headers: [string, string][] = [];
  const calls: { readonly sent: Headers; readonly status: number }[] = [];
  const send = client.fetch ?? fetch;
  const poller = createPoller(
    new DecthingsClient({
      ...client,
      extraHeaders: headers,
      async fetch(url, init) {
        const answer = await send(url, init);
        calls.push({ sent: new Headers(init?.headers), status: answer.status });
        return answer;
      },
    }),
    { watch, ...clock, headers, random: () => 0.5 },
  );
  return { watch, calls, ...poller };
}

const NOON = Date.UTC(2026, 2, 11, 12);

async function gateway() {
  // How many there are hangs on the instant: at this one they are six.
  const opened = Date.now();
  const simulator = createSimulator({
    sessions: 6,
    seed: 3,
    speed: 0,
    now: () => NOON + (Date.now() - opened),
  });
  const api = await listen(simulator, { port: 0, host: "127.0.0.1" });
  const served = await serve(createGateway({ mode: "gateway", apiKey: "k", upstream: api.url }), {
    port: 0,
    host: "127.0.0.1",
  });
  onTestFinished(async () => {
    await served.close();
    await api.close();
  });
  return { simulator, httpServerAddress: `${served.url}/v0` };
}

describe("an answer that did not change", () => {
  it("is not sent again, and counts as seen again", async () => {
    const { httpServerAddress } = await gateway();
    const { watch, calls, poll } = page({ httpServerAddress });
    await poll("all", options());
    const before = watch.known();
    expect(before.sessions.size).toBe(6);
    const outcome = await poll("all", options());
    expect(outcome).toMatchObject({ ok: true });
    expect(calls.map(({ status }) => status)).toEqual([200, 304]);
    const after = watch.known();
    for (const [id, session] of after.sessions)
      expect(session.session).toBe(before.sessions.get(id)?.session);
    expect(after.sessions.size).toBe(6);
    expect(after.latest?.receivedAt).toBeGreaterThan(before.latest?.receivedAt ?? 0);
    expect(after.latest?.unreadable).toEqual(before.latest?.unreadable);
  });

  it("is the same again after all that was known is forgotten, and for another scope", async () => {
    const { httpServerAddress } = await gateway();
    const { watch, calls, poll } = page({ httpServerAddress });
    await poll("all", options());
    const { sessions } = watch.known();
    watch.follow({ sessions: new Map(), watched: [], latest: undefined }, false);
    await poll([...sessions.keys(), "nobody"], options());
    expect(calls[1]?.status).toBe(304);
    expect([...watch.known().sessions.keys()].toSorted()).toEqual([...sessions.keys()].toSorted());
    expect(watch.known().latest?.missing).toEqual(["nobody"]);
  });

  it("is claimed of no call that bore no tag: to that a server says nothing of the sessions", async () => {
    const simulator = createSimulator({ sessions: 6, seed: 3, speed: 0 });
    const api = await listen(simulator, { port: 0, host: "127.0.0.1" });
    onTestFinished(() => api.close());
    const { watch, calls, poll } = page({ httpServerAddress: api.url });
    await poll("all", options());
    const before = watch.known();
    expect(before.sessions.size).toBeGreaterThan(0);
    simulator.setFaults({ status: 304 });
    const outcome = await poll("all", options());
    expect(calls.map(({ sent }) => sent.has("if-none-match"))).toEqual([false, false]);
    expect(outcome).toMatchObject({ ok: false, problem: { kind: "http", status: 304 } });
    expect(watch.known()).toBe(before);
  });

  it("is claimed by the gateway alone, and not by the API behind it", async () => {
    const { httpServerAddress, simulator } = await gateway();
    const { watch, calls, poll, endWait } = page({ httpServerAddress });
    await poll("all", options());
    const before = watch.known();
    simulator.setFaults({ status: 304 });
    endWait();
    const outcome = await poll("all", options());
    expect(calls[1]?.sent.has("if-none-match")).toBe(true);
    expect(outcome).toMatchObject({ ok: false, problem: { kind: "http", status: 502 } });
    expect(watch.known()).toBe(before);
  });

  it("is sent whole once it changes", async () => {
    const { httpServerAddress, simulator } = await gateway();
    const { watch, calls, poll, endWait } = page({ httpServerAddress });
    await poll("all", options());
    simulator.setFaults({ sessions: ["vanish-first"] });
    endWait();
    await poll("all", options());
    expect(calls.map(({ status }) => status)).toEqual([200, 200]);
    expect([...watch.known().sessions.values()].filter(({ ended }) => ended !== undefined)).toHaveLength(1);
  });
});

describe("an answer that the gateway had before", () => {
  const list = encodeHttpResponse({ result: { debugSessions: [] } });
  /** An answer with these headers, which took no time by the page's clock. */
  const answering = (headers: Record<string, string>) => ({
    httpServerAddress: "http://gateway.example/v0",
    fetch: () => Promise.resolve(new Response(list, { headers })),
  });

  it.each([
    ["no age", {}, 0, 0],
    ["its age in seconds", { age: "2" }, 2_000, 2_000],
    ["how much earlier it was asked for", { age: "1", "x-asked-earlier": "350" }, 1_350, 1_000],
    ["an age that is none", { age: "old" }, 0, 0],
  ])("is dated by %s", async (_, headers, sentMs, receivedMs) => {
    const { watch, poll } = page(answering(headers), { now: () => NOON });
    const outcome = await poll("all", options());
    expect(watch.known().latest).toMatchObject({ sentAt: NOON - sentMs, receivedAt: NOON - receivedMs });
    // What is older does not make the page ask sooner.
    expect(outcome).toMatchObject({ ok: true, polled: { waitFrom: NOON } });
  });

  it("is never dated before the answer it follows", async () => {
    let at = NOON;
    const headers: Record<string, string> = {};
    const { watch, poll } = page(
      { ...answering({}), fetch: () => Promise.resolve(new Response(list, { headers })) },
      { now: () => at },
    );
    await poll("all", options());
    at += 1_000;
    headers["age"] = "2";
    await poll("all", options());
    expect(watch.known().latest?.sentAt).toBe(NOON);
    expect(watch.known().latest?.aheadMs ?? 0).toBe(0);
  });
});

describe("an answer of a moment ago", () => {
  it("does for a page that has an older one, and not for a page that has none", async () => {
    let at = 0;
    vi.spyOn(performance, "now").mockImplementation(() => at);
    onTestFinished(() => void vi.restoreAllMocks());
    const { httpServerAddress, simulator } = await gateway();
    const [watching, opened] = [page({ httpServerAddress }), page({ httpServerAddress })];
    await watching.poll("all", options());
    at += 3_999;
    await watching.poll("all", options());
    expect(watching.calls.map(({ sent }) => sent.get("cache-control"))).toEqual([null, "max-age=4"]);
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
    await opened.poll("all", options());
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 2 });
  });
});

describe("too many requests, remembered by the gateway", () => {
  it("are asked through once when a person tries again", async () => {
    const { httpServerAddress, simulator } = await gateway();
    simulator.setFaults({ error: "too_many_requests", retryAfterSeconds: 50 });
    const first = page({ httpServerAddress });
    const second = page({ httpServerAddress });
    expect(await first.poll("all", options())).toMatchObject({ problem: { kind: "too_many_requests" } });
    simulator.setFaults({});
    expect(await second.poll("all", options())).toMatchObject({
      ok: false,
      problem: { kind: "too_many_requests" },
      nextInMs: expect.closeTo(50_000, -4.5) as number,
    });
    second.endWait();
    expect(await second.poll("all", options())).toMatchObject({ ok: true });
    await second.poll("all", options());
    expect(second.calls.map(({ sent }) => sent.get("x-try-again"))).toEqual([null, "1", null]);
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 2 });
  });
});
