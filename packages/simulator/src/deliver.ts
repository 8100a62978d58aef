/** Puts an answer on an HTTP response, with the faults that concern how it travels. */
import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { typedError } from "./core.ts";
import { errorOfStatus, type Faults } from "./faults.ts";
import { frameOf, type Reply } from "./frame.ts";
import { spoil } from "./spoil.ts";

const OCTETS = "application/octet-stream";

/** Readable from any origin, as the real API is; Date and Retry-After are not exposed, as there. */
export const CORS = { "access-control-allow-origin": "*" } as const;

/** How whoever serves the simulator compresses a body for who takes these encodings; undefined: it goes as it is. */
export type Pack = (
  body: Buffer,
  accepted: string | undefined,
) => Promise<{ encoding: string; body: Uint8Array } | undefined>;

interface Outgoing {
  status: number;
  contentType: string;
  body: Buffer;
}

const page = (status: number) =>
  Buffer.from(
    `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`,
  );

/** What goes out in the end: the answer, or what a failing proxy or server would put in its place. */
function outgoing(reply: Reply, faults: Faults): Outgoing {
  const status = faults.status ?? 200;
  const failing = status >= 300 && faults.error === undefined;
  const form = faults.body ?? (failing ? "empty" : "frame");
  if (form === "html") return { status, contentType: "text/html", body: page(status) };
  if (form === "empty") return { status, contentType: OCTETS, body: Buffer.alloc(0) };
  const body = frameOf(failing ? typedError(errorOfStatus(status)) : reply);
  return { status, contentType: OCTETS, body: spoil(body, faults.frame) };
}

/**
 * Sends the answer. Resolves when it is out, or when the client or a fault ended the connection.
 * @param now virtual epoch ms, for the Date header
 * @param signal aborted when the connection is gone
 * @param pack a body that a fault lets out in parts is none of its
 */
export async function deliver(
  res: ServerResponse,
  reply: Reply,
  {
    faults,
    now,
    signal,
    pack,
  }: { faults: Faults; now: number; signal: AbortSignal; pack?: Pack | undefined },
): Promise<void> {
  const { status, contentType, body: plain } = outgoing(reply, faults);
  const withoutBody = status === 204 || status === 304;
  const inParts = faults.reset === "mid-body" || faults.dripBytesPerSecond !== undefined;
  const packed = withoutBody || inParts ? undefined : await pack?.(plain, res.req.headers["accept-encoding"]);
  const body = packed?.body ?? plain;
  res.writeHead(status, {
    ...CORS,
    date: new Date(now).toUTCString(),
    "content-type": faults.contentType ?? contentType,
    ...(withoutBody ? {} : { "content-length": body.length }),
    ...(pack === undefined ? {} : { vary: "accept-encoding" }),
    ...(packed === undefined ? {} : { "content-encoding": packed.encoding }),
    ...(faults.retryAfterSeconds === undefined ? {} : { "retry-after": String(faults.retryAfterSeconds) }),
  });
  if (faults.reset === "mid-body") {
    res.flushHeaders();
    const half = body.subarray(0, Math.floor(body.length / 2));
    const cut = () => res.socket?.destroy();
    // Node never calls back for a write of nothing.
    if (half.length > 0) res.write(half, cut);
    else setImmediate(cut);
    return;
  }
  if (faults.dripBytesPerSecond !== undefined && !withoutBody) {
    await drip(res, body, faults.dripBytesPerSecond, signal);
  }
  res.end(withoutBody || faults.dripBytesPerSecond !== undefined ? undefined : body);
}

/** Writes the body at a rate, ten times a second, or one byte at a time where the rate is less than that. */
async function drip(res: ServerResponse, body: Uint8Array, bytesPerSecond: number, signal: AbortSignal) {
  const chunk = Math.max(1, Math.round(bytesPerSecond / 10));
  for (let at = 0; at < body.length; at += chunk) {
    res.write(body.subarray(at, at + chunk));
    await wait((1000 * chunk) / bytesPerSecond, undefined, { signal });
  }
}
