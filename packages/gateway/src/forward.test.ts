import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, CANARY, lines, raw, startGateway, startUpstream, type Upstream } from "../test/support.ts";
import type { GatewayOptions } from "./app.ts";
import { DEFAULT_LIMITS, permission } from "./forward.ts";

const gatewayFor = (upstream: Pick<Upstream, "url">, rest: Partial<GatewayOptions> = {}) =>
  startGateway({ mode: "gateway", apiKey: CANARY, upstream: upstream.url, ...rest });

describe("which methods are forwarded", () => {
  it.each(["getDebugSessions", "getTrainingStatus", "getTrainingMetrics"])("Debug/%s is", (method) => {
    expect(permission(`Debug/${method}`, false)).toEqual({ forward: `Debug/${method}` });
  });
  it.each(["getPersistentLaunchers", "getSysinfo"])("PersistentLauncher/%s is", (method) => {
    expect(permission(`PersistentLauncher/${method}`, false)).toEqual({
      forward: `PersistentLauncher/${method}`,
    });
  });
  it.each(["Debug/terminateDebugSession", "Debug/cancelTrainingSession"])("%s only with actions", (name) => {
    expect(permission(name, false)).toBe("off");
    expect(permission(name, true)).toEqual({ forward: name });
  });
  it.each([
    "Debug/createDebugSession",
    "Model/deleteModel",
    "debug/getdebugsessions",
    "constructor",
    "",
    "__proto__",
  ])("%j is not", (name) => {
    expect(permission(name, true)).toBe("unknown");
  });
});

describe("a forwarded call", () => {
  it("carries the server's key and nothing of the browser's headers", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const gateway = await gatewayFor(upstream);
    await call(gateway.url, {
      headers: { authorization: "Bearer mine", cookie: "a=b", "x-forwarded-for": "10.0.0.1", "x-own": "1" },
    });
    const [request] = upstream.requests;
    expect(request?.url).toBe("/v0/Debug/getDebugSessions");
    expect(request?.headers["authorization"]).toBe(`Bearer ${CANARY}`);
    expect(request?.headers["content-type"]).toBe("application/octet-stream");
    expect(Object.keys(request?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(cookie|x-.*|origin|referer)$/)]),
    );
  });

  it("carries the body as it is", async () => {
    const upstream = await startUpstream((req, res) => req.pipe(res));
    const gateway = await gatewayFor(upstream);
    const bytes = Uint8Array.from({ length: 40_000 }, (_, i) => i % 256);
    const answer = await call(gateway.url, { body: bytes });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it("answers with upstream's status, Retry-After and Date, and none of its other headers", async () => {
    const upstream = await startUpstream((_, res) => {
      res.writeHead(429, {
        "content-type": "text/html",
        "retry-after": "7",
        date: "Tue, 01 Sep 2026 10:00:00 GMT",
        "set-cookie": "session=1",
        "access-control-allow-origin": "*",
        server: "upstream/1",
      });
      res.end("<script>alert(1)</script>");
    });
    const gateway = await gatewayFor(upstream);
    const { status, headers } = await call(gateway.url);
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("7");
    expect(headers.get("date")).toBe("Tue, 01 Sep 2026 10:00:00 GMT");
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    for (const name of ["set-cookie", "access-control-allow-origin", "server"]) {
      expect(headers.get(name), name).toBeNull();
    }
  });

  it.each([200, 204, 404, 500, 503])("passes status %i on", async (status) => {
    const upstream = await startUpstream((_, res) => res.writeHead(status).end());
    const gateway = await gatewayFor(upstream);
    expect((await call(gateway.url)).status).toBe(status);
  });

  it("unpacks a compressed answer", async () => {
    const upstream = await startUpstream((_, res) => {
      res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("frame"));
    });
    const gateway = await gatewayFor(upstream);
    const answer = await call(gateway.url);
    expect([answer.headers.get("content-encoding"), await answer.text()]).toEqual([null, "frame"]);
  });

  it("is not made for an unknown method, an action without --actions, a wrong HTTP method or a large body", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const gateway = await gatewayFor(upstream, { limits: { requestBytes: 1_000 } });
    const post = { method: "POST", headers: { "content-type": "application/octet-stream" } };
    const statuses = [
      await fetch(`${gateway.url}/v0/Model/deleteModel`, post),
      await fetch(`${gateway.url}/v0/Debug/terminateDebugSession`, post),
      await fetch(`${gateway.url}/v0/Debug/getDebugSessions`),
      await call(gateway.url, { body: new Uint8Array(1_001) }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 403, 405, 413]);
    expect(upstream.requests).toHaveLength(0);
    expect((await call(gateway.url, { body: new Uint8Array(1_000) })).status).toBe(200);
  });

  it("is not made on what is simulated either: an action without --actions", async () => {
    const act = async (actions: boolean) => {
      const { url } = await startGateway({ mode: "demo", actions });
      const path = "/v0/Debug/terminateDebugSession";
      const answer = await call(url, {}, path);
      return [answer.status, answer.headers.get("content-type")];
    };
    expect(await act(false)).toEqual([403, "text/plain; charset=utf-8"]);
    expect((await act(true))[0]).toBe(200);
  });

  it("may come in chunks, up to the same limit", async () => {
    const upstream = await startUpstream((req, res) => req.pipe(res));
    const { port } = await gatewayFor(upstream, { limits: { requestBytes: 6 } });
    const chunked = (body: string) =>
      raw(
        port,
        `${lines(
          "POST /v0/Debug/getDebugSessions HTTP/1.1",
          `Host: 127.0.0.1:${port}`,
          "Content-Type: application/octet-stream",
          "Transfer-Encoding: chunked",
        )}${body}`,
      );
    const taken = await chunked("3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
    expect([taken.status, taken.body]).toEqual([200, "abcdef"]);
    const refused = await chunked("3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
    expect([refused.status, refused.body]).toEqual([413, "A call may hold at most 6 bytes."]);
    expect(upstream.requests).toHaveLength(1);
  });

  it("may act when actions are allowed", async () => {
    const upstream = await startUpstream((_, res) => res.end("frame"));
    const gateway = await gatewayFor(upstream, { actions: true });
    const answer = await fetch(`${gateway.url}/v0/Debug/terminateDebugSession`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
    });
    expect([answer.status, upstream.requests[0]?.url]).toEqual([200, "/v0/Debug/terminateDebugSession"]);
  });
});

describe("without limits of its own, a gateway", { timeout: 30_000 }, () => {
  const MiB = 1_024 * 1_024;

  it("gives the API five seconds to connect and fifteen in all", () => {
    expect(DEFAULT_LIMITS).toMatchObject({ connectMs: 5_000, upstreamMs: 15_000 });
  });

  it("takes a call of 1 MiB, and none of a byte more", async () => {
    const upstream = await startUpstream((req, res) => req.resume().once("end", () => res.end("frame")));
    const { url } = await gatewayFor(upstream);
    expect((await call(url, { body: new Uint8Array(MiB) })).status).toBe(200);
    expect((await call(url, { body: new Uint8Array(MiB + 1) })).status).toBe(413);
    expect(upstream.requests).toHaveLength(1);
  });

  it("passes an answer of 64 MiB on as it comes in parts, and none of a byte more", async () => {
    const parts = Array.from({ length: 64 }, () => Buffer.alloc(MiB));
    let rest = "";
    const upstream = await startUpstream((_, res) => {
      for (const part of parts) res.write(part);
      res.end(rest);
    });
    const { url } = await gatewayFor(upstream);
    const whole = await call(url, { headers: { "accept-encoding": "identity" } });
    expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 64 * MiB]);
    rest = ".";
    expect((await call(url, { headers: { "x-try-again": "1" } })).status).toBe(502);
    expect(upstream.requests).toHaveLength(2);
  });
});

describe("when upstream fails", () => {
  it.each([301, 302, 303, 307, 308])(
    "a redirect (%i) is refused and never receives the key",
    async (status) => {
      const elsewhere = await startUpstream((_, res) => res.end("stolen"));
      const upstream = await startUpstream((_, res) =>
        res.writeHead(status, { location: elsewhere.url }).end(),
      );
      const gateway = await gatewayFor(upstream);
      const answer = await call(gateway.url);
      expect([answer.status, await answer.text()]).toEqual([
        502,
        "The API answered with a redirect, which is refused.",
      ]);
      expect(elsewhere.requests).toHaveLength(0);
    },
  );

  it("says in one sentence that it could not be reached", async () => {
    // Port 9 is the discard service, which nothing runs.
    const gateway = await gatewayFor({ url: "http://127.0.0.1:9/v0" });
    const answer = await call(gateway.url);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([502, "text/plain; charset=utf-8"]);
    expect(await answer.text()).toMatch(/^The API could not be reached( \([A-Z_]+\))?\.$/);
  });

  it("says in one sentence that it took too long", async () => {
    const upstream = await startUpstream(() => {});
    const gateway = await gatewayFor(upstream, { limits: { upstreamMs: 50 } });
    const answer = await call(gateway.url);
    expect([answer.status, await answer.text()]).toEqual([
      504,
      "The API did not answer within 0.05 seconds.",
    ]);
  });

  it("says in one sentence that the answer stalled after its first bytes", async () => {
    const upstream = await startUpstream((_, res) => void res.write("first"));
    const gateway = await gatewayFor(upstream, { limits: { upstreamMs: 80 } });
    const answer = await call(gateway.url);
    expect([answer.status, await answer.text()]).toEqual([
      504,
      "The API did not answer within 0.08 seconds.",
    ]);
  });

  it("says in one sentence that no connection came about in time", async () => {
    // Takes the connection and never says a word of TLS.
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const gateway = await gatewayFor({ url: `https://127.0.0.1:${port}/v0` }, { limits: { connectMs: 50 } });
    const answer = await call(gateway.url);
    expect([answer.status, await answer.text()]).toEqual([
      504,
      "The API could not be reached within 0.05 seconds.",
    ]);
  });

  it("says in one sentence that the answer broke off", async () => {
    const upstream = await startUpstream((_, res) => {
      res.write("first");
      setImmediate(() => res.destroy());
    });
    const gateway = await gatewayFor(upstream);
    const answer = await call(gateway.url);
    expect([answer.status, await answer.text()]).toEqual([
      502,
      "The API's answer broke off, or cannot be read.",
    ]);
  });

  it("refuses an answer that says it is over the cap, and one that turns out to be", async () => {
    const honest = await startUpstream((_, res) => res.end("x".repeat(1_001)));
    const silent = await startUpstream((_, res) => {
      res.write("x".repeat(600));
      res.end("x".repeat(600));
    });
    const limits = { responseBytes: 1_000 };
    for (const upstream of [honest, silent]) {
      const refused = await call((await gatewayFor(upstream, { limits })).url);
      expect([refused.status, await refused.text()]).toEqual([
        502,
        "The API answered with more than the gateway passes on.",
      ]);
    }
  });

  it("does not count packed bytes: an answer that unpacks beyond the cap is refused", async () => {
    const upstream = await startUpstream((_, res) => {
      res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(1_000_000)));
    });
    const gateway = await gatewayFor(upstream, { limits: { responseBytes: 10_000 } });
    expect((await call(gateway.url)).status).toBe(502);
  });

  it("refuses an answer that cannot be unpacked", async () => {
    const upstream = await startUpstream((req, res) => {
      res
        .writeHead(200, { "content-encoding": req.url?.includes("Status") === true ? "gzip" : "lzma" })
        .end("x");
    });
    const gateway = await gatewayFor(upstream);
    const other = fetch(`${gateway.url}/v0/Debug/getTrainingStatus`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
    });
    expect([(await call(gateway.url)).status, (await other).status]).toEqual([502, 502]);
  });

  it("is let go when the viewer goes away", async () => {
    const viewer = new AbortController();
    const letGo: Promise<unknown>[] = [];
    const upstream = await startUpstream((_, res) => {
      letGo.push(once(res, "close"));
      viewer.abort(new Error("gone"));
    });
    const gateway = await gatewayFor(upstream);
    await expect(call(gateway.url, { signal: viewer.signal })).rejects.toThrow("gone");
    // Upstream's response never ended by itself, so its close is the gateway's doing.
    await Promise.all(letGo);
    expect(letGo).toHaveLength(1);
  });

  it("never shows the key, upstream's body or its address", async () => {
    const upstream = await startUpstream((req, res) => {
      res.writeHead(302, { location: "/elsewhere" }).end(`you sent ${req.headers["authorization"]}`);
    });
    const gateway = await gatewayFor(upstream);
    const answer = await call(gateway.url);
    const shown = JSON.stringify([...answer.headers]) + (await answer.text());
    expect(shown).not.toContain(CANARY);
    expect(shown).not.toContain("you sent");
    expect(shown).not.toContain(new URL(upstream.url).port);
  });
});
