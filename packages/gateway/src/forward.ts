/**
 * One API call of a viewer: answered by a call with the server's key, shared with whoever asks the same. Nothing of the browser's
 * request but the method's name (looked up in a list) and the body goes up; nothing of the answer but status, body, Date and
 * Retry-After comes down.
 */
import { readRetryAfter } from "@decthings/api-client";
import { decodeHttpResponse } from "@decthings/api-client/wire";
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { type Metrics, outcomeOf } from "./metrics.ts";
import { encodingFor, type Encoding } from "./packed-body.ts";
import { createSharedCalls, type SharedAnswer, type Verdict } from "./shared-calls.ts";
import { createUpstream, type UpstreamAnswer, type UpstreamLimits } from "./upstream.ts";

export interface ForwardLimits extends UpstreamLimits {
  /** Bytes of a request's body. */
  readonly requestBytes: number;
  /** Different calls that are under way at a time. */
  readonly calls: number;
}

export const DEFAULT_LIMITS: ForwardLimits = {
  // More session ids than an address can hold.
  requestBytes: 1024 * 1024,
  responseBytes: 64 * 1024 * 1024,
  connectMs: 5_000,
  upstreamMs: 15_000,
  calls: 32,
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

/** Sent by a page when a person asked again, who has seen the last answer: it goes through what is kept of a refusal. */
const AGAIN_HEADER = "x-try-again";
/** How long before this request its answer's call was made, beyond what `Age` says, in ms: nothing older than that is in it. */
const EARLIER_HEADER = "x-asked-earlier";

interface Judged extends UpstreamAnswer {
  readonly verdict: Verdict;
}

/** Larger answers are no errors. Bytes. */
const LARGEST_ERROR = 8_192;

/** What an answer of the API means. An error may come with any status. */
function verdictOf({ status, body, failure }: UpstreamAnswer): Verdict {
  if (status === 429) return "too_many_requests";
  if (failure === undefined && body.byteLength <= LARGEST_ERROR) {
    try {
      const decoded = decodeHttpResponse(Buffer.concat(body.chunks)).body;
      if ("error" in decoded) {
        return decoded.error.code === "too_many_requests" ? "too_many_requests" : "error";
      }
    } catch {
      // What it is to the page is the page's to say.
    }
  }
  return status < 300 ? "ok" : "error";
}

/** A page that reads nothing of its answer for so long is gone. Ms. */
export const STALLED_MS = 30_000;
const NO_BODY = new Set([204, 205]);
const BUSY = "The gateway has too many calls under way.";

interface ForwarderOptions {
  readonly upstream: string;
  readonly apiKey?: string;
  readonly limits: ForwardLimits;
  readonly metrics: Metrics;
}

export interface Forwarder {
  /** Answers the viewer; resolves when the answer is sent, or the viewer is gone. */
  readonly forward: (
    method: MethodName,
    body: Uint8Array,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ) => Promise<void>;
  readonly close: () => void;
}

export function createForwarder({ upstream: address, apiKey, limits, metrics }: ForwarderOptions): Forwarder {
  const upstream = createUpstream({ address, limits, ...(apiKey === undefined ? {} : { apiKey }) });
  const now = () => performance.now();
  const shared = createSharedCalls<Judged>({
    now,
    most: limits.calls,
    judge: ({ verdict, retryAfter = "", date = "" }) => ({
      verdict,
      retryAfterMs: readRetryAfter(new Headers({ "retry-after": retryAfter, date }), Date.now()),
    }),
  });

  const callOf =
    (method: MethodName, body: Uint8Array, encoding: Encoding | undefined) => async (signal: AbortSignal) => {
      const started = now();
      const answer = await upstream.call(method, body, { signal, encoding });
      const verdict = verdictOf(answer);
      metrics.called(method, outcomeOf(answer, verdict), (now() - started) / 1_000);
      return { ...answer, verdict };
    };

  return {
    async forward(method, body, incoming, outgoing) {
      const arrivedAt = now();
      metrics.viewed(incoming.socket);
      // An act is nobody else's, whoever does the same.
      const what = METHODS[method].acts
        ? `${arrivedAt} ${Math.random()}`
        : createHash("sha256").update(body).digest("base64");
      const isAgain = METHODS[method].acts || incoming.headers[AGAIN_HEADER] !== undefined;
      const encoding = encodingFor(incoming.headers["accept-encoding"]);
      const asked = shared.ask(method, what, {
        isAgain,
        maxAgeMs: maxAgeOf(incoming.headers["cache-control"]),
        call: callOf(method, body, encoding),
      });
      if (asked === undefined) {
        outgoing
          .writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "1" })
          .end(BUSY);
        return;
      }
      outgoing.once("close", asked.leave);
      const answered = await asked.answer;
      metrics.answered(method, answered.from);
      if (outgoing.destroyed) return;
      await send(answered, { arrivedAt, now: now(), encoding }, incoming, outgoing);
    },
    close: upstream.close,
  };
}

/** How old an answer the viewer takes, as HTTP has it: ms; 0 where it says nothing of it. */
const maxAgeOf = (cacheControl: string | undefined): number =>
  1_000 * Number(/(?:^|[\s,])max-age=(\d{1,6})(?:$|[\s,])/i.exec(cacheControl ?? "")?.[1] ?? 0);

interface Viewing {
  readonly arrivedAt: number;
  readonly now: number;
  readonly encoding: Encoding | undefined;
}

async function send(
  { answer, sentAt, receivedAt, keptUntil, from }: SharedAnswer<Judged>,
  { arrivedAt, now, encoding }: Viewing,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { status, contentType, date, retryAfter, verdict, body } = answer;
  const packed = body.packed(encoding);
  const headers: Record<string, string> = { "content-type": contentType, vary: "accept-encoding" };
  if (date === undefined) {
    // The gateway's own would be taken for the API's.
    outgoing.sendDate = false;
  } else headers["date"] = date;
  if (from !== "call") {
    // By the viewer's clock the answer came this long before the viewer has it, and its call was made so much earlier still.
    const age = Math.floor(Math.max(0, now - receivedAt) / 1_000);
    headers["age"] = String(age);
    headers[EARLIER_HEADER] = String(Math.max(0, Math.ceil(arrivedAt - sentAt) - age * 1_000));
  }
  if (from === "keep" && verdict === "too_many_requests") {
    headers["retry-after"] = String(Math.max(1, Math.ceil((keptUntil - now) / 1_000)));
  } else if (retryAfter !== undefined) headers["retry-after"] = retryAfter;

  if (status === 200) {
    headers["etag"] = `"${body.tag}${packed === undefined ? "" : `.${encoding}`}"`;
    if (isSame(incoming.headers["if-none-match"], body.tag)) {
      // Nothing is shown of a response without a body: what protects a page would be most of its bytes.
      for (const name of ["content-security-policy", "permissions-policy"]) outgoing.removeHeader(name);
      delete headers["content-type"];
      outgoing.writeHead(304, headers).end();
      return;
    }
  }
  outgoing.setTimeout(STALLED_MS, () => outgoing.destroy());
  if (NO_BODY.has(status)) {
    outgoing.writeHead(status, headers).end();
    return;
  }
  if (packed !== undefined) headers["content-encoding"] = encoding ?? "";
  const chunks = packed === undefined ? body.chunks : packed.whole();
  if (chunks !== undefined) {
    headers["content-length"] = String(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
    outgoing.writeHead(status, headers).cork();
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  } else if (packed !== undefined) {
    outgoing.writeHead(status, headers);
    await pipeline(packed.read(), outgoing).catch(() => {});
  }
}

/** Whether If-None-Match names the body, in whatever encoding the viewer had it; compared weakly (RFC 9110), as a proxy may send it. */
const isSame = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.split(",").some((one) => one.trim().replace(/^(?:W\/)?"|(?:\.\w+)?"$/g, "") === tag) ?? false;
