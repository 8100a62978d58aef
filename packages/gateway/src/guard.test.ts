import { describe, expect, it } from "vitest";
import { call, lines, raw, startGateway, startUpstream, tinyPage } from "../test/support.ts";
import { type GuardedRequest, ownHosts, refusalOf } from "./guard.ts";

const page = (headers: Record<string, string>, rest: Partial<GuardedRequest> = {}): GuardedRequest => ({
  method: "GET",
  target: "/",
  port: 4173,
  headers: Object.fromEntries(
    Object.entries({ host: "127.0.0.1:4173", ...headers }).map(([k, v]) => [k, [v]]),
  ),
  ...rest,
});
const api = (headers: Record<string, string>) =>
  page(
    { "content-type": "application/octet-stream", ...headers },
    { method: "POST", target: "/v0/Debug/getDebugSessions" },
  );

describe("who may talk to the gateway", () => {
  it.each([
    ["a plain request", page({})],
    ["the name localhost", page({ host: "localhost:4173" })],
    ["IPv6 loopback", page({ host: "[::1]:4173" })],
    ["a host in capitals", page({ host: "LOCALHOST:4173" })],
    ["port 80 left out", page({ host: "localhost" }, { port: 80 })],
    ["a call of the page itself", api({ origin: "http://127.0.0.1:4173", "sec-fetch-site": "same-origin" })],
    ["an address typed by a person", page({ "sec-fetch-site": "none", "sec-fetch-mode": "navigate" })],
    ["a content type with parameters", api({ "content-type": "Application/Octet-Stream; v=1" })],
    [
      "a link followed from another website",
      page({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }),
    ],
    [
      "a link to a session, with an id of any text",
      page(
        { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
        { target: "/sessions/a%2Fb%2e.c?x=../y" },
      ),
    ],
  ])("lets %s in", (_, request) => {
    expect(refusalOf(request)).toBeUndefined();
  });

  it.each([
    ["a foreign host", 403, page({ host: "evil.example" })],
    ["a name that resolves to this machine", 403, page({ host: "rebind.evil.example:4173" })],
    ["a name that begins with localhost", 403, page({ host: "localhost.evil.example:4173" })],
    ["another port of this machine", 403, page({ host: "127.0.0.1:9999" })],
    ["a missing port", 403, page({ host: "127.0.0.1" })],
    ["another loopback address", 403, page({ host: "127.0.0.2:4173" })],
    ["another website's call", 403, api({ origin: "https://evil.example" })],
    ["another local server's call", 403, api({ origin: "http://127.0.0.1:3000" })],
    ["the same name under another host", 403, api({ origin: "http://localhost:4173" })],
    ["a sandboxed document", 403, api({ origin: "null" })],
    ["a cross-site fetch without an origin", 403, api({ "sec-fetch-site": "cross-site" })],
    ["a same-site fetch of another port", 403, api({ "sec-fetch-site": "same-site" })],
    [
      "an image of another website",
      403,
      page({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }),
    ],
    [
      "a frame in another website",
      403,
      page({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }),
    ],
    [
      "a navigation to the configuration",
      403,
      page({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, { target: "/config.json" }),
    ],
    [
      "a form posted by another website",
      403,
      page({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, { method: "POST" }),
    ],
    ["a form's content type", 415, api({ "content-type": "text/plain" })],
    ["a content type that only begins right", 415, api({ "content-type": "application/octet-stream2" })],
    ["an absolute target", 400, page({}, { target: "http://127.0.0.1:4173/" })],
    ["an asterisk", 400, page({}, { target: "*" })],
    ["dot segments", 400, page({}, { target: "/assets/../v0/x" })],
    ["encoded dot segments", 400, page({}, { target: "/%2e%2E/v0" })],
    ["a doubled slash", 400, page({}, { target: "//evil.example/" })],
    ["a backslash", 400, page({}, { target: "/\\evil.example" })],
    ["no host at all", 400, page({}, { headers: {} })],
    ["two hosts", 400, page({}, { headers: { host: ["127.0.0.1:4173", "evil.example"] } })],
    ["two equal origins", 400, page({}, { headers: { host: ["127.0.0.1:4173"], origin: ["a", "a"] } })],
  ] as const)("refuses %s", (_, status, request) => {
    expect(refusalOf(request)?.status).toBe(status);
  });

  it("says only fixed sentences, whatever the request held", () => {
    const hostile = page({ host: "<script>alert(1)</script>" });
    expect(refusalOf(hostile)?.message).toBe(
      `This dashboard answers only at ${ownHosts(4173)
        .map((host) => `http://${host}`)
        .join(", ")}.`,
    );
  });
});

describe("the guard on real sockets", () => {
  it.each([
    ["a foreign host", 403, () => lines("GET / HTTP/1.1", "Host: evil.example")],
    [
      "localhost.evil.example",
      403,
      (port: number) => lines("GET / HTTP/1.1", `Host: localhost.evil.example:${port}`),
    ],
    [
      "two hosts",
      400,
      (port: number) => lines("GET / HTTP/1.1", `Host: 127.0.0.1:${port}`, "Host: evil.example"),
    ],
    [
      "two hosts, the foreign one first",
      400,
      (port: number) => lines("GET / HTTP/1.1", "Host: evil.example", `Host: 127.0.0.1:${port}`),
    ],
    [
      "an absolute target",
      400,
      (port: number) => lines("GET http://evil.example/ HTTP/1.1", `Host: 127.0.0.1:${port}`),
    ],
    ["HTTP/1.0 without a host", 400, () => lines("GET / HTTP/1.0")],
    ["HTTP/1.1 without a host", 400, () => lines("GET / HTTP/1.1")],
    ["an empty host", 403, () => lines("GET / HTTP/1.1", "Host: ")],
    [
      "two lengths",
      400,
      (port: number) =>
        `${lines("POST / HTTP/1.1", `Host: 127.0.0.1:${port}`, "Content-Length: 3", "Content-Length: 4")}abc`,
    ],
    [
      "a length beside chunks",
      400,
      (port: number) =>
        `${lines("POST / HTTP/1.1", `Host: 127.0.0.1:${port}`, "Content-Length: 3", "Transfer-Encoding: chunked")}0\r\n\r\n`,
    ],
    [
      "a name that was made to resolve to this machine",
      403,
      (port: number) =>
        lines(
          "GET /config.json HTTP/1.1",
          `Host: rebind.evil.example:${port}`,
          "Sec-Fetch-Site: same-origin",
        ),
    ],
    [
      "an absolute target of its own",
      400,
      (port: number) => lines(`GET http://127.0.0.1:${port}/ HTTP/1.1`, `Host: 127.0.0.1:${port}`),
    ],
    [
      "a host in the target alone",
      400,
      (port: number) => lines("GET http://evil.example/ HTTP/1.0", `X-Port: ${port}`),
    ],
    [
      "chunks beside a length, the other way round",
      400,
      (port: number) =>
        `${lines("POST /v0/x HTTP/1.1", `Host: 127.0.0.1:${port}`, "Transfer-Encoding: chunked", "Content-Length: 3")}0\r\n\r\n`,
    ],
    [
      "chunks under another coding",
      400,
      (port: number) =>
        `${lines("POST /v0/x HTTP/1.1", `Host: 127.0.0.1:${port}`, "Transfer-Encoding: chunked, identity")}0\r\n\r\n`,
    ],
    [
      "a length with a sign",
      400,
      (port: number) => `${lines("POST /v0/x HTTP/1.1", `Host: 127.0.0.1:${port}`, "Content-Length: +3")}abc`,
    ],
    [
      "the same length twice",
      400,
      (port: number) =>
        `${lines("POST /v0/x HTTP/1.1", `Host: 127.0.0.1:${port}`, "Content-Length: 3", "Content-Length: 3")}abc`,
    ],
    [
      "a chunk size that is none",
      400,
      (port: number) =>
        `${lines("POST / HTTP/1.1", `Host: 127.0.0.1:${port}`, "Transfer-Encoding: chunked")}0x3\r\nabc\r\n0\r\n\r\n`,
    ],
    [
      "a header that goes on in the next line",
      400,
      (port: number) =>
        lines("GET / HTTP/1.1", `Host: 127.0.0.1:${port}`, "X-Folded: a", " Host: evil.example"),
    ],
    [
      "a host that goes on in the next line",
      400,
      (port: number) => lines("GET / HTTP/1.1", "Host:", ` 127.0.0.1:${port}`),
    ],
    ["a space before the colon", 400, (port: number) => lines("GET / HTTP/1.1", `Host : 127.0.0.1:${port}`)],
    [
      "a line that ends without its first half",
      400,
      (port: number) => `GET / HTTP/1.1\nHost: 127.0.0.1:${port}\nConnection: close\n\n`,
    ],
    ["no HTTP at all", 400, () => "\x16\x03\x01\r\n\r\n"],
  ] as const)("refuses %s", async (_, status, request) => {
    const { port } = await startGateway({ mode: "direct", distDir: tinyPage() });
    const answer = await raw(port, request(port));
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain("page");
  });

  it("answers requests that come all at once one by one, in their order, and an end in the middle harms nobody", async () => {
    const gateway = await startGateway({ mode: "direct", distDir: tinyPage() });
    const own = `Host: 127.0.0.1:${gateway.port}`;
    const many = ["/icon.svg", "/config.json", "/gone", "/healthz"];
    const asked = many.map((path) => `GET ${path} HTTP/1.1\r\n${own}\r\n\r\n`).join("");
    const answer = await raw(gateway.port, asked + lines("GET /healthz HTTP/1.1", own));
    const statuses = [...`HTTP/1.1 ${answer.status} ${answer.body}`.matchAll(/HTTP\/1\.1 (\d+)/g)];
    expect(statuses.map(([, status]) => status)).toEqual(["200", "200", "404", "200", "200"]);
    const broken = await raw(gateway.port, `${asked}GET / HTTP/1.1\r\nnonsense\r\n\r\n`);
    expect([200, 400]).toContain(broken.status);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });

  it("refuses before it forwards", async () => {
    const upstream = await startUpstream((_, res) => res.end());
    const gateway = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    const foreign = await call(gateway.url, { headers: { origin: "https://evil.example" } });
    const form = await call(gateway.url, { headers: { "content-type": "text/plain" } });
    expect([foreign.status, form.status, upstream.requests.length]).toEqual([403, 415, 0]);
  });

  it("refuses an upgrade of another website, and one that nothing answers", async () => {
    const { port } = await startGateway({ mode: "direct" });
    const upgrade = (origin: string) =>
      raw(
        port,
        [
          "GET /v0/ws HTTP/1.1",
          `Host: 127.0.0.1:${port}`,
          "Upgrade: websocket",
          "Connection: Upgrade",
          `Origin: ${origin}`,
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "",
          "",
        ].join("\r\n"),
      );
    const [foreign, own] = await Promise.all([
      upgrade("https://evil.example"),
      upgrade(`http://127.0.0.1:${port}`),
    ]);
    expect([foreign.status, own.status]).toEqual([403, 404]);
    expect(foreign.headers["content-security-policy"]).toContain("default-src 'none'");
  });
});
