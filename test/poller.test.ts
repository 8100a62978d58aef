import { DecthingsClient } from "@decthings/api-client";
import { createSimulator, listen, type Faults } from "@decthings-debug-dashboard/simulator";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPoller } from "../src/api/poller.ts";
import { createWatch } from "../src/history/watch.ts";
import type { Outcome } from "../src/api/observer/orders.ts";
import type { Problem } from "../src/api/problem.ts";

/** The world stands still: what it holds hangs on no clock. */
const NOON = Date.UTC(2026, 2, 11, 12);
const simulator = createSimulator({ scenario: "default", sessions: 5, seed: 7, now: () => NOON });
let address = "";
let stop = async () => {};

beforeAll(async () => {
  const server = await listen(simulator, { port: 0, host: "127.0.0.1" });
  address = server.url;
  stop = () => server.close();
});
beforeEach(() => simulator.setFaults({}));
afterAll(() => stop());

const INTERVAL = 5_000;
const options = () => ({ signal: new AbortController().signal, intervalMs: INTERVAL, hidden: false });
function poller(now = () => Date.now()) {
  const watch = createWatch();
  const client = new DecthingsClient({ httpServerAddress: address, apiKey: "test-key" });
  return { watch, ...createPoller(client, { watch, now, random: () => 0.5 }) };
}

type Failure = Extract<Outcome, { ok: false }>;

async function failure(poll: Promise<Outcome>): Promise<Failure> {
  const outcome = await poll;
  if (outcome.ok) throw new Error("expected a failure");
  return outcome;
}

async function success(poll: Promise<Outcome>) {
  const outcome = await poll;
  if (!outcome.ok) throw new Error(`expected an answer, got ${outcome.problem.kind}`);
  return outcome.polled;
}

describe("one poll of a living API", () => {
  it("folds the answer into what is known and says when the next is due", async () => {
    const { watch, poll } = poller();
    const polled = await success(poll("all", options()));
    expect(polled.nextInMs).toBe(INTERVAL);
    const plain = await new DecthingsClient({ httpServerAddress: address }).debug.getDebugSessions();
    const ids = plain.result?.debugSessions.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(1);
    expect([...watch.known().sessions.keys()].toSorted()).toEqual(ids.toSorted());
    expect(watch.known().latest).toMatchObject({
      sentAt: polled.sentAt,
      receivedAt: polled.receivedAt,
      scope: "all",
    });
  });

  it("asks for the ids of its scope and names those that are not returned", async () => {
    const { watch, poll } = poller();
    await poll("all", options());
    const [first = ""] = watch.known().sessions.keys();
    await poll([first, "nobody"], options());
    expect(watch.known().latest?.missing).toEqual(["nobody"]);
    expect([...watch.known().sessions.values()].every(({ ended }) => ended === undefined)).toBe(true);
  });

  it("rejects with the reason of its signal when it is cancelled, and counts no failure", async () => {
    simulator.setFaults({ hang: true });
    const { poll } = poller();
    const controller = new AbortController();
    const call = poll("all", { ...options(), signal: controller.signal });
    controller.abort(new Error("stale"));
    await expect(call).rejects.toThrow("stale");
    simulator.setFaults({});
    expect((await success(poll("all", options()))).nextInMs).toBe(INTERVAL);
  });
});

describe("a computer's clock that is set while the page watches", () => {
  const HOUR = 3_600_000;

  it.each([HOUR, 72 * HOUR])("ahead by %i ms dates the next answer rightly, and makes no gap", async (ms) => {
    let ahead = 0;
    const { watch, poll, aheadMs } = poller(() => Date.now() + ahead);
    const before = await success(poll("all", options()));
    const correction = aheadMs();
    ahead = ms;
    const after = await success(poll("all", options()));
    // A date is cut to its second.
    expect(after.sentAt).toBeGreaterThan(before.sentAt);
    expect(after.sentAt - before.sentAt).toBeLessThan(5_000);
    expect(Math.abs(aheadMs() - (correction - ms))).toBeLessThan(5_000);
    expect(watch.known().watched).toHaveLength(1);
  });

  it("back counts no answer for older than the one before", async () => {
    let ahead = HOUR;
    let latest = 0;
    // As `steadyClock` has it: the time that the page goes by never goes back.
    const { watch, poll } = poller(() => (latest = Math.max(latest, Date.now() + ahead)));
    const before = await success(poll("all", options()));
    ahead = 0;
    const after = await success(poll("all", options()));
    expect(after.sentAt).toBeGreaterThan(before.sentAt);
    expect(after.sentAt - before.sentAt).toBeLessThan(5_000);
    expect(watch.known().watched).toHaveLength(1);
  });
});

describe("a poll that fails", () => {
  it.each<[string, Faults, Problem, number | undefined]>([
    ["a rejected key", { error: "bad_credentials" }, { kind: "bad_credentials" }, undefined],
    ["too many requests", { error: "too_many_requests" }, { kind: "too_many_requests" }, 60_000],
    [
      "too many requests with a time to wait",
      { error: "too_many_requests", status: 429, retryAfterSeconds: 7 },
      { kind: "too_many_requests" },
      7_500,
    ],
    [
      "a bare 429",
      { status: 429, body: "html", retryAfterSeconds: 20 },
      { kind: "too_many_requests" },
      20_000,
    ],
    ["a bill to pay", { error: "payment_required" }, { kind: "payment_required" }, 300_000],
    ["an unknown error", { error: "unknown" }, { kind: "api", code: "unknown" }, 7_500],
    ["an error of tomorrow", { error: "out_of_cheese" }, { kind: "api", code: "out_of_cheese" }, 7_500],
    ["a bad gateway", { status: 502, body: "html" }, { kind: "http", status: 502 }, 7_500],
    ["a dropped connection", { reset: "before-headers" }, { kind: "network" }, 7_500],
    ["a connection dropped half way", { reset: "mid-body" }, { kind: "network" }, 7_500],
  ])("keeps the type of %s", async (_, faults, problem, nextInMs) => {
    simulator.setFaults(faults);
    const error = await failure(poller().poll("all", options()));
    expect(error.problem).toEqual(problem);
    expect(error.nextInMs).toBe(nextInMs);
  });

  it.each<[string, Faults]>([
    ["a truncated frame", { frame: "truncated" }],
    ["a length beyond the body", { frame: "oversized-length" }],
    ["broken JSON", { frame: "malformed-json" }],
    ["no envelope", { frame: "no-envelope" }],
    ["an empty body", { frame: "empty" }],
  ])("calls %s undecodable", async (_, faults) => {
    simulator.setFaults(faults);
    expect((await failure(poller().poll("all", options()))).problem.kind).toBe("undecodable");
  });

  it("names the parameter that was refused", async () => {
    simulator.setFaults({ error: "invalid_parameter" });
    const { problem, nextInMs } = await failure(poller().poll("all", options()));
    expect(problem).toMatchObject({ kind: "invalid_parameter", parameterName: "debugSessionIds" });
    expect(nextInMs).toBeUndefined();
  });

  it("keeps what was known", async () => {
    const { watch, poll } = poller();
    await poll("all", options());
    const before = watch.known();
    simulator.setFaults({ status: 500 });
    await failure(poll("all", options()));
    expect(watch.known()).toBe(before);
  });

  it("backs off further each time, and forgets its failures after two successes", async () => {
    const { poll } = poller();
    simulator.setFaults({ status: 500 });
    const waits = [await failure(poll("all", options())), await failure(poll("all", options()))];
    expect(waits.map(({ nextInMs }) => nextInMs)).toEqual([7_500, 15_000]);
    simulator.setFaults({});
    await poll("all", options());
    await poll("all", options());
    simulator.setFaults({ status: 500 });
    expect((await failure(poll("all", options()))).nextInMs).toBe(7_500);
  });
});

describe("a refusal of the whole connection", () => {
  const calls = () => simulator.stats().calls["Debug/getDebugSessions"] ?? 0;

  it("holds for every scope, without another call, until a person tries again", async () => {
    const { poll, endWait } = poller();
    simulator.setFaults({ error: "bad_credentials" });
    await failure(poll("all", options()));
    simulator.setFaults({});
    const before = calls();
    expect((await failure(poll(["other"], options()))).problem.kind).toBe("bad_credentials");
    expect(calls()).toBe(before);
    endWait();
    await poll(["other"], options());
    expect(calls()).toBe(before + 1);
  });

  it("passes on what is left of a wait", async () => {
    const { poll } = poller();
    simulator.setFaults({ error: "too_many_requests" });
    const first = await failure(poll("all", options()));
    const second = await failure(poll(["other"], options()));
    const until = ({ failedAt, nextInMs = 0 }: Failure) => failedAt + nextInMs;
    expect(until(second)).toBe(until(first));
  });

  it("is not made by a refused parameter: another scope may be fine", async () => {
    const { poll } = poller();
    simulator.setFaults({ error: "invalid_parameter" });
    await failure(poll(["bad"], options()));
    simulator.setFaults({});
    expect((await success(poll("all", options()))).nextInMs).toBe(INTERVAL);
  });
});
