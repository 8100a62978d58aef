/** The gateway: guards, headers and routes, free of any socket of its own so that Vite can mount it too. */
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { createSimulator, type Simulator } from "@decthings-debug-dashboard/simulator";
import { type Context, Hono } from "hono";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Access, addressOf, createAccess, LONGEST_TOKEN } from "./access.ts";
import {
  createForwarder,
  DEFAULT_LIMITS,
  type Forwarder,
  type ForwardLimits,
  permission,
  STALLED_MS,
} from "./forward.ts";
import { guard, isApiPath, isControlPath, isGuarded, OWN_PATHS, pathOf } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { packFor } from "./packed-body.ts";
import { pageRoutes } from "./page.ts";
import { rawResponse } from "./raw-response.ts";
import { readBody } from "./request-body.ts";
import { observeRequest, type RequestEntry } from "./request-log.ts";

export const DEFAULT_API_ADDRESS = "https://api.decthings.com/v0";

export type Mode = "demo" | "gateway" | "direct";

export interface GatewayOptions {
  readonly mode: Mode;
  /** Direct mode: the API address the page calls. Default {@link DEFAULT_API_ADDRESS}. */
  readonly apiAddress?: string;
  /** Gateway mode: the key added to every call. */
  readonly apiKey?: string;
  /** Gateway mode: the API's base with its version. Default {@link DEFAULT_API_ADDRESS}. */
  readonly upstream?: string;
  /** Whether terminate and cancel are forwarded: the page offers neither. Default false. */
  readonly actions?: boolean;
  /** Demo mode: what answers `/v0`. Default: a simulator with its defaults. The gateway closes it. */
  readonly simulator?: Simulator;
  /** Absolute path of the built page; absent: the page is not served (Vite does). */
  readonly distDir?: string;
  readonly limits?: Partial<ForwardLimits>;
  /** Names this gateway is reached by from other machines. Default none: it answers to the names of loopback alone. */
  readonly allowHosts?: readonly string[];
  /** What a viewer must know to get answers of the API. Default: nothing. */
  readonly accessToken?: string;
  /** Called when a response is over, refused and broken ones included. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Called with an error no route expected; its text must not reach a viewer. */
  readonly onError?: (error: unknown) => void;
}

export interface Gateway {
  /** Whether anything is there to be upgraded to: the simulator's WebSocket. */
  readonly upgrades: boolean;
  handle(req: IncomingMessage, res: ServerResponse): void;
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings };

/** What the routes answer with. */
interface Parts {
  readonly metrics: Metrics;
  /** Gateway mode alone. */
  readonly forwarder: Forwarder | undefined;
  readonly access: Access | undefined;
  readonly limits: ForwardLimits;
}

/** The answer to a body that was not read to its end; what is left of it makes the connection useless. */
function unread(c: Context, why: "too-large" | "broken", tooLarge: string): Response {
  c.header("connection", "close");
  return why === "too-large" ? c.text(tooLarge, 413) : c.text("The request broke off.", 400);
}

/** The API's method that a path below `/v0` names. */
const methodOf = (path: string): string => path.slice("/v0/".length);

const ONLY_READS = "This gateway only reads. Start it with --actions to allow terminate and cancel.";

function apiRoutes(forwarder: Forwarder, limits: ForwardLimits, actions: boolean): Hono<Env> {
  const api = new Hono<Env>();
  api.post("/*", async (c) => {
    const allowed = permission(methodOf(c.req.path), actions);
    if (allowed === "unknown") return c.text("The gateway forwards no such API method.", 404);
    if (allowed === "off") return c.text(ONLY_READS, 403);
    const { incoming, outgoing } = c.env;
    const body = await readBody(incoming, limits.requestBytes);
    if (typeof body === "string") {
      return unread(c, body, `A call may hold at most ${limits.requestBytes} bytes.`);
    }
    await forwarder.forward(allowed.forward, body, incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  api.all("/*", (c) => c.text("API calls are POST requests.", 405, { allow: "POST" }));
  return api;
}

/** Of a token given as JSON, where a quote or backslash in it takes two bytes; with room for what stands around it. */
const MOST_TOKEN_BYTES = 2 * LONGEST_TOKEN + 256;

/** Takes the access token once, and gives a cookie that shows so. */
function accessRoutes(access: Access): Hono<Env> {
  const route = new Hono<Env>();
  route.post("/", async (c) => {
    const body = await readBody(c.env.incoming, MOST_TOKEN_BYTES);
    if (typeof body === "string") return unread(c, body, "No access token is that long.");
    const token = tokenOf(body);
    if (token === undefined) return c.text('An access token comes as {"token":"..."}.', 400);
    const from = addressOf(c.env.incoming);
    const result = access.attempt(token, from, c.req.header("origin")?.startsWith("https:") === true);
    if (result.kind === "right") return c.body(null, 204, { "set-cookie": result.cookie });
    if (result.kind === "wrong") return c.text("This is not the access token.", 401);
    const seconds = Math.ceil(result.waitMs / 1_000);
    return c.text(`Too many wrong tokens: try again in ${seconds} seconds.`, 429, {
      "retry-after": String(seconds),
    });
  });
  return route;
}

function tokenOf(bytes: Uint8Array): string | undefined {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const token: unknown =
      typeof body === "object" && body !== null && "token" in body ? body.token : undefined;
    return typeof token === "string" ? token : undefined;
  } catch {
    return undefined;
  }
}

function routes(options: GatewayOptions, { metrics, forwarder, access, limits }: Parts): Hono<Env> {
  const { mode, apiAddress = DEFAULT_API_ADDRESS, actions = false, distDir, onError } = options;
  // As the guard reads it: a route that decodes what the guard did not would lie behind no guard at all.
  const app = new Hono<Env>({ getPath: (_, at) => pathOf(at?.env?.incoming.url ?? "/") });
  app.notFound((c) => c.text("There is nothing at this address.", 404));
  app.onError((error, c) => {
    onError?.(error);
    return c.text("The gateway failed to answer this request.", 500);
  });
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/metrics", async (c) =>
    c.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
  );
  app.get("/config.json", (c) =>
    c.json({
      mode,
      apiAddress: mode === "direct" ? apiAddress : "/v0",
      actions,
      ...(access && mode !== "direct" && !access.isOpen(c.env.incoming) ? { access: "needed" } : {}),
    }),
  );
  if (access) app.route("/access", accessRoutes(access));
  if (forwarder) app.route("/v0", apiRoutes(forwarder, limits, actions));
  for (const path of ["/v0", "/v0/*", "/_simulator", "/_simulator/*"]) app.all(path, (c) => c.notFound());
  if (distDir !== undefined) app.route("/", pageRoutes(distDir));
  return app;
}

/** Whether a request target is answered by the gateway in any mode, the page's own files left aside. */
export function isGatewayPath(target: string): boolean {
  const path = pathOf(target);
  return OWN_PATHS.has(path) || isApiPath(path) || isControlPath(path);
}

function forwarderOf(options: GatewayOptions, limits: ForwardLimits, metrics: Metrics): Forwarder {
  const { upstream = DEFAULT_API_ADDRESS, apiKey } = options;
  return createForwarder({
    upstream,
    limits,
    metrics,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}

/** Makes the handlers behind `npm start` and `npm run dev`. They hold no socket; {@link serve} gives them one. */
export function createGateway(options: GatewayOptions): Gateway {
  const { allowHosts, accessToken, actions = false } = options;
  const simulator =
    options.mode === "demo" ? (options.simulator ?? createSimulator({ allowActions: actions })) : undefined;
  const metrics = createMetrics();
  const access = accessToken === undefined ? undefined : createAccess(accessToken);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const forwarder = options.mode === "gateway" ? forwarderOf(options, limits, metrics) : undefined;
  const headers = Object.entries(securityHeaders(options.mode === "direct" ? options.apiAddress : undefined));
  const refusalOf = (req: IncomingMessage): { status: number; message: string } | undefined => {
    const refusal = guard(req, allowHosts);
    if (refusal !== undefined) return refusal;
    const path = pathOf(req.url ?? "");
    if (access !== undefined && isGuarded(path) && !access.isOpen(req)) {
      return { status: 401, message: "This dashboard asks for its access token first." };
    }
    // What is simulated is ended by who may, as in gateway mode; over its WebSocket the simulator sees to that.
    const acts = simulator !== undefined && isApiPath(path) && permission(methodOf(path), actions) === "off";
    return acts ? { status: 403, message: ONLY_READS } : undefined;
  };
  const listener = getRequestListener(routes(options, { metrics, forwarder, access, limits }).fetch, {
    overrideGlobalObjects: false,
    // Node reads what is left of a body by itself; the adapter would close the connection under the requests that follow.
    autoCleanupIncoming: false,
    errorHandler: () => new Response("This request cannot be read.", { status: 400 }),
  });

  return {
    upgrades: simulator !== undefined,
    handle(req, res) {
      observeRequest(req, res, (entry) => {
        metrics.responded(entry.status);
        options.onRequest?.(entry);
      });
      for (const [name, value] of headers) res.setHeader(name, value);
      // What a route knows to be worth keeping says so itself.
      res.setHeader("cache-control", "no-store");
      // Who asked for another protocol will not speak this one.
      if (req.headers.upgrade !== undefined) res.setHeader("connection", "close");
      const refusal = refusalOf(req);
      if (refusal !== undefined) {
        // The body of a refused request is not read, so the connection cannot be used again.
        res.writeHead(refusal.status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
        res.end(refusal.message);
        return;
      }
      if (simulator?.handle(req, res, packFor) === true) return;
      // A forwarded call has its own limits. Who takes nothing of a file keeps it open no longer.
      if (!isApiPath(pathOf(req.url ?? ""))) res.setTimeout(STALLED_MS, () => res.destroy());
      void listener(req, res);
    },
    upgrade(req, socket, head) {
      // Without a listener, a connection reset by its peer would end the process.
      socket.on("error", () => socket.destroy());
      const refusal = refusalOf(req);
      if (refusal === undefined && simulator?.upgrade(req, socket, head) === true) return;
      const { status, message } = refusal ?? {
        status: 404,
        message: "There is no WebSocket at this address.",
      };
      // Half of a connection that its peer does not close would stay for ever.
      socket.end(rawResponse(status, message), () => socket.destroy());
    },
    async close() {
      forwarder?.close();
      await simulator?.close();
    },
  };
}
