import { decodeHttpResponse } from "@decthings/api-client/wire";
import fc from "fast-check";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { PATIENTLY, running } from "../test/running.ts";

/** The request `{}`. */
const EMPTY_OBJECT = Uint8Array.of(0, 2, 0x7b, 0x7d);
const LIST = "Debug/getDebugSessions";

const post = (address: string, body: Uint8Array<ArrayBuffer>) => fetch(address, { method: "POST", body });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe("the API over HTTP", () => {
  it("answers frames as octets, readable from any origin, without exposing more", async () => {
    const { url } = await running();
    const response = await post(`${url}/${LIST}`, EMPTY_OBJECT);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.has("access-control-expose-headers")).toBe(false);
    expect(decodeHttpResponse(await bytesOf(response)).body).toHaveProperty("result.debugSessions");
  });

  it("lets a browser of another origin send the key", async () => {
    const { url } = await running();
    const response = await fetch(`${url}/${LIST}`, {
      method: "OPTIONS",
      headers: {
        origin: "https://dashboard.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization, content-type");
  });

  it("answers 404 to methods that are not there, and 405 to another verb", async () => {
    const { url, origin } = await running();
    expect((await post(`${url}/Debug/explode`, EMPTY_OBJECT)).status).toBe(404);
    expect((await post(`${url}/Debug/subscribeToEvents`, EMPTY_OBJECT)).status).toBe(404);
    expect((await post(`${url}/constructor/toString`, EMPTY_OBJECT)).status).toBe(404);
    expect((await fetch(`${url}/${LIST}`)).status).toBe(405);
    expect((await fetch(`${origin}/`)).status).toBe(404);
  });

  it("refuses a malformed frame with a typed error and status 400, whatever the bytes", async () => {
    const { url } = await running();
    const frames = fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes));
    await fc.assert(
      fc.asyncProperty(frames, async (bytes) => {
        const response = await post(`${url}/${LIST}`, bytes);
        const { body } = decodeHttpResponse(await bytesOf(response));
        const code = "error" in body ? body.error.code : "none";
        // A few of these bytes are a frame by chance, of parameters that are wrong or right.
        expect(["400 invalid_parameter", "200 invalid_parameter", "200 none"]).toContain(
          `${response.status} ${code}`,
        );
      }),
      { numRuns: 60 },
    );
    const empty = await post(`${url}/${LIST}`, new Uint8Array(0));
    expect(empty.status).toBe(400);
  });

  it("takes a request of 1 MiB and refuses a longer one", async () => {
    const { url } = await running();
    const padded = (length: number) => {
      const bytes = new Uint8Array(length).fill(0x20);
      bytes.set([0, 0xfe, 0, 0, 0, 0]);
      new DataView(bytes.buffer).setUint32(2, length - 6);
      bytes.set([0x7b, 0x7d], 6);
      return bytes;
    };
    expect((await post(`${url}/${LIST}`, padded(1_048_576))).status).toBe(200);
    expect((await post(`${url}/${LIST}`, padded(1_048_577))).status).toBe(413);
  });

  it("counts calls by method, those in flight, and those the client gave up", async () => {
    const { url, client, simulator } = await running();
    await client.debug.getDebugSessions();
    await client.debug.getDebugSessions();
    await client.persistentLauncher.getPersistentLaunchers();
    expect(simulator.stats().calls).toEqual({ [LIST]: 2, "PersistentLauncher/getPersistentLaunchers": 1 });

    simulator.setFaults({ hang: true });
    const giveUp = new AbortController();
    const hanging = fetch(`${url}/${LIST}`, {
      method: "POST",
      body: EMPTY_OBJECT,
      signal: giveUp.signal,
    });
    await expect.poll(() => simulator.stats().inFlight, PATIENTLY).toBe(1);
    giveUp.abort();
    await expect(hanging).rejects.toHaveProperty("name", "AbortError");
    await expect.poll(() => simulator.stats(), PATIENTLY).toMatchObject({ inFlight: 0, aborted: 1 });
  });

  it("survives clients that hang up in the middle of a request, or speak no HTTP", async () => {
    const { url, client, simulator } = await running();
    const { port, hostname } = new URL(url);
    for (const text of [
      "POST /v0/Debug/getDebugSessions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf",
      "\u0000\u0001nonsense\r\n\r\n",
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(text, () => setImmediate(() => socket.destroy())),
        );
        socket.once("close", () => resolve());
      });
    }
    await expect.poll(() => simulator.stats().inFlight, PATIENTLY).toBe(0);
    expect((await client.debug.getDebugSessions()).error).toBeUndefined();
  });
});
