/** Every HTTP vector, over a real socket: our requests have its bytes, and its answers mean what the protocol says. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asAnswered,
  DecodeError,
  DecthingsClient,
  DecthingsTensor,
  HttpStatusError,
  type ApiAnswer,
  type CallOptions,
  type GetDebugSessionsResult,
  type TensorElement,
} from "../src/index.ts";
import { DebugSessionsClient } from "../src/list-client.ts";
import { decodeHttpRequest, encodeHttpRequest } from "../src/wire/index.ts";
import { OCTETS, respond, startServer, type TestServer } from "./support/server.ts";
import { bytesOf, toHex, VECTORS, type Vector } from "./support/vectors.ts";

type Outcome =
  | { does: "refuses" }
  | { does: "answers"; answer: unknown }
  | { does: "lists as unreadable"; ids: string[] };

const REFUSES: Outcome = { does: "refuses" };
const EMPTY: Outcome = { does: "answers", answer: { result: { debugSessions: [] } } };
const UNKNOWN: Outcome = { does: "answers", answer: { error: { code: "unknown" } } };
const unreadable = (id: string): Outcome => ({ does: "lists as unreadable", ids: [id] });
/** What the official client made of a vector, told with another instant. */
function withInstant(name: string, from: number, to: number): Outcome {
  const text = JSON.stringify(VECTORS.find((vector) => vector.name === name)?.clientResult);
  return { does: "answers", answer: JSON.parse(text.replaceAll(`At":${from},`, `At":${to},`)) };
}
const LAUNCHERS = "res.getPersistentLaunchers.all-states";
const SECOND = "00000000-0000-4000-8000-000000000002";

/** Where we do other than the official client did, and why. */
const OURS: Record<string, [outcome: Outcome, why: string]> = {
  "res.getDebugSessions.shape.startedAt-missing": [unreadable(SECOND), "a required field is missing"],
  "res.getDebugSessions.shape.trainingSessions-missing": [unreadable(SECOND), "a required field is missing"],
  "res.getDebugSessions.shape.gpus-array": [unreadable(SECOND), "gpus is one object"],
  "res.getDebugSessions.duplicate-keys": [unreadable("last-wins"), "all fields but the id are missing"],
  [LAUNCHERS]: [withInstant(LAUNCHERS, 1, 1000), "an instant below 1e11 is in seconds"],
  "res.envelope.error-and-result": [REFUSES, "both of result and error"],
  "res.envelope.result-null": [REFUSES, "the result is no object"],
  "res.envelope.empty-object": [REFUSES, "neither of result and error"],
  "res.envelope.error-string": [REFUSES, "an error without a code"],
  "res.envelope.json-array": [REFUSES, "no envelope"],
  "res.envelope.result-wrong-type": [REFUSES, "the sessions are no list"],
  "res.getTrainingMetrics.entries-but-no-blobs": [REFUSES, "an entry without its tensor"],
  "res.getTrainingMetrics.tensor-trailing-bytes": [REFUSES, "bytes after a tensor"],
  "res.getTrainingMetrics.tensor-string-inner-total-wrong": [REFUSES, "a length beyond the blob"],
  "res.getTrainingMetrics.tensor-string-js-serialized-nonascii": [REFUSES, "a length that cuts a character"],
  "bad.length-longer-than-body": [REFUSES, "a length beyond the body"],
  "bad.trailing-garbage-1byte-05": [REFUSES, "a blob's length beyond the body"],
  "bad.huge-9byte-length-all-ff-with-json": [REFUSES, "a length beyond the body"],
  "bad.huge-blob-length": [REFUSES, "a blob's length beyond the body"],
  "bad.deep-nesting": [REFUSES, "no envelope"],
  "http.400": [UNKNOWN, "a readable error counts whatever the status"],
  "http.401": [UNKNOWN, "a readable error counts whatever the status"],
  "http.402": [UNKNOWN, "a readable error counts whatever the status"],
  "http.403": [UNKNOWN, "a readable error counts whatever the status"],
  "http.429": [UNKNOWN, "a readable error counts whatever the status"],
  "http.content-type.uppercase": [EMPTY, "the frame decodes, whatever its type is called"],
  "http.content-type.json": [EMPTY, "the frame decodes, whatever its type is called"],
  "http.content-type.html": [EMPTY, "the frame decodes, whatever its type is called"],
};

/** The content types the vectors are named after. */
const CONTENT_TYPES: Record<string, string> = {
  "http.content-type.uppercase": "APPLICATION/OCTET-STREAM",
  "http.content-type.json": "application/json",
  "http.content-type.html": "text/html; charset=utf-8",
  "http.content-type.padded": " application/octet-stream ",
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer((_, response) => {
    response.end();
  });
});
afterAll(() => server.stop());

/** Calls a method by the name of the wire; the parameters are whatever the vector holds. */
function call(client: DecthingsClient, method: string, params?: unknown): Promise<ApiAnswer<unknown>> {
  const methods = { ...client.debug, ...client.persistentLauncher } as unknown as Record<
    string,
    ((params: unknown, options?: CallOptions) => Promise<ApiAnswer<unknown>>) | undefined
  >;
  return methods[method]?.(params) ?? Promise.reject(new Error(`the client has no ${method}`));
}

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

describe("the fixture", () => {
  it("holds 181 vectors, each of a kind that some test exercises", () => {
    const counts: Record<string, number> = {};
    for (const { direction } of VECTORS) counts[direction] = (counts[direction] ?? 0) + 1;
    expect(counts).toEqual({
      request: 22,
      response: 127,
      "ws-request": 5,
      "ws-response": 8,
      "ws-event": 19,
    });
    expect(new Set(VECTORS.map((vector) => vector.name)).size).toBe(181);
  });

  it.each(VECTORS.filter((vector) => vector.sha256))("$name has the bytes that were recorded", (vector) => {
    const bytes = bytesOf(vector) ?? new Uint8Array();
    expect(bytes.length).toBe(vector.byteLength);
    expect(sha256(bytes)).toBe(vector.sha256);
  });

  it("names in the table of differences only vectors there are", () => {
    const names = new Set(VECTORS.map((vector) => vector.name));
    expect(Object.keys(OURS).filter((name) => !names.has(name))).toEqual([]);
  });
});

const requests = VECTORS.filter((vector) => vector.direction === "request");
const PREFLIGHT = "req.browser.preflight.apikey";
const NO_ARGUMENTS = "req.getDebugSessions.no-args";
const KEYS: Record<string, string> = {
  "req.getDebugSessions.empty-object.apikey": " test-key-123\n",
  "req.browser.getDebugSessions.apikey": "test-key",
  "req.getDebugSessions.apikey-empty-string": "",
};

/** Sends by the client where it offers the method, else the same codec's bytes by hand. The answer does not matter. */
async function send(
  client: DecthingsClient,
  api: string,
  method: string,
  params: unknown,
  blobs: Uint8Array[],
) {
  const isOurs = Object.hasOwn(client.debug, method) || Object.hasOwn(client.persistentLauncher, method);
  const body = encodeHttpRequest(params, blobs);
  const sent = isOurs
    ? call(client, method, params)
    : fetch(`${server.address}/${api}/${method}`, { method: "POST", headers: OCTETS, body });
  await sent.catch(() => undefined);
}

describe("requests", () => {
  const sent = requests.filter(({ name }) => name !== PREFLIGHT && name !== NO_ARGUMENTS);
  it("are all sent but two, which have tests of their own", () => {
    expect(sent).toHaveLength(requests.length - 2);
  });

  it.each(sent)("$name goes out byte for byte", async (vector) => {
    const bytes = bytesOf(vector) ?? new Uint8Array();
    const { params, blobs } = decodeHttpRequest(bytes);
    expect(toHex(encodeHttpRequest(params, blobs))).toBe(toHex(bytes));

    const [, , api = "", method = ""] = vector.http?.path?.split("/") ?? [];
    const client = new DecthingsClient({
      httpServerAddress: server.address,
      apiKey: KEYS[vector.name],
      extraHeaders: vector.http?.headers["x-trace"]
        ? [
            ["x-trace", "1"],
            ["X-Trace", "2"],
          ]
        : undefined,
    });
    await send(client, api, method, params, blobs);
    const asked = server.asked.at(-1);
    expect(asked?.method).toBe("POST");
    expect(asked?.path).toBe(vector.http?.path);
    expect(toHex(asked?.body ?? new Uint8Array())).toBe(toHex(bytes));
    expect(asked?.headers).toMatchObject(vector.http?.headers ?? {});
    expect(asked?.headers.authorization).toBe(vector.http?.headers.authorization);
  });

  it(`${NO_ARGUMENTS}: no arguments are no error but an empty object`, async () => {
    const client = new DecthingsClient({ httpServerAddress: server.address });
    await expect(client.debug.getDebugSessions()).rejects.toBeInstanceOf(DecodeError);
    expect(toHex(server.asked.at(-1)?.body ?? new Uint8Array())).toBe("00027b7d");
  });

  it(`${PREFLIGHT}: the client sets just the headers that the preflight asks for`, async () => {
    const asks = requests.find(({ name }) => name === PREFLIGHT)?.http?.headers[
      "access-control-request-headers"
    ];
    let set: string[] = [];
    const client = new DecthingsClient({
      httpServerAddress: server.address,
      apiKey: "test-key",
      extraHeaders: { "X-Trace": "1" },
      fetch: (url, init) => {
        set = [...new Headers(init?.headers).keys()].toSorted();
        return fetch(url, init);
      },
    });
    await expect(client.debug.getDebugSessions()).rejects.toBeInstanceOf(DecodeError);
    expect(set.join(",")).toBe(asks);
  });
});

/** Our values in the notation of the vectors. */
function noted(value: unknown): unknown {
  if (typeof value === "bigint") return { $bigint: String(value) };
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $number: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value instanceof Uint8Array) return { $hex: toHex(value) };
  if (value instanceof DecthingsTensor) {
    const data = value.asOneDimensional().map((element) => notedElement(element));
    return { $tensor: { type: value.type(), shape: value.shape(), data } };
  }
  if (Array.isArray(value)) return value.map(noted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, noted(item)]));
}

const notedElement = (element: TensorElement): unknown =>
  typeof element === "object" && "format" in element
    ? { $DecthingsElementImage: { format: element.format, data: toHex(element.data) } }
    : noted(element);

/** What the call did, in the words of the table; large answers by their hash, as the vectors tell them. */
async function outcomeOf(answered: Promise<ApiAnswer<unknown>>, hashed: boolean): Promise<Outcome> {
  let answer: ApiAnswer<unknown>;
  try {
    answer = await answered;
  } catch (error) {
    if (error instanceof DecodeError || error instanceof HttpStatusError) return REFUSES;
    throw error;
  }
  const { debugSessions, unreadable = [] } = (answer.result ?? {}) as Partial<GetDebugSessionsResult>;
  if (unreadable.length > 0)
    return { does: "lists as unreadable", ids: unreadable.map(({ id }) => id ?? "") };
  const official = debugSessions
    ? { result: { debugSessions: debugSessions.map(asAnswered) } }
    : noted(answer);
  return { does: "answers", answer: hashed ? sha256(JSON.stringify(official)) : official };
}

const responses = VECTORS.filter((vector) => vector.direction === "response");

/** What it should do: as the table says, else as the official client did. */
function expectedOf(vector: Vector): Outcome {
  const [ours] = OURS[vector.name] ?? [];
  if (ours) return ours;
  if (vector.outcome === "error") return REFUSES;
  const { jsonSha256 } = vector.clientResult as { jsonSha256?: string };
  return { does: "answers", answer: jsonSha256 ?? vector.clientResult };
}

describe("answers", () => {
  const cases = responses.map((vector) => ({ vector, name: vector.name, expected: expectedOf(vector) }));

  it.each(cases)("$name: the client $expected.does", async ({ vector, name, expected }) => {
    const type = CONTENT_TYPES[name];
    server.answer = respond(
      bytesOf(vector) ?? new Uint8Array(),
      vector.http?.status ?? 200,
      type ? { "content-type": type } : OCTETS,
    );
    const options = { httpServerAddress: server.address };
    const client = new DecthingsClient(options);
    const hashed = expected.does === "answers" && typeof expected.answer === "string";
    expect(await outcomeOf(call(client, vector.method ?? "", {}), hashed)).toEqual(expected);
    if (vector.method !== "getDebugSessions") return;
    // What is read while it comes is the same; the second time what repeats is known.
    const list = new DebugSessionsClient(options);
    for (const _ of ["once", "again"])
      expect(await outcomeOf(list.debug.getDebugSessions({}), hashed)).toEqual(expected);
  });
});
