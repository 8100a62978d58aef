/**
 * One call to the API, its answer taken in whole. Over Node's own HTTP client, which follows no redirect and tells when it is
 * connected: fetch does neither as this needs it.
 */
import { Agent, type IncomingMessage, request as requestHttp, type RequestOptions } from "node:http";
import { Agent as SecureAgent, request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { createBodyPacker, type Encoding, packBody, type PackedBody } from "./packed-body.ts";

export interface UpstreamLimits {
  /** Bytes of an answer's body, decompressed. */
  readonly responseBytes: number;
  /** Milliseconds until a connection stands, its encryption included. */
  readonly connectMs: number;
  /** Milliseconds from sending the call to the last byte of its answer. */
  readonly upstreamMs: number;
}

/** Why there is no answer of the API. */
type Failure = "network" | "timeout" | "redirect" | "broken" | "too_large" | "aborted";

export interface UpstreamAnswer {
  readonly status: number;
  readonly contentType: "application/octet-stream" | "text/plain; charset=utf-8";
  /** What the API answered; of a failure one sentence for a person, which repeats nothing of the call. */
  readonly body: PackedBody;
  /** The API's own headers of these names, as they came. */
  readonly date?: string;
  readonly retryAfter?: string;
  readonly failure?: Failure;
}

/** An API with a key, and the connections to it. */
export interface Upstream {
  /**
   * Makes one call. Never rejects: what goes wrong is an answer with status 502 or 504 and a sentence.
   * @param method `Debug/getDebugSessions` and the like, from a list
   * @param options.encoding what the answer is compressed to while it comes
   */
  readonly call: (
    method: string,
    body: Uint8Array,
    options: { readonly signal: AbortSignal; readonly encoding: Encoding | undefined },
  ) => Promise<UpstreamAnswer>;
  readonly close: () => void;
}

interface UpstreamOptions {
  /** The API's base with its version, no slash at the end. */
  readonly address: string;
  /** Sent as the bearer token; absent: calls go without one. */
  readonly apiKey?: string;
  readonly limits: UpstreamLimits;
}

/** Idle connections are given up before servers commonly do, so that no call goes into a connection that is being closed. Ms. */
const IDLE_MS = 4_000;

/**
 * A connection that is full would be read for two megabytes at a go, while all else waits: other viewers, and the compressor, which
 * comes back for what came since. Bytes.
 */
const TURN_BYTES = 256 * 1024;

export function createUpstream({ address, apiKey, limits }: UpstreamOptions): Upstream {
  const isSecure = address.startsWith("https:");
  const agent = new (isSecure ? SecureAgent : Agent)({ keepAlive: true, timeout: IDLE_MS });
  const send = isSecure ? requestHttps : requestHttp;

  return {
    call: (method, body, { signal, encoding }) =>
      new Promise((resolve) => {
        const failed = (failure: Failure, message: string) => {
          end({
            status: failure === "timeout" ? 504 : 502,
            contentType: "text/plain; charset=utf-8",
            body: packBody(Buffer.from(message)),
            failure,
          });
          request.destroy();
        };
        const onAbort = () => failed("aborted", "The call was given up.");
        const seconds = (ms: number) => `within ${ms / 1000} seconds`;
        const total = setTimeout(
          () => failed("timeout", `The API did not answer ${seconds(limits.upstreamMs)}.`),
          limits.upstreamMs,
        );
        let connecting: NodeJS.Timeout | undefined;
        const end = (answer: UpstreamAnswer) => {
          clearTimeout(total);
          clearTimeout(connecting);
          signal.removeEventListener("abort", onAbort);
          resolve(answer);
        };
        const options: RequestOptions = {
          method: "POST",
          agent,
          headers: {
            "content-type": "application/octet-stream",
            "content-length": body.byteLength,
            accept: "application/octet-stream",
            "accept-encoding": "gzip, br",
            ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
          },
        };
        const request = send(`${address}/${method}`, options);
        signal.addEventListener("abort", onAbort);
        request.on("socket", (socket) => {
          if (!socket.connecting) return;
          connecting = setTimeout(
            () => failed("timeout", `The API could not be reached ${seconds(limits.connectMs)}.`),
            limits.connectMs,
          );
          socket.once(isSecure ? "secureConnect" : "connect", () => clearTimeout(connecting));
        });
        request.on("error", (error) => failed("network", `The API could not be reached${codeOf(error)}.`));
        request.on("response", (response) => {
          void take(response, limits.responseBytes, encoding).then((taken) => {
            if (typeof taken === "string") failed(taken, WORDS[taken]);
            else end(taken);
          });
        });
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

const WORDS = {
  redirect: "The API answered with a redirect, which is refused.",
  broken: "The API's answer broke off, or cannot be read.",
  too_large: "The API answered with more than the gateway passes on.",
} as const satisfies Partial<Record<Failure, string>>;

/** Only the code of a network error is told: its message may hold addresses a viewer need not know. */
function codeOf(error: NodeJS.ErrnoException): string {
  return error.code !== undefined && /^[A-Z_]{3,40}$/.test(error.code) ? ` (${error.code})` : "";
}

/** The whole of an answer, or why it is none. The cap counts what it unpacks to, as it comes. */
async function take(
  response: IncomingMessage,
  most: number,
  encoding: Encoding | undefined,
): Promise<UpstreamAnswer | keyof typeof WORDS> {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400) return "redirect";
  if (status < 200 || status > 599) return "broken";
  if (Number(headers["content-length"]) > most) return "too_large";
  const body = unpacked(response, headers["content-encoding"]);
  if (body === undefined) return "broken";
  const packer = createBodyPacker(encoding);
  let left = most;
  let inTurn = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      left -= chunk.byteLength;
      if (left < 0) return "too_large";
      packer.add(chunk);
      inTurn += chunk.byteLength;
      if (inTurn < TURN_BYTES) continue;
      inTurn = 0;
      await nextTurn();
    }
  } catch {
    return "broken";
  }
  const { date, "retry-after": retryAfter } = headers;
  return {
    status,
    contentType: "application/octet-stream",
    body: packer.end(),
    ...(date === undefined ? {} : { date }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function unpacked(response: IncomingMessage, encoding: string | undefined): Readable | undefined {
  if (encoding === undefined || encoding === "identity") return response;
  const unpack =
    encoding === "gzip" ? createGunzip() : encoding === "br" ? createBrotliDecompress() : undefined;
  // A broken connection must reach whoever reads the unpacked bytes.
  if (unpack) response.on("error", (error) => unpack.destroy(error)).pipe(unpack);
  return unpack;
}
