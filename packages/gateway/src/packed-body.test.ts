import { createSimulator, listen } from "@decthings-debug-dashboard/simulator";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, lines, raw, startGateway, startUpstream } from "../test/support.ts";
import { type Compressed, createBodyPacker, encodingFor, packBody } from "./packed-body.ts";

describe("the encoding of an answer", () => {
  it.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1, br;q=0.2", "br"],
    ["br;q=0, gzip", "gzip"],
    ["BR ; Q=0.5", "br"],
    ["br;q=0.000", undefined],
    ["brotli", undefined],
    ["*", undefined],
    ["identity", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("for a viewer that takes %j is %j", (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

const readAll = async (compressed: Compressed | undefined) => {
  const read: Uint8Array[] = [];
  for await (const chunk of compressed?.read() ?? []) read.push(chunk);
  return Buffer.concat(read);
};

describe("a packed body", () => {
  const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, i) => `session ${i}`).join());

  it("is the same for every viewer, whenever it begins to read, and made once", async () => {
    const body = packBody(bytes);
    const early = readAll(body.packed("br"));
    expect(body.packed("br")?.whole()).toBeUndefined();
    const first = await early;
    expect(Buffer.concat(body.packed("br")?.whole() ?? []).equals(first)).toBe(true);
    const second = await readAll(body.packed("br"));
    expect(second.equals(first)).toBe(true);
    expect(brotliDecompressSync(first).equals(bytes)).toBe(true);
    expect(gunzipSync(await readAll(body.packed("gzip"))).equals(bytes)).toBe(true);
    const [a, b] = [body.packed("br"), body.packed("br")];
    const chunks = await Promise.all([a, b].map(async (one) => (await one?.read().next())?.value));
    // The very chunks, not equal ones.
    expect(chunks[0]).toBe(chunks[1]);
  });

  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)("is compressed to %s while it comes in, in whatever pieces", async (encoding, unpack) => {
    const packer = createBodyPacker(encoding);
    const whole = Buffer.concat(Array.from({ length: 5 }, () => bytes));
    let at = 0;
    for (const size of [1, 700_000, 0, 100_000, 1_000_000, 3]) {
      packer.add(whole.subarray(at, at + size));
      at += size;
    }
    packer.add(whole.subarray(at));
    const body = packer.end();
    expect(body.tag).toBe(packBody(whole).tag);
    expect(unpack(await readAll(body.packed(encoding))).equals(whole)).toBe(true);
    expect(Buffer.concat(body.chunks).equals(whole)).toBe(true);
  });

  it("is whole where all of it is with the compressor before it is known to be over", async () => {
    const packer = createBodyPacker("br");
    const whole = Buffer.concat(Array.from({ length: 2 }, () => bytes));
    expect(whole.byteLength).toBeGreaterThan(512 * 1024);
    packer.add(whole);
    expect(brotliDecompressSync(await readAll(packer.end().packed("br"))).equals(whole)).toBe(true);
  });

  it("goes as it is where it is small, or nothing else is taken", () => {
    expect(packBody(bytes).packed(undefined)).toBeUndefined();
    expect(packBody(Buffer.from("small")).packed("br")).toBeUndefined();
  });

  it("is known by its tag", () => {
    expect(packBody(bytes).tag).toBe(packBody(Buffer.from(bytes)).tag);
    expect(packBody(bytes).tag).not.toBe(packBody(bytes.subarray(1)).tag);
  });
});

describe("an answer of 10,000 sessions", { timeout: 60_000 }, () => {
  it("is at most a seventh on the wire, and a few hundred bytes when it is unchanged", async () => {
    const simulator = createSimulator({ scenario: "scale", sessions: 10_000, speed: 0 });
    const api = await listen(simulator, { port: 0, host: "127.0.0.1" });
    onTestFinished(() => api.close());
    const gateway = await startGateway({ mode: "gateway", apiKey: "k", upstream: api.url });
    const ask = (...head: string[]) =>
      raw(
        gateway.port,
        `${lines(
          "POST /v0/Debug/getDebugSessions HTTP/1.1",
          `Host: 127.0.0.1:${gateway.port}`,
          "Content-Type: application/octet-stream",
          "Content-Length: 4",
          ...head,
        )}\0\u0002{}`,
      );
    const plain = await ask();
    const whole = Number(plain.headers["content-length"]);
    expect(whole).toBeGreaterThan(12_000_000);
    const tags = [plain.headers["etag"] ?? ""];
    for (const encoding of ["gzip", "br"]) {
      const packed = await ask(`Accept-Encoding: ${encoding}`);
      expect(packed.headers["content-encoding"]).toBe(encoding);
      expect(packed.headers["vary"]).toBe("accept-encoding");
      expect(packed.body.length * 7, encoding).toBeLessThan(whole);
      tags.push(packed.headers["etag"] ?? "");
    }
    // Strong tags: what differs in its bytes has another one.
    expect(new Set(tags).size).toBe(3);
    // A proxy that packs an answer makes its tag a weak one.
    for (const tag of [...tags, ...tags.map((tag) => `W/${tag}`), `"another", W/${tags[0]}`]) {
      const same = await ask("Accept-Encoding: br", `If-None-Match: ${tag}`);
      expect([same.status, same.body, same.headers["x-content-type-options"]]).toEqual([304, "", "nosniff"]);
      const bytes = Object.entries(same.headers).reduce(
        (sum, [name, value]) => sum + name.length + value.length + 4,
        17,
      );
      expect(bytes).toBeLessThan(500);
    }
    for (const tag of ['"another"', 'W/"another"']) {
      expect((await ask(`If-None-Match: ${tag}`)).status, tag).toBe(200);
    }
  });
});

describe("an answer of the demo", () => {
  const url = async (...simulatorFaults: Parameters<ReturnType<typeof createSimulator>["setFaults"]>) => {
    const simulator = createSimulator({ sessions: 40, speed: 0 });
    simulator.setFaults(...simulatorFaults);
    return (await startGateway({ mode: "demo", simulator })).url;
  };
  /** What is told of the answer's form, and its body as a browser has it. */
  const asked = async (base: string, accepted: string) => {
    const answer = await call(base, { headers: { "accept-encoding": accepted } });
    const { headers } = answer;
    return {
      encoding: headers.get("content-encoding"),
      vary: headers.get("vary"),
      onWire: Number(headers.get("content-length")),
      body: Buffer.from(await answer.arrayBuffer()),
    };
  };

  it("is negotiated as one of the API is", async () => {
    const base = await url({});
    const plain = await asked(base, "identity");
    expect(plain).toMatchObject({ encoding: null, vary: "accept-encoding", onWire: plain.body.byteLength });
    for (const encoding of ["br", "gzip"]) {
      const packed = await asked(base, encoding);
      expect(packed).toMatchObject({ encoding, vary: "accept-encoding" });
      expect(packed.onWire * 3).toBeLessThan(plain.onWire);
      expect(packed.body.equals(plain.body)).toBe(true);
    }
  });

  it("goes as it is where a fault lets it out in parts", async () => {
    const { encoding, onWire, body } = await asked(await url({ dripBytesPerSecond: 10_000_000 }), "br");
    expect([encoding, onWire]).toEqual([null, body.byteLength]);
  });
});

describe("what is unchanged", () => {
  it("is looked up at the API all the same once an answer is old, and only a successful one counts", async () => {
    let status = 200;
    const upstream = await startUpstream((_, res) => res.writeHead(status).end("frame"));
    const gateway = await startGateway({ mode: "gateway", apiKey: "k", upstream: upstream.url });
    const tag = (await call(gateway.url)).headers.get("etag") ?? "";
    status = 500;
    const failed = await call(gateway.url, {
      headers: { "if-none-match": tag, "x-try-again": "1" },
    });
    expect([failed.status, failed.headers.get("etag"), upstream.requests.length]).toEqual([500, null, 2]);
  });
});
