/** How a call goes and ends, against a real server. */
import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ClosedError,
  DecodeError,
  DecthingsClient,
  HttpStatusError,
  InvalidRequestError,
  NetworkError,
  TimeoutError,
  type ClientOptions,
  type Exchange,
} from "../src/index.ts";
import { decodeHttpRequest, encodeHttpResponse } from "../src/wire/index.ts";
import { respond, startServer, type Answer, type TestServer } from "./support/server.ts";

const NO_SESSIONS = encodeHttpResponse({ result: { debugSessions: [] } });
const EMPTY = { result: { debugSessions: [], unreadable: [] } };
const hang: Answer = () => {};
/** The head and the first bytes of an answer, and then nothing more. */
const stall: Answer = (_, response) => {
  response.writeHead(200, { "content-length": NO_SESSIONS.length });
  response.write(NO_SESSIONS.subarray(0, 5));
};

let server: TestServer;
beforeEach(async () => {
  server = await startServer(respond(NO_SESSIONS));
});
afterEach(() => server.stop());

const clientOf = (options: ClientOptions = {}) =>
  new DecthingsClient({ httpServerAddress: server.address, ...options });

/** What a call rejects with. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  const nothing = Symbol("resolved");
  const outcome = await call.then(
    () => nothing,
    (error: unknown) => error,
  );
  if (outcome === nothing) throw new Error("the call resolved");
  return outcome;
}

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

describe("the answer", () => {
  it("is whole however it comes, in the form that is read meanwhile and in any other", async () => {
    for (const answer of [NO_SESSIONS, encodeHttpResponse({ result: { more: 1, debugSessions: [] } })]) {
      const ends = [0, 3, 12, answer.length];
      server.answer = (_, response) => {
        response.writeHead(200, { "content-length": answer.length });
        // Sent before the next is written: each is a chunk of its own.
        const send = (piece: number): void => {
          if (piece === ends.length) response.end();
          else
            response.write(answer.subarray(ends[piece - 1], ends[piece]), () =>
              setImmediate(send, piece + 1),
            );
        };
        send(1);
      };
      const exchanges: Exchange[] = [];
      const read = await clientOf().debug.getDebugSessions(undefined, {
        onExchange: (exchange) => exchanges.push(exchange),
      });
      expect(read).toEqual(EMPTY);
      expect(exchanges.map(({ bytes }) => bytes)).toEqual([answer.length]);
    }
  });
});

describe("the request", () => {
  it("tolerates a slash at the end of the address", async () => {
    await clientOf({ httpServerAddress: `${server.address}//` }).debug.getDebugSessions();
    expect(server.asked[0]?.path).toBe("/v0/Debug/getDebugSessions");
  });

  it.each([
    "nonsense",
    "ftp://127.0.0.1/v0",
    "http://user:word@127.0.0.1/v0",
    "http://127.0.0.1/v0?a=b",
    "/v0#x",
  ])("is refused for the address %s", async (httpServerAddress) => {
    const error = await failure(clientOf({ httpServerAddress }).debug.getDebugSessions());
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(String(error)).not.toContain("word");
  });

  it("takes an address without a scheme from the page's origin", async () => {
    const { origin } = new URL(server.address);
    Object.defineProperty(globalThis, "location", { value: { origin }, configurable: true });
    try {
      expect(await clientOf({ httpServerAddress: "/v0" }).debug.getDebugSessions()).toEqual(EMPTY);
    } finally {
      Reflect.deleteProperty(globalThis, "location");
    }
    expect(server.asked[0]?.path).toBe("/v0/Debug/getDebugSessions");
  });

  it("sends the list of ids as it is given, an empty one too", async () => {
    await clientOf().debug.getDebugSessions({ debugSessionIds: [] });
    expect(decodeHttpRequest(server.asked[0]?.body ?? new Uint8Array()).params).toEqual({
      debugSessionIds: [],
    });
  });

  it("carries the key that was set last, trimmed, and none once it is taken away", async () => {
    const client = clientOf({ apiKey: "first" });
    await client.debug.getDebugSessions();
    client.setApiKey("  second ");
    await client.debug.getDebugSessions();
    client.setApiKey(undefined);
    await client.debug.getDebugSessions();
    client.setApiKey(null);
    await client.debug.getDebugSessions();
    const keys = server.asked.map(({ headers }) => headers.authorization);
    expect(keys).toEqual(["Bearer first", "Bearer second", undefined, undefined]);
  });

  it("carries extra headers, which do not replace its own", async () => {
    const extraHeaders: [string, string][] = [
      ["X-Trace", "1"],
      ["authorization", "Basic other"],
      ["content-type", "text/plain"],
    ];
    await clientOf({ apiKey: "key", extraHeaders }).debug.getDebugSessions();
    expect(server.asked[0]?.headers).toMatchObject({
      "x-trace": "1",
      authorization: "Bearer key",
      "content-type": "application/octet-stream",
    });
  });

  it.each([
    { extraHeaders: { "X-A": "line\nbreak" } },
    { extraHeaders: { "X-A": "\u20ac" } },
    { extraHeaders: { "no name": "a" } },
    { apiKey: "a\u0000b" },
    { apiKey: "a\u007fb" },
    { apiKey: "\u65e5\u672c" },
  ])("is refused for %j, which no header can carry", async (options) => {
    expect(await failure(clientOf(options).debug.getDebugSessions())).toBeInstanceOf(InvalidRequestError);
    expect(server.asked).toEqual([]);
  });

  it("is refused for parameters that JSON cannot hold", async () => {
    const circle: { debugSessionIds: string[]; self?: unknown } = { debugSessionIds: [] };
    circle.self = circle;
    let deep: unknown[] = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const { debug } = clientOf();
    for (const params of [circle, { debugSessionIds: 1n }, { debugSessionIds: deep }, () => 0]) {
      const error = await failure(debug.getDebugSessions(params as { debugSessionIds: string[] }));
      expect(error).toBeInstanceOf(InvalidRequestError);
    }
    expect(server.asked).toEqual([]);
  });

  it.each([-1, Number.NaN])("is refused for a timeout of %d ms", async (timeoutMs) => {
    expect(await failure(clientOf().debug.getDebugSessions({}, { timeoutMs }))).toBeInstanceOf(
      InvalidRequestError,
    );
  });

  it("goes through the fetch of the options", async () => {
    const urls: unknown[] = [];
    const client = clientOf({
      fetch: (input, init) => {
        urls.push(input);
        return fetch(input, init);
      },
    });
    expect(await client.debug.getDebugSessions()).toEqual(EMPTY);
    expect(urls).toEqual([`${server.address}/Debug/getDebugSessions`]);
  });
});

describe("calls at the same time", () => {
  it("each get their own answer", async () => {
    server.answer = ({ body }, response) => {
      const { params } = decodeHttpRequest(body);
      const { persistentLauncherId } = params as { persistentLauncherId: string };
      const timestamp = 1e12 + Number(persistentLauncherId);
      respond(encodeHttpResponse({ result: { sysinfo: [{ timestamp, cpus: 1, memory: 1 }] } }))(
        { method: "", path: "", headers: {}, body },
        response,
      );
    };
    const { persistentLauncher } = clientOf();
    const ids = Array.from({ length: 20 }, (_, i) => i);
    const answers = await Promise.all(
      ids.map((id) => persistentLauncher.getSysinfo({ persistentLauncherId: String(id) })),
    );
    expect(answers.map(({ result }) => result?.sysinfo[0]?.timestamp)).toEqual(ids.map((id) => 1e12 + id));
  });
});

describe("a call that takes too long", () => {
  it.each([
    ["never answered", hang],
    ["answered with a body that never ends", stall],
    [
      "dripped byte by byte",
      ((_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write("a"), 5);
        response.on("close", () => clearInterval(drip));
      }) as Answer,
    ],
  ])("rejects at its deadline when %s", async (_, answer) => {
    server.answer = answer;
    const error = await failure(clientOf().debug.getDebugSessions({}, { timeoutMs: 60 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ kind: "timeout", timeoutMs: 60 });
  });

  it("rejects at its deadline even when the fetch pays no heed to its signal", async () => {
    const client = clientOf({ fetch: () => new Promise(() => {}) });
    expect(await failure(client.debug.getDebugSessions({}, { timeoutMs: 20 }))).toBeInstanceOf(TimeoutError);
  });

  it.each([0, Infinity, 1e12])(
    "has a timeout of %d ms without a timer that fires at once",
    async (timeoutMs) => {
      expect(await clientOf().debug.getDebugSessions({}, { timeoutMs })).toEqual(EMPTY);
    },
  );

  it("leaves no timer and no listener behind, however it ends", async () => {
    const before = timers();
    const { signal } = new AbortController();
    const { debug } = clientOf();
    await debug.getDebugSessions({}, { signal });
    server.answer = respond(new Uint8Array(), 500);
    await failure(debug.getDebugSessions({}, { signal }));
    server.answer = hang;
    await failure(debug.getDebugSessions({}, { signal, timeoutMs: 20 }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
    // One of an earlier call's connection may end meanwhile.
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

describe("a call that is aborted", () => {
  it("rejects with the reason of the signal before the answer", async () => {
    server.answer = hang;
    const controller = new AbortController();
    const call = failure(clientOf().debug.getDebugSessions({}, { signal: controller.signal }));
    await server.nextRequest();
    const reason = { because: "stale" };
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  it("rejects with an AbortError within the body, and the connection is let go", async () => {
    const closed = new Promise<void>((resolve) => {
      server.answer = (asked, response) => {
        response.on("close", resolve);
        stall(asked, response);
      };
    });
    const controller = new AbortController();
    const call = failure(clientOf().debug.getDebugSessions({}, { signal: controller.signal }));
    await server.nextRequest();
    controller.abort();
    expect(await call).toMatchObject({ name: "AbortError" });
    await closed;
  });

  it("sends nothing when it was aborted before", async () => {
    const reason = new Error("too late");
    const call = clientOf().debug.getDebugSessions({}, { signal: AbortSignal.abort(reason) });
    expect(await failure(call)).toBe(reason);
    expect(server.asked).toEqual([]);
  });
});

describe("close", () => {
  it("rejects the calls in flight and the later ones", async () => {
    server.answer = hang;
    const client = clientOf();
    const calls = [failure(client.debug.getDebugSessions()), failure(client.debug.getDebugSessions())];
    await server.nextRequest();
    client.close();
    client.close();
    for (const error of await Promise.all(calls)) expect(error).toBeInstanceOf(ClosedError);
    expect(await failure(client.debug.getDebugSessions())).toBeInstanceOf(ClosedError);
  });
});

describe("a connection that fails", () => {
  it("is a NetworkError when nobody listens", async () => {
    await server.stop();
    const error = await failure(clientOf().debug.getDebugSessions());
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ kind: "network", name: "NetworkError" });
  });

  it("is a NetworkError when it is reset within the body", async () => {
    server.answer = (asked, response) => {
      stall(asked, response);
      response.socket?.resetAndDestroy();
    };
    expect(await failure(clientOf().debug.getDebugSessions())).toBeInstanceOf(NetworkError);
  });

  it("is a NetworkError when what answers speaks no HTTP", async () => {
    const raw = createServer((socket) => socket.end("\u0000\u0001no http\r\n"));
    await new Promise<void>((resolve) => {
      raw.listen(0, "127.0.0.1", resolve);
    });
    const { port } = raw.address() as { port: number };
    const client = clientOf({ httpServerAddress: `http://127.0.0.1:${port}` });
    expect(await failure(client.debug.getDebugSessions())).toBeInstanceOf(NetworkError);
    raw.close();
  });

  it("is a NetworkError when the body was read by another", async () => {
    const used = new Response("used");
    await used.text();
    const client = clientOf({ fetch: () => Promise.resolve(used) });
    expect(await failure(client.debug.getDebugSessions())).toBeInstanceOf(NetworkError);
  });

  it.each([301, 302, 303, 307, 308])(
    "is a NetworkError at a redirect %d, which is not followed",
    async (status) => {
      server.answer = (asked, response) => {
        if (asked.path.endsWith("/elsewhere")) respond(NO_SESSIONS)(asked, response);
        else response.writeHead(status, { location: "/elsewhere" }).end();
      };
      expect(await failure(clientOf({ apiKey: "key" }).debug.getDebugSessions())).toBeInstanceOf(
        NetworkError,
      );
      expect(server.asked.map(({ path }) => path)).toEqual(["/v0/Debug/getDebugSessions"]);
    },
  );
});

describe("a status other than 2xx", () => {
  it.each([404, 500, 502])("%d with a page of HTML is an HttpStatusError", async (status) => {
    server.answer = respond(new TextEncoder().encode("<!doctype html>"), status, {
      "content-type": "text/html",
    });
    const error = await failure(clientOf().debug.getDebugSessions());
    expect(error).toBeInstanceOf(HttpStatusError);
    expect(error).toMatchObject({ kind: "http", status });
    expect(error).not.toHaveProperty("retryAfterMs");
  });

  it("is told with the wait it asks for", async () => {
    server.answer = respond(new Uint8Array(), 429, { "retry-after": "7" });
    expect(await failure(clientOf().debug.getDebugSessions())).toMatchObject({
      status: 429,
      retryAfterMs: 7000,
    });
  });

  it("is an error of the API when it carries one, whatever its content type", async () => {
    const frame = encodeHttpResponse({ error: { code: "bad_credentials" } });
    server.answer = respond(frame, 401, { "content-type": "text/plain" });
    expect(await clientOf().debug.getDebugSessions()).toEqual({ error: { code: "bad_credentials" } });
  });

  it("is an HttpStatusError even with a readable result, a broken body or too long a body", async () => {
    server.answer = respond(NO_SESSIONS, 500);
    expect(await failure(clientOf().debug.getDebugSessions())).toMatchObject({ status: 500 });
    expect(await failure(clientOf({ maxResponseBytes: 3 }).debug.getDebugSessions())).toMatchObject({
      status: 500,
    });
    server.answer = (_, response) => {
      response.writeHead(503, { "content-length": 100, "retry-after": "1" });
      response.write("half", () => response.socket?.resetAndDestroy());
    };
    const error = await failure(clientOf().debug.getDebugSessions());
    expect(error).toMatchObject({ status: 503, retryAfterMs: 1000 });
  });
});

describe("the size of an answer", () => {
  it("may be just the cap", async () => {
    const client = clientOf({ maxResponseBytes: NO_SESSIONS.length });
    expect(await client.debug.getDebugSessions()).toEqual(EMPTY);
  });

  it("beyond the cap is a DecodeError: the rest is not waited for, and the connection is let go", async () => {
    const closed = new Promise<void>((resolve) => {
      server.answer = (_, response) => {
        response.on("close", resolve);
        response.writeHead(200);
        response.write(new Uint8Array(1000));
      };
    });
    expect(await failure(clientOf({ maxResponseBytes: 999 }).debug.getDebugSessions())).toBeInstanceOf(
      DecodeError,
    );
    await closed;
  });

  it("is what comes, not what is announced: a compressed body counts as it is unpacked", async () => {
    const { gzipSync } = await import("node:zlib");
    server.answer = respond(gzipSync(new Uint8Array(100_000)), 200, { "content-encoding": "gzip" });
    expect(await failure(clientOf({ maxResponseBytes: 50_000 }).debug.getDebugSessions())).toBeInstanceOf(
      DecodeError,
    );
  });
});

describe("onExchange", () => {
  it("tells of the whole answer once, before it is decoded", async () => {
    server.answer = respond(new Uint8Array([0]), 200, { "x-here": "yes" });
    const seen: Exchange[] = [];
    const before = Date.now();
    const error = await failure(
      clientOf().debug.getDebugSessions({}, { onExchange: (exchange) => seen.push(exchange) }),
    );
    expect(error).toBeInstanceOf(DecodeError);
    expect(seen).toHaveLength(1);
    const [{ status, headers, bytes, sentAt, receivedAt } = {}] = seen as Partial<Exchange>[];
    expect([status, headers?.get("x-here"), bytes]).toEqual([200, "yes", 1]);
    expect(sentAt).toBeGreaterThanOrEqual(before);
    expect(receivedAt).toBeGreaterThanOrEqual(sentAt ?? Infinity);
    expect(receivedAt).toBeLessThanOrEqual(Date.now());
  });

  it("is not called when no whole answer came", async () => {
    server.answer = stall;
    const seen: Exchange[] = [];
    await failure(
      clientOf().debug.getDebugSessions({}, { timeoutMs: 30, onExchange: (exchange) => seen.push(exchange) }),
    );
    expect(seen).toEqual([]);
  });
});
