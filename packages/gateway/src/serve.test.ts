import { describe, expect, it, onTestFinished } from "vitest";
import { raw } from "../test/support.ts";
import { createGateway } from "./app.ts";
import { serve, SERVE_LIMITS } from "./serve.ts";

describe("a request that does not come", () => {
  const slow = async (headersMs: number, requestMs: number) => {
    const gateway = createGateway({ mode: "gateway", apiKey: "k", upstream: "http://127.0.0.1:9/v0" });
    const limits = { headersMs, requestMs, checkMs: 20 };
    const listening = await serve(gateway, { port: 0, host: "127.0.0.1", limits });
    onTestFinished(() => listening.close());
    return listening.port;
  };
  const HEAD = "POST /v0/Debug/getDebugSessions HTTP/1.1\r\nContent-Type: application/octet-stream\r\n";

  it("has ten seconds for its head and fifteen in all", () => {
    expect(SERVE_LIMITS).toEqual({ headersMs: 10_000, requestMs: 15_000, checkMs: 1_000 });
  });

  it("is answered with 408 when its head is late", async () => {
    const port = await slow(60, 60_000);
    const answer = await raw(port, HEAD);
    expect([answer.status, answer.body]).toEqual([408, "This request cannot be read."]);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  it("is ended when its body is late", async () => {
    const port = await slow(60, 60);
    const answer = await raw(port, `${HEAD}Host: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\nhalf`);
    expect(answer.status).toBe(408);
  });
});
