/** deploy/nginx with a real nginx, real sockets, and the simulator or a recording server in the API's place. */
import { createServer, request } from "node:http";
import { readFileSync } from "node:fs";
import { createServer as createTlsServer, request as tlsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { optionsOf, readConfig } from "../packages/gateway/src/index.ts";
import { securityHeaders } from "../packages/gateway/src/headers.ts";
import {
  CACHING,
  cachingOf,
  call,
  CANARY,
  directoryOf,
  lines,
  raw,
  startGateway,
  startUpstream,
} from "../packages/gateway/test/support.ts";
import { NOON, PATIENTLY, running } from "../packages/simulator/test/running.ts";
import { CERTIFICATE, CERTIFICATE_KEY } from "./tls-fixture.ts";
import { checkNginx, type Change, type Nginx, PAGE, startNginx } from "./nginx-fixture.ts";

const api = (url: string): Change => ["settings/api.conf", "https://api.decthings.com/v0", url];
/** Where a test must not depend on how fast the machine is. */
const KEPT: Change = ["common/call.conf", "proxy_cache_valid 200 1s", "proxy_cache_valid 200 60s"];

/** nginx as the gateway, in front of an API. */
const gateway = (url: string, ...changes: readonly Change[]): Promise<Nginx> =>
  startNginx({ kind: "gateway", key: CANARY, changes: [api(url), ...changes] });

const nobody = "http://127.0.0.1:9/v0";

/** A call as raw lines with a body, for what fetch would not send. */
const post = (port: number, path: string, head: readonly string[], body = "\0\u0002{}") =>
  raw(
    port,
    lines(`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Content-Length: ${body.length}`, ...head) +
      body,
  );
const TYPE = "Content-Type: application/octet-stream";
const LIST = "/v0/Debug/getDebugSessions";

describe("the configuration as it is shipped", () => {
  it.each(["gateway", "direct", "replicas"] as const)(
    "is taken by nginx -t without a warning: %s",
    async (kind) => {
      expect(await checkNginx(kind)).toEqual([
        "nginx: the configuration file /nginx.conf syntax is ok",
        "nginx: configuration file /nginx.conf test is successful",
      ]);
    },
  );
});

describe("nginx as the gateway", () => {
  it("sends the gateway's headers with every answer, whatever kind it is", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { port } = await gateway(upstream.url);
    const own = `Host: 127.0.0.1:${port}`;
    const answers = {
      page: await raw(port, lines("GET / HTTP/1.1", own)),
      route: await raw(port, lines("GET /sessions/x HTTP/1.1", own, "Accept: text/html")),
      asset: await raw(port, lines("GET /assets/index-abc123.js HTTP/1.1", own)),
      "missing asset": await raw(port, lines("GET /assets/gone.js HTTP/1.1", own)),
      "missing file": await raw(port, lines("GET /favicon.ico HTTP/1.1", own)),
      configuration: await raw(port, lines("GET /config.json HTTP/1.1", own)),
      "refused host": await raw(port, lines("GET / HTTP/1.1", "Host: evil.example")),
      "unreadable request": await raw(port, "nonsense\r\n\r\n"),
      "wrong method": await raw(port, lines("DELETE /v0/Debug/getDebugSessions HTTP/1.1", own)),
      "page posted to": await post(port, "/", []),
      answer: await post(port, LIST, [TYPE]),
    };
    for (const [kind, { headers }] of Object.entries(answers)) {
      for (const [name, value] of Object.entries(securityHeaders()))
        expect(headers[name], `${name} of ${kind}`).toBe(value);
    }
  });

  it("lets only that be kept whose name holds a hash of its content", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { url } = await gateway(upstream.url);
    expect(await cachingOf(url)).toEqual(CACHING);
  });

  it("serves the page for its views, and never for a missing asset, file or call", async () => {
    const { url } = await gateway(nobody);
    const browser = { headers: { accept: "text/html,*/*" } };
    for (const path of [
      "/",
      "/sessions/a%2Fb",
      "/sessions/.hidden",
      "/timeline?range=1h",
      "/assetsx",
      "/v0x",
    ]) {
      const answer = await fetch(url + path, browser);
      expect([answer.status, answer.headers.get("content-type")], path).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
      expect(await answer.text()).toBe(PAGE["index.html"]);
    }
    for (const path of ["/assets/gone-1.js", "/assets/", "/assets", "/_simulator/stats"])
      expect((await fetch(url + path, browser)).status, path).toBe(404);
    for (const path of ["/favicon.ico", "/sessions/x", "/.vite/manifest.json"])
      expect((await fetch(url + path, { headers: { accept: "image/*" } })).status, path).toBe(404);
    const manifest = await fetch(`${url}/.vite/manifest.json`, browser);
    expect(await manifest.text()).toBe(PAGE["index.html"]);
    const script = await fetch(`${url}/assets/index-abc123.js`);
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("content-encoding")).toBe("gzip");
    expect(await (await fetch(`${url}/config.json`)).json()).toEqual({
      mode: "gateway",
      apiAddress: "/v0",
      actions: false,
    });
    expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok\n");
  });

  it("has no way out of its folder", async () => {
    const { port } = await gateway(nobody);
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/%2e%2e%2f%2e%2e%2fetc/passwd",
      "/..%2fpackage.json",
      "/assets//etc/passwd",
      "/assets/index-abc123.js%00.html",
      "/%",
    ]) {
      const answer = await raw(port, lines(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`));
      expect([400, 404], path).toContain(answer.status);
    }
  });

  it("forwards the five reading methods and no other", async () => {
    const { simulator, url: upstream } = await running();
    const { url } = await gateway(upstream);
    const status = async (method: string, path: string) =>
      (
        await fetch(`${url}/v0/${path}`, {
          method,
          headers: { "content-type": "application/octet-stream" },
          ...(method === "POST" ? { body: "\0\u0002{}" } : {}),
        })
      ).status;
    const reading = [
      "Debug/getDebugSessions",
      "Debug/getTrainingStatus",
      "Debug/getTrainingMetrics",
      "PersistentLauncher/getPersistentLaunchers",
      "PersistentLauncher/getSysinfo",
    ];
    for (const path of reading) expect(await status("POST", path), path).toBe(200);
    expect(await status("POST", "Debug/terminateDebugSession")).toBe(403);
    expect(await status("POST", "Debug/cancelTrainingSession")).toBe(403);
    for (const path of ["Debug/getOther", "Debug/getDebugSessions/", "Debug/getDebugSessionsX", "ws", ""])
      expect(await status("POST", path), path).toBe(404);
    expect(await status("GET", "Debug/getDebugSessions")).toBe(405);
    expect(simulator.stats().calls).toEqual(Object.fromEntries(reading.map((path) => [path, 1])));
    const refused = await fetch(`${url}/v0/Debug/getDebugSessions`);
    expect(refused.headers.get("allow")).toBe("POST");
  });

  it("writes the headers that go up from scratch, with the key", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { url } = await gateway(upstream.url);
    const headers = {
      cookie: "a=b",
      authorization: "Basic x",
      "x-forwarded-for": "1.2.3.4",
      "user-agent": "me",
    };
    expect(await (await call(url, { headers })).text()).toBe("frame");
    expect(upstream.requests[0]?.url).toBe(LIST);
    expect(upstream.requests[0]?.headers).toEqual({
      host: new URL(upstream.url).host,
      authorization: `Bearer ${CANARY}`,
      "content-type": "application/octet-stream",
      accept: "application/octet-stream",
      "accept-encoding": "gzip",
      "content-length": "4",
    });
  });

  it("passes status, body, Date and Retry-After down, and nothing that a browser acts on", async () => {
    const date = new Date(NOON).toUTCString();
    const upstream = await startUpstream((_, res) => {
      res.writeHead(429, {
        date,
        "retry-after": "7",
        "content-type": "text/html",
        "content-disposition": "attachment",
        "set-cookie": "a=b",
        "access-control-allow-origin": "*",
        "content-security-policy": "default-src *",
        "cache-control": "public",
        refresh: "0; url=http://evil.example",
        link: "<http://evil.example>; rel=preload",
        "www-authenticate": "Basic",
        "clear-site-data": '"*"',
        server: "secret",
        etag: '"1"',
        "last-modified": date,
      });
      res.end("frame");
    });
    const { url } = await gateway(upstream.url);
    const answer = await call(url);
    expect([answer.status, await answer.text()]).toEqual([429, "frame"]);
    const { "transfer-encoding": _, "content-length": __, ...headers } = Object.fromEntries(answer.headers);
    expect(headers).toEqual({
      ...securityHeaders(),
      date,
      "retry-after": "7",
      "content-type": "application/octet-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
      server: "nginx",
    });
  });

  it("takes a call of 1 MiB and none that is larger, and shares those of less than 30,000 bytes", async () => {
    const received: number[] = [];
    const upstream = await startUpstream((req, res) => {
      let bytes = 0;
      req.on("data", (chunk: Buffer) => (bytes += chunk.length));
      req.on("end", () => {
        received.push(bytes);
        res.end(String(bytes));
      });
    });
    const { url } = await gateway(upstream.url, KEPT);
    const sized = (bytes: number) => call(url, { body: new Uint8Array(bytes).fill(7) });
    for (const bytes of [25_000, 25_000, 40_000, 40_000, 1_048_576, 1_048_576]) {
      const answer = await sized(bytes);
      expect([answer.status, await answer.text()]).toEqual([200, String(bytes)]);
    }
    const refused = await sized(1_048_577);
    expect([refused.status, await refused.text()]).toEqual([413, "A call may hold at most 1048576 bytes."]);
    expect(received).toEqual([25_000, 40_000, 40_000, 1_048_576, 1_048_576]);
  });

  it("refuses redirects: the key goes nowhere else, and the viewer is not told where", async () => {
    const other = await startUpstream((_, res) => res.end());
    const statuses = [301, 302, 303, 307, 308];
    const upstream = await startUpstream((_, res) =>
      res.writeHead(statuses.shift() ?? 200, { location: `${other.url}${LIST}` }).end(),
    );
    const { url } = await gateway(upstream.url);
    for (const body of ["1", "2", "3", "4", "5"]) {
      const answer = await call(url, { redirect: "manual", body });
      expect([answer.status, answer.headers.get("location")]).toEqual([502, null]);
      expect(await answer.text()).toBe("The API answered with a redirect, which is refused.");
      expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    }
    expect(statuses).toEqual([]);
    expect(other.requests).toEqual([]);
  });

  it("passes a failing API's status and frame on", async () => {
    const { simulator, url: upstream } = await running();
    simulator.setFaults({ status: 401, error: "bad_credentials" });
    const { url } = await gateway(upstream);
    const answer = await call(url);
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining("bad_credentials")]);
  });

  it("says so when the API cannot be reached, and when it does not answer in time", async () => {
    const away = await call((await gateway(nobody)).url);
    expect([away.status, await away.text()]).toEqual([502, "The API could not be reached."]);
    const upstream = await startUpstream(() => {});
    const short: Change = ["common/call.conf", "proxy_read_timeout 15s", "proxy_read_timeout 100ms"];
    const slow = await call((await gateway(upstream.url, short)).url);
    expect([slow.status, await slow.text()]).toEqual([504, "The API did not answer in time."]);
  });

  it("ends a connection whose request does not come", async () => {
    const { port } = await gateway(nobody, [
      "common/server.conf",
      "client_header_timeout 10s",
      "client_header_timeout 100ms",
    ]);
    expect((await raw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`)).body).toBe("");
  });

  it("tells its log of every answer, without key, id, query or body", async () => {
    const upstream = await startUpstream((_, res) => res.end("secret-body"));
    const nginx = await gateway(upstream.url);
    await (await call(nginx.url)).arrayBuffer();
    await (await fetch(`${nginx.url}/sessions/secret-id?q=secret`)).text();
    await (await fetch(`${nginx.url}/v0/secret`, { method: "PROPFIND" })).text();
    await (await fetch(nginx.url, { headers: { origin: "http://secret.example" } })).text();
    const down = await gateway(nobody);
    await (await call(`${down.url}`, { body: "secret" })).text();
    await expect.poll(() => [...nginx.log(), ...down.log()].length, PATIENTLY).toBe(5);
    const entries = [...nginx.log(), ...down.log()].map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    // Two processes write it, each when it comes to that.
    expect(
      entries.map(({ method, path, status, cache }) => [method, path, status, cache].join(" ")).toSorted(),
    ).toEqual([
      "GET / 403 ",
      "GET /sessions/:id 404 ",
      "OTHER /v0/* 405 ",
      `POST ${LIST} 200 MISS`,
      `POST ${LIST} 502 MISS`,
    ]);
    const written = [...nginx.log(), ...down.log(), nginx.errors(), down.errors()].join("\n");
    expect(written).not.toMatch(/secret|canary/);
  });

  it("asks for a name and a password where it is told to, and sends them to nobody", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const { url } = await startNginx({
      kind: "gateway",
      key: CANARY,
      files: { "settings/people.htpasswd": "ada:{PLAIN}lovelace\n" },
      changes: [
        api(upstream.url),
        ["settings/access.conf", "# auth_basic", "auth_basic"],
        ["settings/access.conf", "/etc/nginx/dashboard/settings", "dashboard/settings"],
      ],
    });
    expect((await call(url)).status).toBe(401);
    expect((await fetch(url)).status).toBe(401);
    const authorization = `Basic ${Buffer.from("ada:lovelace").toString("base64")}`;
    expect((await call(url, { headers: { authorization } })).status).toBe(200);
    expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${CANARY}`]);
  });
});

/** A call over TLS by the name that the certificate is for. */
function callOverTls(port: number): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const headers = { "content-type": "application/octet-stream", origin: `https://localhost:${port}` };
  return new Promise((resolve, reject) => {
    tlsRequest(
      {
        host: "127.0.0.1",
        port,
        path: LIST,
        method: "POST",
        ca: CERTIFICATE,
        servername: "localhost",
        headers: { ...headers, host: `localhost:${port}` },
      },
      (res) => {
        let body = "";
        res.setEncoding("utf8");
        res.on("data", (text: string) => (body += text));
        res.on("end", () => resolve({ status: res.statusCode, body }));
      },
    )
      .on("error", reject)
      .end("\0\u0002{}");
  });
}

describe("nginx with TLS", () => {
  /** With the example lines of listen.conf, and an API whose certificate is for localhost. */
  async function secured(...changes: readonly Change[]) {
    const keys: unknown[] = [];
    const upstream = createTlsServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, (req, res) => {
      keys.push(req.headers.authorization);
      res.end("frame");
    }).listen(0, "127.0.0.1");
    onTestFinished(() => upstream.closeAllConnections());
    onTestFinished(() => void upstream.close());
    await new Promise((resolve) => upstream.once("listening", resolve));
    const nginx = await startNginx({
      kind: "gateway",
      key: CANARY,
      files: { "settings/fullchain.pem": CERTIFICATE, "settings/privkey.pem": CERTIFICATE_KEY },
      changes: [
        api(`https://127.0.0.1:${(upstream.address() as AddressInfo).port}/v0`),
        ["settings/names.conf", "  http://localhost", "  https://localhost"],
        ["settings/listen.conf", "listen 127.0.0.1:", "# "],
        ["settings/listen.conf", "# listen 443", "listen 127.0.0.1:PORT"],
        ["settings/listen.conf", "# s", "s"],
        ["settings/listen.conf", "# proxy", "proxy"],
        ["settings/listen.conf", "/etc/letsencrypt/live/dashboard.example.com", "dashboard/settings"],
        ["settings/api.conf", "trusted.pem", "fullchain.pem"],
        ...changes,
      ],
    });
    return { answer: await callOverTls(nginx.port), keys };
  }
  const named: Change = [
    "settings/api.conf",
    "proxy_ssl_verify on;",
    "proxy_ssl_verify on; proxy_ssl_name localhost;",
  ];

  it("answers by its certificate, and gives the key to an API that proves its name", async () => {
    expect(await secured(named)).toEqual({
      answer: { status: 200, body: "frame" },
      keys: [`Bearer ${CANARY}`],
    });
  });

  it("gives the key to nobody who has a certificate for another name, or one that nobody vouches for", async () => {
    const refused = { answer: { status: 502, body: "The API could not be reached." }, keys: [] };
    expect(await secured()).toEqual(refused);
    const others: Change = [
      "settings/api.conf",
      "dashboard/settings/fullchain.pem",
      "dashboard/settings/trusted.pem",
    ];
    expect(await secured(named, others)).toEqual(refused);
  });
});

describe("who may talk to nginx, as to the gateway", () => {
  const page = ["GET / HTTP/1.1"] as const;
  const list = [`POST ${LIST} HTTP/1.1`, "Content-Length: 0"] as const;
  type Case = readonly [what: string, status: number, head: readonly string[], gateway?: number];
  const cases: readonly Case[] = [
    ["its own name", 200, [...page, "Host: localhost:PORT"]],
    ["its own name in capitals", 200, [...page, "Host: LOCALHOST:PORT"]],
    ["its own origin", 200, [...list, TYPE, "Host: localhost:PORT", "Origin: http://localhost:PORT"]],
    [
      "the origin of its other name",
      403,
      [...list, TYPE, "Host: localhost:PORT", "Origin: http://127.0.0.1:PORT"],
    ],
    ["a foreign origin", 403, [...page, "Host: localhost:PORT", "Origin: http://evil.example"]],
    ["an opaque origin", 403, [...list, TYPE, "Host: localhost:PORT", "Origin: null"]],
    [
      "an origin that begins like its own",
      403,
      [...page, "Host: localhost:PORT", "Origin: http://localhost:PORT.evil.example"],
    ],
    [
      "an origin that ends like its own",
      403,
      [...page, "Host: localhost:PORT", "Origin: x|http://localhost:PORT"],
    ],
    ["a foreign host", 403, [...page, "Host: evil.example"]],
    ["a name that begins like its own", 403, [...page, "Host: localhost.evil.example:PORT"]],
    ["another port", 403, [...page, "Host: localhost:1"]],
    ["no port", 403, [...page, "Host: localhost"]],
    ["two hosts", 400, [...page, "Host: localhost:PORT", "Host: evil.example"]],
    // The gateway tells the two apart.
    ["HTTP/1.0 without a host", 403, ["GET / HTTP/1.0"], 400],
    ["HTTP/1.1 without a host", 400, [...page]],
    ["an absolute target", 400, ["GET http://localhost:PORT/ HTTP/1.1", "Host: localhost:PORT"]],
    ["an absolute target elsewhere", 400, ["GET http://evil.example/ HTTP/1.1", "Host: localhost:PORT"]],
    ["a path in another form", 400, ["GET /x/../timeline HTTP/1.1", "Host: localhost:PORT"]],
    ["a path in another form, written in hex", 400, ["GET /x/%2E%2e HTTP/1.1", "Host: localhost:PORT"]],
    ["a path with a backslash", 400, ["GET /x\\y HTTP/1.1", "Host: localhost:PORT"]],
    ["a doubled slash", 400, ["GET //x HTTP/1.1", "Host: localhost:PORT"]],
    ["a call without a type", 415, [...list, "Host: localhost:PORT"]],
    ["a call with a form's type", 415, [...list, "Host: localhost:PORT", "Content-Type: text/plain"]],
    [
      "a call with another type that holds the right one",
      415,
      [...list, "Host: localhost:PORT", "Content-Type: text/plain; application/octet-stream"],
    ],
    ["a call with a parameter of its type", 200, [...list, "Host: localhost:PORT", `${TYPE}; x=y`]],
    ["a call from another site", 403, [...list, TYPE, "Host: localhost:PORT", "Sec-Fetch-Site: cross-site"]],
    [
      "a call from another place of its site",
      403,
      [...list, TYPE, "Host: localhost:PORT", "Sec-Fetch-Site: same-site"],
    ],
    [
      "a link on another site",
      200,
      [
        ...page,
        "Host: localhost:PORT",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: document",
      ],
    ],
    [
      "a frame on another site",
      403,
      [
        ...page,
        "Host: localhost:PORT",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: iframe",
      ],
    ],
    [
      "an asset taken by another site",
      403,
      [
        "GET /assets/index-abc123.js HTTP/1.1",
        "Host: localhost:PORT",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
      ],
    ],
    ["two lengths", 400, [...list, TYPE, "Host: localhost:PORT", "Content-Length: 4"]],
    ["a length and chunks", 400, [...list, TYPE, "Host: localhost:PORT", "Transfer-Encoding: chunked"]],
  ];

  it("is decided alike", async () => {
    const upstream = await startUpstream((_, res) => res.end());
    const nginx = await gateway(upstream.url);
    const node = await startGateway({ mode: "gateway", upstream: upstream.url, distDir: directoryOf(PAGE) });
    const ask = async (port: number, head: readonly string[]) =>
      (await raw(port, lines(...head).replaceAll("PORT", String(port)))).status;
    const told: Record<string, readonly number[]> = {};
    for (const [what, , head] of cases)
      told[what] = [await ask(nginx.port, head), await ask(node.port, head)];
    expect(told).toEqual(
      Object.fromEntries(cases.map(([what, status, , other = status]) => [what, [status, other]])),
    );
  });
});

/** A server that answers only when it is told to. */
async function heldUpstream() {
  const waiting: (() => void)[] = [];
  const upstream = await startUpstream((_, res) => waiting.push(() => res.end("frame")));
  return { ...upstream, answer: () => waiting.splice(0).forEach((answer) => answer()) };
}

describe("many viewers of one nginx", () => {
  it("make one call, and another for another body, method or path", async () => {
    const { simulator, url: upstream } = await running();
    const { url } = await gateway(upstream, KEPT);
    const answers = await Promise.all(Array.from({ length: 60 }, () => call(url)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect([new Set(answers.map(({ status }) => status)), new Set(bodies).size]).toEqual([new Set([200]), 1]);
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
    await call(url, { body: "\0\u0002{} " });
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 2 });
  });

  it("share a call under way, and it goes on when the one who made it goes away", async () => {
    const upstream = await heldUpstream();
    const nginx = await gateway(upstream.url, KEPT);
    const gone = new AbortController();
    const first = call(nginx.url, { signal: gone.signal }).catch(() => "gone");
    await expect.poll(() => upstream.requests.length, PATIENTLY).toBe(1);
    const second = call(nginx.url);
    gone.abort();
    expect(await first).toBe("gone");
    upstream.answer();
    expect(await (await second).text()).toBe("frame");
    expect(upstream.requests.length).toBe(1);
  });

  it("get an answer that is kept for a moment with the date of its making, then a new one", async () => {
    const { simulator, url: upstream } = await running({ now: Date.now, speed: 3600 });
    const { url } = await gateway(upstream);
    const dates = new Set<string | null>();
    await expect.poll(async () => dates.add((await call(url)).headers.get("date")).size, PATIENTLY).toBe(2);
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 2 });
  });

  it("make one call of an API that refuses them for being too many", async () => {
    const { simulator, url: upstream } = await running();
    simulator.setFaults({ error: "too_many_requests", status: 429, retryAfterSeconds: 7 });
    const { url } = await gateway(upstream, [
      "common/call.conf",
      "proxy_cache_valid 429 5s",
      "proxy_cache_valid 429 60s",
    ]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(url)));
    expect(
      new Set(answers.map(({ status, headers }) => [status, headers.get("retry-after")].join())),
    ).toEqual(new Set(["429,7"]));
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
  });

  it("get it packed if they can read that, from an API that packs it or not", async () => {
    const plain = await running({ sessions: 300 });
    const packed = await startUpstream((_, res) =>
      res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a frame of its own")),
    );
    const ask = (url: string, encoding: string) =>
      new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
        const headers = { "content-type": "application/octet-stream", "accept-encoding": encoding };
        request(`${url}${LIST}`, { method: "POST", headers }, (res) => {
          const chunks: Buffer[] = [];
          res.on("data", (chunk: Buffer) => chunks.push(chunk));
          res.on("end", () =>
            resolve({ encoding: res.headers["content-encoding"], body: Buffer.concat(chunks) }),
          );
        })
          .on("error", reject)
          .end("\0\u0002{}");
      });
    const nginx = await gateway(plain.url, KEPT);
    const [small, whole] = [await ask(nginx.url, "gzip"), await ask(nginx.url, "identity")];
    expect([small.encoding, whole.encoding]).toEqual(["gzip", undefined]);
    expect(gunzipSync(small.body).equals(whole.body)).toBe(true);
    expect(small.body.length * 7).toBeLessThan(whole.body.length);
    const other = await gateway(packed.url, KEPT);
    const [kept, unpacked] = [await ask(other.url, "gzip"), await ask(other.url, "identity")];
    expect([kept.encoding, gunzipSync(kept.body).toString()]).toEqual(["gzip", "a frame of its own"]);
    expect([unpacked.encoding, unpacked.body.toString()]).toEqual([undefined, "a frame of its own"]);
    expect(packed.requests.length).toBe(1);
  });
});

describe("nginx as a static host alone", () => {
  it("serves the page with its own configuration, names the API to it, and forwards nothing", async () => {
    const { url } = await startNginx({ kind: "direct" });
    const answer = await fetch(url);
    expect(await answer.text()).toBe(PAGE["index.html"]);
    for (const [name, value] of Object.entries(securityHeaders("https://api.decthings.com/v0")))
      expect(answer.headers.get(name), name).toBe(value);
    expect(await (await fetch(`${url}/config.json`)).text()).toBe(PAGE["config.json"]);
    expect((await call(url)).status).toBe(404);
  });
});

describe("nginx before gateways", () => {
  const replicas = (ports: readonly number[], host: string): Promise<Nginx> =>
    startNginx({
      kind: "replicas",
      changes: [
        KEPT,
        ["settings/replicas.conf", "default 127.0.0.1:4173", `default ${host}`],
        [
          "settings/replicas.conf",
          "server 127.0.0.1:4173;",
          ports.map((port) => `server 127.0.0.1:${port};`).join(" "),
        ],
      ],
    });

  /** All headers but those of the connection. */
  const only = (headers: Headers) => {
    const own = [
      "connection",
      "content-encoding",
      "content-length",
      "date",
      "keep-alive",
      "server",
      "transfer-encoding",
      "vary",
    ];
    return Object.fromEntries([...headers].filter(([name]) => !own.includes(name)));
  };

  it("passes all that a gateway serves, once, though another of them is gone", async () => {
    const { simulator, url: upstream } = await running();
    const node = await startGateway({ mode: "gateway", upstream, distDir: directoryOf(PAGE) });
    const gone = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => gone.once("listening", resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const { url } = await replicas([port, node.port], `127.0.0.1:${node.port}`);

    for (const path of ["/", "/config.json", "/assets/index-abc123.js", "/assets/gone.js"]) {
      const [through, straight] = [await fetch(url + path), await fetch(node.url + path)];
      expect([path, through.status, await through.text()]).toEqual([
        path,
        straight.status,
        await straight.text(),
      ]);
      expect(only(through.headers)).toEqual(only(straight.headers));
    }
    const own = { headers: { origin: url } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(url, own)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
    expect((await call(url, { headers: { origin: node.url } })).status).toBe(403);
    expect((await fetch(`${url}/v0/Debug/terminateDebugSession`, { method: "POST" })).status).toBe(415);
  });

  it("shares an answer among those alone who show a gateway the same cookie", async () => {
    const upstream = await startUpstream((req, res) => {
      res.writeHead(req.headers.cookie === "access=yes" ? 200 : 401, { "set-cookie": "x=y" });
      res.end(req.headers.cookie ?? "none");
    });
    const { url } = await replicas([Number(new URL(upstream.url).port)], "gateways.example");
    const ask = async (cookie?: string) => {
      const answer = await call(url, cookie === undefined ? {} : { headers: { cookie } });
      return [answer.status, await answer.text(), answer.headers.get("set-cookie")];
    };
    expect(await ask("access=yes")).toEqual([200, "access=yes", null]);
    expect(await ask("access=yes")).toEqual([200, "access=yes", null]);
    expect(await ask()).toEqual([401, "none", null]);
    expect(await ask("access=no")).toEqual([401, "access=no", null]);
    expect(upstream.requests.map(({ headers }) => headers.cookie)).toEqual([
      "access=yes",
      undefined,
      "access=no",
    ]);
    expect(upstream.requests[0]?.headers.host).toBe("gateways.example");
    const page = await fetch(url, { headers: { cookie: "access=yes" } });
    expect(page.headers.get("set-cookie")).toBe("x=y");
  });

  it("asks for a gateway's access token, and shares nothing of those who gave it with those who did not", async () => {
    const { simulator, url: upstream } = await running();
    const token = "canary-token-0b1c2d";
    const files = directoryOf({ ...PAGE, key: CANARY, token });
    const flags = ["--upstream", upstream, "--api-key-file", "key", "--access-token-file", "token"];
    const read = (path: string) => readFileSync(path, "utf8");
    const config = readConfig([...flags, "--allow-host", "gateways.example"], {}, files, read);
    if (!config.ok) throw new Error(config.message);
    const node = await startGateway({ ...optionsOf(config.config), distDir: files });
    const { url, port } = await replicas([node.port], "gateways.example");

    const healthz = await fetch(`${url}/healthz`);
    expect([healthz.status, await healthz.text()]).toEqual([200, "ok"]);
    const ask = async (headers: Record<string, string> = {}) =>
      (await call(url, { headers: { origin: url, ...headers } })).status;
    expect(await ask()).toBe(401);
    const given = await fetch(`${url}/access`, {
      method: "POST",
      headers: { origin: url, "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    expect(given.status).toBe(204);
    const cookie = given.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const authorization = `Bearer ${token}`;
    expect([await ask({ cookie }), await ask({ authorization })]).toEqual([200, 200]);
    expect([await ask(), await ask({ cookie: "a=b" }), await ask({ authorization: "Bearer no" })]).toEqual([
      401, 401, 401,
    ]);
    expect(simulator.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
    const metrics = (headers: Record<string, string>) => fetch(`${url}/metrics`, { headers });
    expect((await metrics({})).status).toBe(401);
    expect((await metrics({ authorization })).status).toBe(200);
    // fetch writes these headers itself.
    const link = async (path: string) => {
      const from = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
      const head = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Authorization: ${authorization}`];
      return (await raw(port, lines(...head, ...from, "Accept: text/html"))).status;
    };
    expect([await link("/"), await link("/sessions/a")]).toEqual([200, 200]);
    expect([await link("/metrics"), await link("/healthz"), await link("/access")]).toEqual([403, 403, 403]);
  });

  it("says so when none of them can be reached", async () => {
    const { url } = await replicas([9], "127.0.0.1:9");
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([502, "No gateway could be reached."]);
    for (const [name, value] of Object.entries(securityHeaders()))
      expect(page.headers.get(name), name).toBe(value);
  });
});
