import { DecodeError, HttpStatusError, NetworkError, TimeoutError } from "@decthings/api-client";
import { decodeHttpResponse } from "@decthings/api-client/wire";
import { describe, expect, it } from "vitest";
import type { Faults } from "./faults.ts";
import { NOON, PATIENTLY, resultOf, running } from "../test/running.ts";

/** The request `{}`. */
const EMPTY_OBJECT = Uint8Array.of(0, 2, 0x7b, 0x7d);

/** A call to a server with these faults: what the client makes of it. */
async function outcome(faults: Faults, timeoutMs = 5000): Promise<unknown> {
  const { client } = await running({ faults, sessions: 3 });
  return client.debug.getDebugSessions({}, { timeoutMs }).catch((error: unknown) => error);
}

/** The same call as a bare response. */
async function response(faults: Faults): Promise<{ head: Response; bytes: Uint8Array }> {
  const { url } = await running({ faults, sessions: 3 });
  const head = await fetch(`${url}/Debug/getDebugSessions`, {
    method: "POST",
    body: EMPTY_OBJECT,
  });
  return { head, bytes: new Uint8Array(await head.arrayBuffer()) };
}

describe("a fault", () => {
  it("latencyMs delays the answer", async () => {
    const before = performance.now();
    expect(await outcome({ latencyMs: 60 })).toHaveProperty("result");
    expect(performance.now() - before).toBeGreaterThanOrEqual(59);
  });

  it("hang never answers", async () => {
    expect(await outcome({ hang: true }, 60)).toBeInstanceOf(TimeoutError);
  });

  it("dripBytesPerSecond sends the body slowly: the headers come, the end does not", async () => {
    const { url, simulator } = await running({ faults: { dripBytesPerSecond: 50 } });
    const head = await fetch(`${url}/Debug/getDebugSessions`, {
      method: "POST",
      body: EMPTY_OBJECT,
    });
    const reader = head.body?.getReader();
    const piece = await reader?.read();
    expect(piece?.value).toHaveLength(5);
    expect(simulator.stats().inFlight).toBe(1);
    await reader?.cancel();
    await expect.poll(() => simulator.stats(), PATIENTLY).toMatchObject({ inFlight: 0, aborted: 1 });
  });

  it("dripBytesPerSecond at a high rate still sends the whole body", async () => {
    const { head, bytes } = await response({ dripBytesPerSecond: 1e6 });
    expect(bytes).toHaveLength(Number(head.headers.get("content-length")));
    expect(decodeHttpResponse(bytes).body).toHaveProperty("result.debugSessions");
  });

  it.each(["before-headers", "mid-body"] as const)("reset %s breaks the connection", async (reset) => {
    expect(await outcome({ reset })).toBeInstanceOf(NetworkError);
  });

  it("reset mid-body comes after the headers and part of the body", async () => {
    const { url } = await running({ faults: { reset: "mid-body" } });
    const head = await fetch(`${url}/Debug/getDebugSessions`, {
      method: "POST",
      body: EMPTY_OBJECT,
    });
    expect(head.status).toBe(200);
    await expect(head.arrayBuffer()).rejects.toBeInstanceOf(Error);
  });

  it("reset mid-body breaks the connection also where there is no body", async () => {
    const { url } = await running({ faults: { reset: "mid-body", status: 503, body: "empty" } });
    const head = await fetch(`${url}/Debug/getDebugSessions`, { method: "POST", body: EMPTY_OBJECT });
    expect(head.status).toBe(503);
  });

  it.each([
    [{ status: 500 }, 500, undefined],
    [{ status: 502, body: "html" }, 502, undefined],
    [{ status: 429 }, 429, undefined],
    [{ status: 429, retryAfterSeconds: 7 }, 429, 7000],
    [{ status: 503, body: "html", retryAfterSeconds: 120 }, 503, 120_000],
  ] as const)("%j is an HTTP error to the client", async (faults, status, retryAfterMs) => {
    const error = await outcome(faults);
    expect(error instanceof HttpStatusError && [error.status, error.retryAfterMs]).toEqual([
      status,
      retryAfterMs,
    ]);
  });

  it("body html is a page, as a proxy sends it, even with status 200", async () => {
    const { head, bytes } = await response({ status: 502, body: "html" });
    expect(head.headers.get("content-type")).toBe("text/html");
    expect(new TextDecoder().decode(bytes)).toContain("<h1>502</h1>");
    expect(await outcome({ body: "html" })).toBeInstanceOf(DecodeError);
  });

  it("status with body frame carries the typed error that fits the status", async () => {
    expect(await outcome({ status: 402, body: "frame" })).toEqual({ error: { code: "payment_required" } });
    expect(await outcome({ status: 500, body: "frame" })).toEqual({ error: { code: "unknown" } });
    expect((await response({ status: 402, body: "frame" })).head.status).toBe(402);
  });

  it.each(["bad_credentials", "too_many_requests", "payment_required", "unknown", "some_future_code"])(
    "error %s is a typed error with status 200",
    async (error) => {
      expect(await outcome({ error })).toEqual({ error: { code: error } });
      expect((await response({ error })).head.status).toBe(200);
    },
  );

  it("error invalid_parameter has a name and a reason, and a status may go with an error", async () => {
    expect(await outcome({ error: "invalid_parameter", status: 400 })).toEqual({
      error: { code: "invalid_parameter", parameterName: "debugSessionIds", reason: "refused by a fault" },
    });
  });

  it.each(["truncated", "oversized-length", "malformed-json", "no-envelope", "empty"] as const)(
    "frame %s cannot be decoded",
    async (frame) => {
      expect(await outcome({ frame })).toBeInstanceOf(DecodeError);
    },
  );

  it("contentType replaces the true one and leaves the body alone", async () => {
    const { head, bytes } = await response({ contentType: "application/json" });
    expect(head.headers.get("content-type")).toBe("application/json");
    expect(decodeHttpResponse(bytes).body).toHaveProperty("result");
  });

  it("clockSkewMs moves the Date header and the sessions together", async () => {
    const { head, bytes } = await response({ clockSkewMs: 7_200_000 });
    expect(head.headers.get("date")).toBe(new Date(NOON + 7_200_000).toUTCString());
    const { client } = await running({ now: () => NOON + 7_200_000, sessions: 3 });
    const there = resultOf(await client.debug.getDebugSessions()).debugSessions.map(({ id }) => id);
    expect(JSON.stringify(decodeHttpResponse(bytes).body)).toContain(there[0]);
  });

  it("combines with others, concerns only its methods, and ends after its times", async () => {
    const { client } = await running({
      faults: { latencyMs: 1, error: "too_many_requests", methods: ["getDebugSessions"], times: 2 },
    });
    expect((await client.persistentLauncher.getPersistentLaunchers()).error).toBeUndefined();
    expect((await client.debug.getDebugSessions()).error).toEqual({ code: "too_many_requests" });
    expect((await client.debug.getDebugSessions()).error).toEqual({ code: "too_many_requests" });
    expect((await client.debug.getDebugSessions()).error).toBeUndefined();
  });
});

describe("a fault of the session list", () => {
  const listWith = async (...sessions: NonNullable<Faults["sessions"]>) => {
    const { client } = await running({ faults: { sessions } });
    return resultOf(await client.debug.getDebugSessions());
  };

  it("unreadable spoils one session and no other", async () => {
    const whole = await listWith();
    const { debugSessions, unreadable } = await listWith("unreadable");
    expect(unreadable).toMatchObject([{ index: 1, id: whole.debugSessions[1]?.id }]);
    expect(debugSessions).toEqual(whole.debugSessions.filter((_, index) => index !== 1));
  });

  it("deep nests one session without end, and no other", async () => {
    const whole = await listWith();
    const { debugSessions, unreadable } = await listWith("deep");
    expect(unreadable).toEqual([]);
    expect(debugSessions.map((session) => "note" in session)).toEqual(
      whole.debugSessions.map((_, index) => index === 1),
    );
  });

  it("duplicates repeats the first at the end", async () => {
    const ids = (await listWith("duplicates")).debugSessions.map(({ id }) => id);
    expect(ids.at(-1)).toBe(ids[0]);
    expect(new Set(ids).size).toBe(ids.length - 1);
  });

  it("crowded gives ten thousand trainings to the session that began first", async () => {
    const { debugSessions } = await listWith("crowded");
    const first = debugSessions.toSorted((a, b) => a.startedAt - b.startedAt)[0];
    expect(first?.trainingSessions).toHaveLength(10_000);
    expect(new Set(first?.trainingSessions.map(({ id }) => id)).size).toBe(10_000);
    expect(debugSessions.filter(({ trainingSessions }) => trainingSessions.length > 1_000)).toHaveLength(1);
  });

  it("reordered turns the list round, and vanish-first drops the first", async () => {
    const { debugSessions } = await listWith();
    expect((await listWith("reordered")).debugSessions).toEqual(debugSessions.toReversed());
    expect((await listWith("vanish-first")).debugSessions).toEqual(debugSessions.slice(1));
  });

  it("legacy-parameters gives single objects and initializeWeights, which the client still reads", async () => {
    const { bytes } = await response({ sessions: ["legacy-parameters"] });
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('"initializeWeights":{"name":');
    expect(text).not.toContain("createState");
    const { debugSessions, unreadable } = await listWith("legacy-parameters");
    expect(unreadable).toEqual([]);
    expect(debugSessions.every(({ parameterDefinitions: { createState } }) => createState.length === 1)).toBe(
      true,
    );
  });

  it("no-location, unknown-location and unknown-state are read as what they are", async () => {
    expect(
      (await listWith("no-location")).debugSessions.every(
        (session) => session.executionLocation === undefined,
      ),
    ).toBe(true);
    expect(
      (await listWith("unknown-location")).debugSessions.every(
        (session) => session.executionLocation?.type === "edgeDevice",
      ),
    ).toBe(true);
    const states = (await listWith("unknown-state")).debugSessions.map(
      ({ trainingSessions }) => trainingSessions.at(-1)?.state,
    );
    expect(new Set(states)).toEqual(new Set(["paused", undefined]));
  });

  it("survives an empty list", async () => {
    const { client } = await running({
      scenario: "empty",
      faults: { sessions: ["unreadable", "duplicates", "vanish-first"] },
    });
    expect(resultOf(await client.debug.getDebugSessions())).toEqual({ debugSessions: [], unreadable: [] });
  });
});
