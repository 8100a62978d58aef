import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { NOON, resultOf, running } from "../test/running.ts";

/** The status of a request with headers that fetch does not let one set. */
function statusOf(
  address: string,
  method: string,
  headers: Record<string, string>,
  body = "{}",
): Promise<number> {
  return new Promise((resolve, reject) => {
    const req = request(address, { method, headers }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.once("error", reject);
    req.end(method === "POST" ? body : undefined);
  });
}

describe("the control endpoint", () => {
  it("sets faults as a whole, shows them, and clears them with an empty object", async () => {
    const { control, origin, client } = await running();
    expect((await control("faults", { error: "payment_required", times: 5 })).status).toBe(204);
    expect((await client.debug.getDebugSessions()).error).toEqual({ code: "payment_required" });
    const shown = await fetch(`${origin}/_simulator/faults`);
    expect(await shown.json()).toEqual({ error: "payment_required", times: 4 });
    await control("faults", { clockSkewMs: 5 });
    expect(await (await fetch(`${origin}/_simulator/faults`)).json()).toEqual({ clockSkewMs: 5 });
    await control("faults", {});
    expect((await client.debug.getDebugSessions()).error).toBeUndefined();
  });

  it("refuses bad faults with one sentence, and keeps the ones in force", async () => {
    const { control, origin } = await running({ faults: { latencyMs: 1 } });
    const refused = await control("faults", { latencyMs: "slow" });
    expect(refused.status).toBe(400);
    expect(refused.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await refused.text()).toBe("The fault latencyMs must be a whole number from 0 to 3600000.\n");
    expect(await (await fetch(`${origin}/_simulator/faults`)).json()).toEqual({ latencyMs: 1 });
    const json = { "content-type": "application/json" };
    expect(await statusOf(`${origin}/_simulator/faults`, "POST", json, "{nonsense")).toBe(400);
  });

  it("shows the counts and forgets them when told to", async () => {
    const { control, origin, client } = await running();
    await client.debug.getDebugSessions();
    const stats = async () => (await fetch(`${origin}/_simulator/stats`)).json();
    expect(await stats()).toEqual({ calls: { "Debug/getDebugSessions": 1 }, inFlight: 0, aborted: 0 });
    expect((await control("stats/reset", {})).status).toBe(204);
    expect(await stats()).toEqual({ calls: {}, inFlight: 0, aborted: 0 });
  });

  it("moves the clock by an offset that replaces the one before, and sets its speed", async () => {
    let now = NOON;
    const { control, client } = await running({ now: () => now });
    const before = resultOf(await client.debug.getDebugSessions());
    const moved = await control("clock", { offsetMs: 3_600_000, speed: 10 });
    expect(await moved.json()).toEqual({ now: NOON + 3_600_000, offsetMs: 3_600_000, speed: 10 });
    expect(resultOf(await client.debug.getDebugSessions())).not.toEqual(before);
    now += 1000;
    const back = await control("clock", { offsetMs: 0 });
    expect(await back.json()).toEqual({ now: NOON + 10_000, offsetMs: 0, speed: 10 });
    expect((await control("clock", { speed: -1 })).status).toBe(400);
    expect((await control("clock", { offset: 1 })).status).toBe(400);
  });

  it("is closed to other names of this machine, which a foreign page may have bound to it", async () => {
    const { origin } = await running();
    expect(await statusOf(`${origin}/_simulator/stats`, "GET", { host: "attacker.example" })).toBe(403);
    expect(await statusOf(`${origin}/_simulator/stats`, "GET", { host: "localhost:1" })).toBe(200);
  });

  it("is closed to pages of other origins, and to forms", async () => {
    const { origin } = await running();
    const address = `${origin}/_simulator/faults`;
    const json = { "content-type": "application/json" };
    expect(await statusOf(address, "POST", { ...json, origin: "https://attacker.example" })).toBe(403);
    expect(await statusOf(address, "POST", { ...json, origin: "null" })).toBe(403);
    expect(await statusOf(address, "POST", { ...json, origin: "http://localhost:5173" })).toBe(204);
    expect(await statusOf(address, "POST", { "content-type": "text/plain" })).toBe(415);
    expect(await statusOf(address, "POST", {})).toBe(415);
    expect(await statusOf(address, "OPTIONS", { origin: "https://attacker.example" })).toBe(403);
  });

  it("knows no other path, and is not there at all when it is not allowed", async () => {
    const open = await running();
    expect((await fetch(`${open.origin}/_simulator/constructor`)).status).toBe(404);
    const closed = await running({ allowControl: false });
    const refused = await fetch(`${closed.origin}/_simulator/stats`);
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain("/v0/{Api}/{method}");
  });
});
