/** Calls over HTTP: `POST /v0/{Api}/{method}`. */
import { DecodeError, decodeHttpRequest } from "@decthings/api-client/wire";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { MAX_BODY_BYTES, readBody } from "./body.ts";
import { answer, timeFor, type Core } from "./core.ts";
import { CORS, deliver, type Pack } from "./deliver.ts";
import type { Faults } from "./faults.ts";
import { invalidParameter, type Reply } from "./frame.ts";
import type { Method } from "./methods/method.ts";
import { METHODS } from "./methods/table.ts";

/** `Api/method` of a path, undefined for a path of another form. */
export const apiPath = (path: string): string | undefined => /^\/v0\/([^/]+\/[^/]+)$/.exec(path)?.[1];

const PREFLIGHT = {
  ...CORS,
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-max-age": "600",
};

function plain(res: ServerResponse, status: number, sentence: string, headers: Record<string, string> = {}) {
  res.writeHead(status, { ...CORS, "content-type": "text/plain; charset=utf-8", ...headers });
  res.end(`${sentence}\n`);
}

/** Answers one request to `name`; whatever happens, the response comes to an end and nothing is thrown. */
export function handleApi(
  core: Core,
  name: string,
  { req, res, pack }: { req: IncomingMessage; res: ServerResponse; pack?: Pack | undefined },
): void {
  if (req.method === "OPTIONS") {
    res.writeHead(204, PREFLIGHT).end();
    return;
  }
  const run = METHODS.get(name);
  if (run === undefined) {
    plain(res, 404, "There is no such method.");
    return;
  }
  if (req.method !== "POST") {
    plain(res, 405, "A method is called by POST.", { allow: "POST, OPTIONS" });
    return;
  }
  const over = core.traffic.begin(name);
  const gone = new AbortController();
  res.once("close", () => {
    over(res.writableFinished ? "answered" : "aborted");
    gone.abort();
  });
  // The response has its own end on every way out; a call whose connection is gone has nobody left to tell.
  call(core, { name, run, req, res, pack, signal: gone.signal }).catch(() => res.destroy());
}

interface Ongoing {
  name: string;
  run: Method;
  req: IncomingMessage;
  res: ServerResponse;
  pack: Pack | undefined;
  signal: AbortSignal;
}

async function call(core: Core, { name, run, req, res, pack, signal }: Ongoing): Promise<void> {
  const body = await readBody(req);
  if (body === undefined) return;
  if (body === "too large") {
    plain(res, 413, `A request takes at most ${MAX_BODY_BYTES} bytes.`, { connection: "close" });
    return;
  }
  const faults = core.faults.take(name);
  if (faults.latencyMs !== undefined) await wait(faults.latencyMs, undefined, { signal });
  if (faults.hang === true) return;
  if (faults.reset === "before-headers") {
    res.socket?.destroy();
    return;
  }
  const now = timeFor(core, faults);
  const request = decode(body);
  if ("problem" in request) {
    const malformed: Faults = { status: 400, body: "frame", error: "invalid_parameter", ...faults };
    await deliver(res, request.problem, { faults: malformed, now, signal, pack });
    return;
  }
  const key = keyOf(req.headers.authorization);
  const reply = answer(core, run, { params: request.params, key, faults });
  await deliver(res, reply, { faults, now, signal, pack });
}

function decode(body: Buffer): { params: unknown } | { problem: Reply } {
  try {
    return decodeHttpRequest(body);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { problem: invalidParameter("params", error.message) };
  }
}

const keyOf = (authorization: string | undefined) => /^Bearer (.*)$/i.exec(authorization ?? "")?.[1];
