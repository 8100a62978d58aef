/** The key appears in no error, however the call fails and whoever repeats it. */
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DecthingsClient, DecthingsClientError, type CallOptions, type ClientOptions } from "../src/index.ts";
import { encodeHttpResponse } from "../src/wire/index.ts";
import { respond, startServer, type Answer, type TestServer } from "./support/server.ts";

const KEY = "canary-7f3a9c51";
const text = (words: string) => new TextEncoder().encode(words);

interface Failure {
  name: string;
  answer?: Answer;
  options?: (address: string) => ClientOptions;
  call?: CallOptions;
  params?: unknown;
}

const FAILURES: Failure[] = [
  { name: "nobody listens", options: () => ({ httpServerAddress: "http://127.0.0.1:1/v0" }) },
  { name: "the name is not found", options: () => ({ httpServerAddress: `http://${KEY}.invalid/v0` }) },
  { name: "the address holds it", options: () => ({ httpServerAddress: `http://${KEY}@127.0.0.1/v0` }) },
  { name: "the address is no address", options: () => ({ httpServerAddress: KEY }) },
  { name: "the key cannot be sent", options: () => ({ apiKey: `${KEY}\n${KEY}` }) },
  { name: "the key is beyond Latin-1", options: () => ({ apiKey: `${KEY}\u20ac` }) },
  { name: "an extra header cannot be sent", options: () => ({ extraHeaders: { "X-Key": `${KEY}\n` } }) },
  { name: "a header's name cannot be sent", options: () => ({ extraHeaders: { [`${KEY} ${KEY}`]: KEY } }) },
  {
    name: "fetch itself repeats it",
    options: () => ({ fetch: () => Promise.reject(new TypeError(KEY, { cause: KEY })) }),
  },
  {
    name: "fetch throws it at once",
    options: () => ({
      fetch: () => {
        throw Object.assign(new Error(KEY), { code: KEY });
      },
    }),
  },
  {
    name: "the server redirects to it",
    answer: (_, r) => void r.writeHead(302, { location: `/${KEY}` }).end(),
  },
  { name: "the server repeats it in a page", answer: respond(text(`<p>${KEY}`), 500) },
  { name: "the server repeats it in a status", answer: (_, r) => void r.writeHead(403, KEY).end() },
  { name: "the answer is no frame", answer: respond(text(KEY)) },
  { name: "the answer is no JSON", answer: respond(Buffer.concat([Buffer.from([KEY.length]), text(KEY)])) },
  { name: "the answer is of another shape", answer: respond(encodeHttpResponse({ result: { [KEY]: KEY } })) },
  { name: "the answer is too long", answer: respond(text(KEY)), options: () => ({ maxResponseBytes: 2 }) },
  { name: "the deadline passes", answer: () => {}, call: { timeoutMs: 20 } },
  {
    name: "a parameter repeats it",
    params: {
      toJSON: () => {
        throw new Error(KEY);
      },
    },
  },
  { name: "the timeout is none", call: { timeoutMs: -1 } },
];

let server: TestServer;
beforeAll(async () => {
  server = await startServer(() => {});
});
afterAll(() => server.stop());

describe("the key is not in the error when", () => {
  it.each(FAILURES)("$name", async ({ answer, options, call, params }) => {
    server.answer = answer ?? respond(new Uint8Array());
    const client = new DecthingsClient({
      apiKey: KEY,
      httpServerAddress: server.address,
      ...options?.(server.address),
    });
    const error: unknown = await client.debug
      .getDebugSessions(params as { debugSessionIds: string[] }, call)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DecthingsClientError);
    const { message, stack, cause } = error as Error;
    expect(cause).toBeUndefined();
    const told = [message, stack, JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })];
    expect(told.filter((words) => words?.includes(KEY))).toEqual([]);
  });

  it("a session is unreadable for it, save in that session's own id", async () => {
    server.answer = respond(
      encodeHttpResponse({ result: { debugSessions: [{ id: "a", startedAt: KEY }, KEY] } }),
    );
    const client = new DecthingsClient({ apiKey: KEY, httpServerAddress: server.address });
    const { result } = await client.debug.getDebugSessions();
    expect(result?.unreadable).toHaveLength(2);
    expect(JSON.stringify(result?.unreadable)).not.toContain(KEY);
  });

  it("the client itself is printed", () => {
    const client = new DecthingsClient({ apiKey: KEY, extraHeaders: { "X-Key": KEY } });
    expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain(KEY);
  });
});
