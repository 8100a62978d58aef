import { once } from "node:events";
import { connect } from "node:net";
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

  it("leaves nothing open where its peer never ends the connection", async () => {
    const port = await slow(60, 60_000);
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    onTestFinished(() => void socket.destroy());
    socket.on("error", () => undefined);
    socket.write(HEAD);
    socket.resume();
    await once(socket, "end");
    // Its own half is open still, until the server resets what nobody reads any more.
    await expect
      .poll(() => {
        socket.write("x");
        return socket.destroyed || socket.errored !== null;
      })
      .toBe(true);
  });

  it("is ended when its body is late", async () => {
    const port = await slow(60, 60);
    const answer = await raw(port, `${HEAD}Host: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\nhalf`);
    expect(answer.status).toBe(408);
  });
});

describe("the address of a server", () => {
  it.each([
    ["127.0.0.1", "http://127.0.0.1:"],
    ["0.0.0.0", "http://127.0.0.1:"],
  ])("that listens on %s is one that it answers to", async (host, address) => {
    const gateway = createGateway({ mode: "direct", apiAddress: "https://api.example/v0" });
    const listening = await serve(gateway, { port: 0, host });
    onTestFinished(() => listening.close());
    expect(listening.url).toBe(`${address}${listening.port}`);
    expect((await fetch(`${listening.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${listening.url}/config.json`)).status).toBe(200);
  });
});
