import { describe, expect, it } from "vitest";
import { call, CANARY, startGateway, startUpstream } from "../test/support.ts";
import { usage } from "./flags.ts";
import { jsonLine, type RequestEntry, routeOf, textLine } from "./request-log.ts";

describe("the route in a log line", () => {
  it.each([
    ["/", "/"],
    ["/?ids=4f0c,77aa", "/"],
    ["/timeline?range=1h", "/timeline"],
    ["/sessions/4f0c-77aa?training=1", "/sessions/:id"],
    ["/sessions/", "/sessions/:id"],
    ["/v0/Debug/getDebugSessions", "/v0/Debug/getDebugSessions"],
    ["/v0/Debug/4f0c77aa", "/v0/*"],
    ["/v0/ws?key=1", "/v0/*"],
    ["/assets/index-abc.js", "/assets/*"],
    ["/_simulator/stats", "/_simulator/*"],
    ["/4f0c-77aa", "*"],
    ["http://evil.example/", "*"],
    ["", "*"],
  ])("of %j is %j", (target, route) => {
    expect(routeOf(target)).toBe(route);
  });
});

const entry: RequestEntry = { method: "POST", path: "/v0/*", status: 502, bytes: 900, ms: 12 };

describe("a log line", () => {
  it("is an object with its time in JSON", () => {
    expect(JSON.parse(jsonLine(entry, new Date(0)))).toEqual({ time: "1970-01-01T00:00:00.000Z", ...entry });
  });
  it("is written as text for the server's failures only, and --help says so", () => {
    expect(textLine(entry)).toBe("POST /v0/* 502 900 bytes 12 ms");
    expect(textLine({ ...entry, status: 500 })).toBeDefined();
    for (const status of [404, 429, 499]) expect(textLine({ ...entry, status })).toBeUndefined();
    expect(usage()).toMatch(/--log-format .* text logs responses of 500 and above /);
  });
});

describe("the request log", () => {
  it("tells of every response once, without key, id or query", async () => {
    const entries: RequestEntry[] = [];
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const gateway = await startGateway({
      mode: "gateway",
      apiKey: CANARY,
      upstream: upstream.url,
      onRequest: (told) => entries.push(told),
    });
    await (await call(gateway.url)).arrayBuffer();
    await (await fetch(`${gateway.url}/sessions/secret-id?q=secret`)).text();
    await (await fetch(gateway.url, { headers: { origin: "http://secret.example" } })).text();
    await gateway.close();
    expect(entries.map(({ method, path, status }) => [method, path, status])).toEqual([
      ["POST", "/v0/Debug/getDebugSessions", 200],
      ["GET", "/sessions/:id", 404],
      ["GET", "/", 403],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/secret|canary/);
    for (const { bytes } of entries) expect(bytes).toBeGreaterThan(100);
  });
});
