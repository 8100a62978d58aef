/** The control endpoint, `/_simulator/*`: faults, counts and the clock, for people and tests on this machine alone. */
import type { IncomingMessage, ServerResponse } from "node:http";
import * as v from "valibot";
import { readBody } from "./body.ts";
import type { Core } from "./core.ts";
import { parseFaults } from "./faults.ts";
import { isLoopbackAddress, isLoopbackHost, isLoopbackOrigin } from "./loopback.ts";

const PREFIX = "/_simulator/";
export const isControlPath = (path: string): boolean => path.startsWith(PREFIX);

interface Outcome {
  status: number;
  /** Text is sent as text, anything else as JSON. */
  body?: unknown;
}

type Route = (core: Core, body: unknown) => Outcome;

const OFFSET = "The clock's offsetMs must be a whole number of ms.";
const SPEED = "The clock's speed must be a number from 0 to 100000.";
const Clock = v.strictObject(
  {
    offsetMs: v.optional(
      v.pipe(v.number(OFFSET), v.integer(OFFSET), v.minValue(-1e13, OFFSET), v.maxValue(1e13, OFFSET)),
    ),
    speed: v.optional(v.pipe(v.number(SPEED), v.minValue(0, SPEED), v.maxValue(1e5, SPEED))),
  },
  "The clock takes an object of offsetMs and speed.",
);

const ROUTES: Readonly<Record<string, Route>> = {
  "GET faults": (core) => ({ status: 200, body: core.faults.get() }),
  "POST faults": (core, body) => {
    const read = parseFaults(body);
    if ("problem" in read) return { status: 400, body: read.problem };
    core.faults.set(read.faults);
    return { status: 204 };
  },
  "GET stats": (core) => ({ status: 200, body: core.traffic.stats() }),
  "POST stats/reset": (core) => {
    core.traffic.reset();
    return { status: 204 };
  },
  "GET clock": (core) => ({ status: 200, body: core.clock.state() }),
  "POST clock": (core, body) => {
    const read = v.safeParse(Clock, body);
    if (!read.success) return { status: 400, body: read.issues[0].message };
    core.clock.set(read.output);
    return { status: 200, body: core.clock.state() };
  },
};

/**
 * Why a request may not control the simulator, undefined when it may. A page of another site can reach loopback too, by
 * its own name bound to this address or by a plain form, so the name, the origin and the content type are checked as well.
 */
function refusal(req: IncomingMessage): Outcome | undefined {
  const { host, origin } = req.headers;
  if (!isLoopbackAddress(req.socket.remoteAddress) || !isLoopbackHost(host)) {
    return { status: 403, body: "The simulator is controlled from this machine only." };
  }
  if (origin !== undefined && !isLoopbackOrigin(origin)) {
    return { status: 403, body: "The simulator is not controlled by pages of other sites." };
  }
  const type = req.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (req.method === "POST" && type !== "application/json") {
    return { status: 415, body: "The content type must be application/json." };
  }
  return undefined;
}

/** Answers one request to the control endpoint. */
export function handleControl(core: Core, path: string, req: IncomingMessage, res: ServerResponse): void {
  const route = `${req.method ?? ""} ${path.slice(PREFIX.length)}`;
  outcomeOf(core, route, req).then(
    (outcome) => send(res, outcome),
    () => res.destroy(),
  );
}

async function outcomeOf(core: Core, route: string, req: IncomingMessage): Promise<Outcome> {
  const refused = refusal(req);
  if (refused !== undefined) return refused;
  const run = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined;
  if (run === undefined)
    return { status: 404, body: `The control endpoint knows ${Object.keys(ROUTES).join(", ")}.` };
  if (req.method !== "POST") return run(core, undefined);
  const bytes = await readBody(req);
  if (bytes === "too large" || bytes === undefined) return { status: 413, body: "The body is too large." };
  try {
    // A POST without a body, as for stats/reset, stands for an empty object.
    return run(core, bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8")));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { status: 400, body: "The body is not JSON." };
  }
}

function send(res: ServerResponse, { status, body }: Outcome) {
  const plain = typeof body === "string";
  res.writeHead(status, {
    "cache-control": "no-store",
    ...(body === undefined
      ? {}
      : { "content-type": plain ? "text/plain; charset=utf-8" : "application/json" }),
  });
  res.end(body === undefined ? undefined : plain ? `${body}\n` : JSON.stringify(body));
}
