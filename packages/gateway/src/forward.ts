/**
 * One API call, sent on with the server's key. Nothing of the browser's request but the method's name (looked up in a
 * list) and the body goes up; nothing of the answer but status, body, Date and Retry-After comes down.
 */
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

export interface ForwardLimits {
  /** Bytes of a request's body. */
  readonly requestBytes: number;
  /** Bytes of an answer's body, decompressed. */
  readonly responseBytes: number;
  /** Milliseconds from sending the call to the last byte of its answer. */
  readonly upstreamMs: number;
}

export const DEFAULT_LIMITS: ForwardLimits = {
  requestBytes: 64 * 1024,
  responseBytes: 64 * 1024 * 1024,
  upstreamMs: 15_000,
};

/** The API methods the gateway knows; `acts` is true for those that change something. */
const METHODS = {
  "Debug/getDebugSessions": { acts: false },
  "Debug/getTrainingStatus": { acts: false },
  "Debug/getTrainingMetrics": { acts: false },
  "PersistentLauncher/getPersistentLaunchers": { acts: false },
  "PersistentLauncher/getSysinfo": { acts: false },
  "Debug/terminateDebugSession": { acts: true },
  "Debug/cancelTrainingSession": { acts: true },
} as const satisfies Record<string, { readonly acts: boolean }>;

export type MethodName = keyof typeof METHODS;

const isKnown = (name: string): name is MethodName => Object.hasOwn(METHODS, name);

/** Whether `{Api}/{method}` may be forwarded: "off" is one that acts while actions are not allowed. */
export function permission(name: string, actions: boolean): { forward: MethodName } | "off" | "unknown" {
  if (!isKnown(name)) return "unknown";
  return METHODS[name].acts && !actions ? "off" : { forward: name };
}

export interface ForwardOptions {
  /** The API's base with its version, no slash at the end. */
  readonly upstream: string;
  /** Sent as the bearer token; absent: the call goes without one. */
  readonly apiKey?: string;
  readonly limits: ForwardLimits;
}

const TIMED_OUT = new Error("timed out");
const GONE = new Error("the viewer went away");

const plain = (status: 502 | 504, message: string) =>
  new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

const NO_BODY = new Set([204, 205]);
const PASSED = ["retry-after", "date"] as const;

/** Only the code of a network error is told: its message may hold addresses a viewer need not know. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && /^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : "";
}

/** Passes bytes on up to a limit; beyond it the pipeline fails, which breaks the connection. */
const capped = (limit: number) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let left = limit;
    for await (const chunk of source) {
      left -= chunk.byteLength;
      if (left < 0) throw new Error("the answer is over the size cap");
      yield chunk;
    }
  };

/**
 * Sends a call to the API and streams its answer to the viewer. Never rejects: what goes wrong before the answer's
 * head is a 502 or 504 with a sentence; later the connection breaks.
 * @param outgoing the response to the viewer: its end, early or not, ends the call.
 * @returns what Hono is to send: the sentence, or the mark that everything is sent.
 */
export async function forward(
  method: MethodName,
  body: Uint8Array<ArrayBuffer>,
  outgoing: ServerResponse,
  { upstream, apiKey, limits }: ForwardOptions,
): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(TIMED_OUT), limits.upstreamMs);
  outgoing.once("close", () => {
    clearTimeout(timer);
    abort.abort(GONE);
  });
  let answer: Response;
  try {
    answer = await fetch(`${upstream}/${method}`, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/octet-stream",
        accept: "application/octet-stream",
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      // Not followed, so that the key never goes elsewhere; "manual" rather than "error" to be able to say so.
      redirect: "manual",
      signal: abort.signal,
    });
  } catch (error) {
    if (error === TIMED_OUT) {
      return plain(504, `The API did not answer within ${limits.upstreamMs / 1000} seconds.`);
    }
    return plain(502, `The API could not be reached${codeOf(error)}.`);
  }
  const { status } = answer;
  const refuse = (message: string) => {
    abort.abort(GONE);
    return plain(502, message);
  };
  if (status >= 300 && status < 400) return refuse("The API answered with a redirect, which is refused.");
  if (status < 200 || status > 599) return refuse("The API answered with a status that means nothing.");
  if (Number(answer.headers.get("content-length")) > limits.responseBytes) {
    return refuse("The API answered with more than the gateway passes on.");
  }
  const headers: Record<string, string> = { "content-type": "application/octet-stream" };
  for (const name of PASSED) {
    const value = answer.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  // Written here and not by Hono's adapter, which turns an error in the first bytes into a page that shows its text.
  outgoing.writeHead(status, headers);
  if (answer.body === null || NO_BODY.has(status)) {
    outgoing.end();
  } else {
    outgoing.flushHeaders();
    // The status is sent, so the only honest end of a broken answer is a broken connection: pipeline makes it so.
    await pipeline(answer.body, capped(limits.responseBytes), outgoing).catch(() => {});
  }
  return RESPONSE_ALREADY_SENT;
}
