import { createSimulator } from "@decthings-debug-dashboard/simulator";
import { describe, expect, it } from "vitest";
import { call, CANARY, lines, raw, startGateway, startUpstream, tinyPage } from "../test/support.ts";
import { createGuessLimit, LONGEST_TOKEN, networkOf } from "./access.ts";
import type { GatewayOptions } from "./app.ts";

const TOKEN = "canary-token-51d2e8";

const shared = async (options: Partial<GatewayOptions> = {}) => {
  const upstream = await startUpstream((_, res) => void res.end("frame"));
  const gateway = await startGateway({
    mode: "gateway",
    apiKey: CANARY,
    upstream: upstream.url,
    distDir: tinyPage(),
    allowHosts: ["dash.example"],
    accessToken: TOKEN,
    ...options,
  });
  return { ...gateway, requests: upstream.requests };
};

const give = (url: string, token: string, init: RequestInit = {}) =>
  fetch(`${url}/access`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
    ...init,
  });

describe("the access token", () => {
  it("is asked for before any answer of the API and the metrics, and not for the page", async () => {
    const { url, requests } = await shared();
    const open = ["/", "/assets/index-abc123.js", "/config.json", "/healthz"];
    for (const path of open) expect((await fetch(url + path)).status, path).toBe(200);
    expect(await (await fetch(`${url}/config.json`)).json()).toMatchObject({ access: "needed" });
    const refused = await call(url);
    expect([refused.status, await refused.text()]).toEqual([
      401,
      "This dashboard asks for its access token first.",
    ]);
    for (const path of ["/metrics", "/v0", "/_simulator/stats"]) {
      expect((await fetch(url + path)).status, path).toBe(401);
    }
    // Written otherwise they are no addresses of the gateway at all.
    for (const path of ["/%6detrics", "/%76%30", "/v%30/Debug/getDebugSessions", "/%5fsimulator/stats"]) {
      expect((await fetch(url + path)).status, path).toBe(404);
      expect((await call(url, {}, path)).status, path).toBe(404);
    }
    expect(requests).toHaveLength(0);
  });

  it("is given once: a cookie that no script reads and no other website sends shows it", async () => {
    const { url, requests } = await shared();
    const given = await give(url, ` ${TOKEN}\n`);
    expect([given.status, await given.text()]).toEqual([204, ""]);
    const [cookie = ""] = given.headers.getSetCookie();
    expect(cookie).toMatch(
      /^decthings-access=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(TOKEN);
    const headers = { cookie: `other=1; ${cookie.split(";")[0]}` };
    expect((await call(url, { headers })).status).toBe(200);
    expect(await (await fetch(`${url}/config.json`, { headers })).json()).not.toHaveProperty("access");
    // Neither the cookie nor the token goes up.
    expect(JSON.stringify(requests[0]?.headers)).not.toMatch(/decthings-access|canary-token/);
  });

  it("stays given over a restart, and ends with the token", async () => {
    const [cookie = ""] = (await give((await shared()).url, TOKEN)).headers.getSetCookie();
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    const again = await shared();
    expect((await call(again.url, { headers })).status).toBe(200);
    const other = await shared({ accessToken: `${TOKEN}-new` });
    expect((await call(other.url, { headers })).status).toBe(401);
  });

  it("marks the cookie for HTTPS alone where the page came over it", async () => {
    const { port } = await shared();
    const body = JSON.stringify({ token: TOKEN });
    const answer = await raw(
      port,
      `${lines(
        "POST /access HTTP/1.1",
        "Host: dash.example",
        "Origin: https://dash.example",
        "Content-Type: application/json",
        `Content-Length: ${body.length}`,
      )}${body}`,
    );
    expect(answer.status).toBe(204);
    expect(answer.headers["set-cookie"]).toMatch(/; Secure$/);
  });

  it("is not guessed by cookies: of a request the first two are looked at", async () => {
    const { url } = await shared();
    const [cookie = ""] = (await give(url, TOKEN)).headers.getSetCookie();
    const [right = ""] = cookie.split(";");
    const withWrong = (count: number) => ({
      headers: { cookie: [...Array.from({ length: count }, () => "decthings-access=no"), right].join("; ") },
    });
    expect((await call(url, withWrong(1))).status).toBe(200);
    expect((await call(url, withWrong(2))).status).toBe(401);
  });

  it("may come as a bearer token, for a machine that reads the metrics", async () => {
    const { url } = await shared();
    const bearer = (token: string) =>
      fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect([(await bearer(TOKEN)).status, (await bearer("wrong")).status]).toEqual([200, 401]);
  });

  it.each([
    ["of letters", "x"],
    // As JSON these take two bytes each.
    ["of backslashes", "\\"],
  ])("is taken when it is as long as one may be, %s, typed or as a bearer token", async (_, character) => {
    const token = character.repeat(LONGEST_TOKEN);
    const { url } = await shared({ accessToken: token });
    expect((await give(url, ` ${token}\n`)).status).toBe(204);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(200);
  });

  it("is told in one sentence to be wrong, and after five wrong ones not looked at for a while", async () => {
    const { url } = await shared();
    for (let guess = 0; guess < 5; guess += 1) {
      const wrong = await give(url, `guess ${guess}`);
      expect([wrong.status, await wrong.text()]).toEqual([401, "This is not the access token."]);
    }
    const later = await give(url, TOKEN);
    expect(later.status).toBe(429);
    expect(Number(later.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await later.text()).toMatch(/^Too many wrong tokens: try again in \d+ seconds\.$/);
    expect(later.headers.getSetCookie()).toEqual([]);
  });

  it("is counted apart where it is typed and where it comes as a bearer token: neither makes the other wait", async () => {
    const bearer = async (url: string, token: string) =>
      (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status;
    const sent = await shared();
    for (let guess = 0; guess < 6; guess += 1) expect(await bearer(sent.url, "of-last-month")).toBe(401);
    expect(await bearer(sent.url, TOKEN)).toBe(401);
    expect((await give(sent.url, TOKEN)).status).toBe(204);
    const typed = await shared();
    for (let guess = 0; guess < 5; guess += 1) await give(typed.url, "of last month");
    expect((await give(typed.url, TOKEN)).status).toBe(429);
    expect(await bearer(typed.url, TOKEN)).toBe(200);
  });

  it.each([
    ["another website", 403, { origin: "https://evil.example", "content-type": "application/json" }, "{}"],
    ["a form", 415, { "content-type": "text/plain" }, `{"token":"${TOKEN}"}`],
    ["something else", 400, { "content-type": "application/json" }, "[]"],
    ["nothing", 400, { "content-type": "application/json" }, ""],
    ["no text", 400, { "content-type": "application/json" }, '{"token":7}'],
    ["a flood", 413, { "content-type": "application/json" }, JSON.stringify({ token: "x".repeat(9_000) })],
  ])("is not taken from %s", async (_, status, headers, body) => {
    const { url } = await shared();
    expect((await give(url, "", { headers, body })).status).toBe(status);
  });

  it("guards the simulated API, its control and its WebSocket alike", async () => {
    const { url, port } = await shared({ mode: "demo", simulator: createSimulator({ sessions: 1 }) });
    expect((await call(url)).status).toBe(401);
    expect((await fetch(`${url}/_simulator/stats`)).status).toBe(401);
    const upgrade = await raw(
      port,
      [
        "GET /v0/ws HTTP/1.1",
        `Host: 127.0.0.1:${port}`,
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "",
        "",
      ].join("\r\n"),
    );
    expect(upgrade.status).toBe(401);
  });

  it("is in no log and no message", async () => {
    const told: unknown[] = [];
    const { url } = await shared({
      onRequest: (entry) => told.push(entry),
      onError: (error) => told.push(error),
    });
    const shown = [
      await (await give(url, TOKEN)).text(),
      await (await give(url, `${TOKEN}-wrong`)).text(),
      await (await call(url, { headers: { authorization: `Bearer ${TOKEN}-wrong` } })).text(),
    ];
    expect(JSON.stringify([told, shown])).not.toContain(TOKEN);
    expect(told).toHaveLength(3);
  });
});

describe("whose guesses are counted together", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["2001:db8::3:4:5:6:7", "2001:db8:0:3"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
    ["", ""],
  ])("%s is of %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("the limit of guesses", () => {
  it("takes five at once and one more every twelve seconds, for each address apart", () => {
    let now = 0;
    const limit = createGuessLimit(() => now);
    for (let guess = 0; guess < 5; guess += 1) {
      expect(limit.waitMs("a")).toBe(0);
      limit.wrong("a");
    }
    expect(limit.waitMs("a")).toBe(12_000);
    expect(limit.waitMs("b")).toBe(0);
    now = 11_999;
    expect(limit.waitMs("a")).toBe(1);
    now = 12_000;
    expect(limit.waitMs("a")).toBe(0);
    limit.wrong("a");
    expect(limit.waitMs("a")).toBe(12_000);
  });

  it("remembers no more than a thousand addresses", () => {
    const limit = createGuessLimit(() => 0);
    for (let guess = 0; guess < 5; guess += 1) limit.wrong("first");
    for (let address = 0; address < 999; address += 1) limit.wrong(`other ${address}`);
    expect(limit.waitMs("first")).toBeGreaterThan(0);
    limit.wrong("one more");
    expect(limit.waitMs("first")).toBe(0);
  });
});

describe("a gateway for other machines", () => {
  it.each([
    ["dash.example", 200],
    ["DASH.example", 200],
    ["dash.example:PORT", 200],
    ["127.0.0.1:PORT", 200],
    ["dash.example:1", 403],
    ["other.dash.example", 403],
    ["dash.example.evil.example", 403],
    ["dash.example.", 403],
  ])("answers to %s with %i", async (host, status) => {
    const { port } = await shared();
    const own = host.replace("PORT", String(port));
    expect((await raw(port, lines("GET / HTTP/1.1", `Host: ${own}`))).status).toBe(status);
  });

  it("says to anybody that it is up: a balancer comes by the machine's address", async () => {
    const { port } = await shared();
    const status = async (method: string, path: string) =>
      (await raw(port, lines(`${method} ${path} HTTP/1.1`, `Host: 10.1.2.3:${port}`))).status;
    expect(await status("GET", "/healthz")).toBe(200);
    for (const [method, path] of [
      ["POST", "/healthz"],
      ["GET", "/healthz/"],
      ["GET", "/metrics"],
      ["GET", "/config.json"],
      ["GET", "/"],
    ] as const) {
      expect(await status(method, path), path).toBe(403);
    }
  });

  it.each([
    ["http://dash.example", 401],
    ["https://dash.example", 401],
    ["https://dash.example:8443", 403],
    ["https://evil.example", 403],
    ["null", 403],
  ])("takes a call of %s as far as %i", async (origin, status) => {
    const { port } = await shared();
    const answer = await raw(
      port,
      lines(
        "POST /v0/Debug/getDebugSessions HTTP/1.1",
        "Host: dash.example",
        `Origin: ${origin}`,
        "Content-Type: application/octet-stream",
        "Content-Length: 0",
      ),
    );
    expect(answer.status).toBe(status);
  });

  it("serves the page to a link from a chat, and nothing else to another website", async () => {
    const { port } = await shared();
    const follow = (path: string) =>
      raw(
        port,
        lines(
          `GET ${path} HTTP/1.1`,
          "Host: dash.example",
          "Accept: text/html",
          "Sec-Fetch-Site: cross-site",
          "Sec-Fetch-Mode: navigate",
          "Sec-Fetch-Dest: document",
        ),
      );
    const statuses = await Promise.all(
      ["/", "/sessions/x?tab=raw", "/metrics", "/config.json", "/healthz", "/access"].map(follow),
    );
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403, 403]);
  });

  it("says to who comes under another name only what a person on this machine may try", async () => {
    const { port } = await shared();
    const answer = await raw(port, lines("GET / HTTP/1.1", "Host: evil.example"));
    expect(answer.body).not.toContain("dash.example");
  });
});
