/** Ten thousand damaged requests on real sockets. The seed is fixed: what fails once fails always. */
import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { call, CANARY, startGateway, startUpstream, tinyPage } from "../test/support.ts";
import type { Listening } from "./serve.ts";

const REQUESTS = 10_000;
const TOKEN = "canary-token-of-the-fuzz";

/** Uniform in [0, 1): Marsaglia's xorshift. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const BODY = "\0\u0002{}";
const request =
  (head: string, body = "") =>
  (port: number) =>
    `${head.replaceAll("PORT", String(port)).replaceAll("\n", "\r\n")}\r\n\r\n${body}`;
const HOST = "Host: 127.0.0.1:PORT";
const SEEDS = [
  request(`GET / HTTP/1.1\n${HOST}\nAccept: text/html`),
  request(`GET /sessions/4f0c?tab=raw HTTP/1.1\n${HOST}\nAccept: text/html\nAccept-Encoding: br`),
  request(`GET /assets/index-abc123.js HTTP/1.1\n${HOST}\nRange: bytes=0-3`),
  request(`GET /config.json HTTP/1.1\n${HOST}\nCookie: decthings-access=x`),
  request(`GET /metrics HTTP/1.1\n${HOST}\nAuthorization: Bearer x`),
  request(`HEAD /healthz HTTP/1.1\n${HOST}`),
  request(
    `POST /v0/Debug/getDebugSessions HTTP/1.1\n${HOST}\nContent-Type: application/octet-stream\nContent-Length: 4\nIf-None-Match: "a"\nX-Try-Again: 1`,
    BODY,
  ),
  request(
    `POST /v0/Debug/terminateDebugSession HTTP/1.1\n${HOST}\nContent-Type: application/octet-stream\nTransfer-Encoding: chunked`,
    `4\r\n${BODY}\r\n0\r\n\r\n`,
  ),
  request(
    `POST /access HTTP/1.1\n${HOST}\nContent-Type: application/json\nContent-Length: 13`,
    '{"token":"x"}',
  ),
  request(
    `GET /v0/ws HTTP/1.1\n${HOST}\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==`,
  ),
];
const WORDS = [
  "\r\n",
  "\0",
  " ",
  "\t",
  ":",
  "%00",
  "%2e%2e/",
  "//",
  "\\",
  "Host: evil.example\r\n",
  "Content-Length: 99999\r\n",
  "Content-Length: -1\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Expect: 100-continue\r\n",
  "Connection: keep-alive, Upgrade\r\n",
  "Origin: null\r\n",
  "Sec-Fetch-Site: cross-site\r\n",
  "HTTP/1.0",
  "HTTP/2.0",
  "CONNECT",
  "TRACE",
  "http://evil.example/",
  "ÿ",
  "a".repeat(3_000),
];

/** What stays HTTP and so gets further: another path, query, header or body of the same length, and often several. */
function bend(text: string, random: () => number): string {
  const upTo = (count: number) => Math.floor(random() * count);
  const junk = (length: number) =>
    Array.from({ length }, () => "abcXYZ019-_.~%25=&;,\"{}[]:*'()!@$".charAt(upTo(34))).join("");
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...headers] = head.split("\r\n");
  const bends = [
    () => [first.replace(" HTTP", `?${junk(upTo(40))} HTTP`), ...headers],
    () => [first.replace(" HTTP", `/${junk(upTo(12))} HTTP`), ...headers],
    () => [first.replace(/^\w+/, ["GET", "HEAD", "OPTIONS", "PUT"][upTo(4)] ?? "GET"), ...headers],
    () => [first, ...headers, `X-${junk(1).replace(/\W/, "a")}: ${junk(upTo(60))}`],
    () => [first, ...headers, `If-None-Match: ${junk(upTo(30))}`],
    () => [first, ...headers, `Accept-Encoding: ${junk(upTo(30))}`],
    () => [first, ...headers, `Cookie: decthings-access=${junk(upTo(50))}`],
    () => [first, ...headers.map((line) => (random() < 0.5 ? line.toUpperCase() : line))],
    () => [first, ...headers.toReversed()],
  ];
  const body = rest.join("\r\n\r\n");
  const bent = random() < 0.5 ? body : body.replace(/.$/s, String.fromCharCode(upTo(256)));
  return `${(bends[upTo(bends.length)]?.() ?? []).join("\r\n")}\r\n\r\n${bent}`;
}

/** A request with one to four damages. */
function mutate(text: string, random: () => number): string {
  const upTo = (count: number) => Math.floor(random() * count);
  let mutated = text;
  for (let left = 1 + upTo(4); left > 0; left -= 1) {
    const at = upTo(mutated.length + 1);
    const to = at + upTo(20);
    const [before, cut, after] = [mutated.slice(0, at), mutated.slice(at, to), mutated.slice(to)];
    const word = WORDS[upTo(WORDS.length)] ?? "";
    const damages = [
      () => before + after,
      () => before + word + cut + after,
      () => before + cut + cut + after,
      () => before + String.fromCharCode(upTo(256)) + mutated.slice(at + 1),
      () => {
        const lines = mutated.split("\r\n");
        const line = lines[upTo(lines.length)] ?? "";
        return lines.toSpliced(upTo(lines.length), 0, line).join("\r\n");
      },
    ];
    mutated = damages[upTo(damages.length)]?.() ?? mutated;
  }
  return mutated;
}

/** Sends all of it on one connection, and reads until the other side closes. */
function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.end(text, "latin1"));
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (heard += chunk));
    // A connection that is reset is an answer like any other here.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
  });
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const heap = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

describe("ten thousand damaged requests", { timeout: 120_000 }, () => {
  it("end no gateway, leak no key and no token, and cost no memory", async () => {
    const told: unknown[] = [];
    const failures: unknown[] = [];
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const options = {
      apiKey: CANARY,
      upstream: upstream.url,
      distDir: tinyPage(),
      onError: (error: unknown) =>
        void (failures.length < 3 && failures.push(error instanceof Error ? error.stack : error)),
      onRequest: (entry: unknown) => void (told[told.length % 500] = entry),
    };
    const open = await startGateway({ mode: "gateway", actions: true, ...options });
    const guarded = await startGateway({ mode: "gateway", accessToken: TOKEN, ...options });
    const random = randomFrom(6);
    let sent = 0;
    let leaks = 0;
    let before = 0;

    /** Takes what is next, as many as go into one connection; those behind one that closed it go into another. */
    async function send({ port }: Listening): Promise<void> {
      let waiting: string[] = [];
      while (sent < REQUESTS) {
        while (waiting.length < 12) {
          const seed = SEEDS[Math.floor(random() * SEEDS.length)];
          const damage = random() < 0.7 ? bend : mutate;
          if (seed) waiting.push(damage(seed(port), random));
        }
        const heard = await exchange(port, waiting.join(""));
        const taken = Math.max(1, Math.min(waiting.length, heard.split(/HTTP\/1\.1 [2-5]\d\d /).length - 1));
        waiting = waiting.slice(taken);
        sent += taken;
        if (heard.includes("canary")) leaks += 1;
        if (before === 0 && sent > REQUESTS / 4) before = heap();
      }
    }
    await Promise.all([open, guarded, open, guarded, open, guarded].map(send));

    expect(sent).toBeGreaterThanOrEqual(REQUESTS);
    expect(leaks).toBe(0);
    expect(failures).toEqual([]);
    expect(JSON.stringify(told)).not.toContain("canary");
    expect(heap() - before).toBeLessThan(10 * 1024 * 1024);
    // Whatever was asked: nothing but what the list holds went up, each with the key of the server.
    for (const { url, headers } of upstream.requests) {
      expect(url).toMatch(/^\/v0\/(?:Debug|PersistentLauncher)\/[a-zA-Z]+$/);
      expect(headers.authorization).toBe(`Bearer ${CANARY}`);
    }
    expect((await call(open.url)).status).toBe(200);
    expect((await call(guarded.url)).status).toBe(401);
  });
});
