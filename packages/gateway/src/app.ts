/** The gateway: guards, headers and routes, free of any socket of its own so that Vite can mount it too. */
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { createSimulator, type Simulator } from "@decthings-debug-dashboard/simulator";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { DEFAULT_LIMITS, forward, type ForwardLimits, permission } from "./forward.ts";
import { guard, isApiPath, isControlPath, pathOf } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { pageRoutes } from "./page.ts";
import { rawResponse } from "./raw-response.ts";
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
  /** Whether terminate and cancel are forwarded, and offered by the page. Default false. */
  readonly actions?: boolean;
  /** Demo mode: what answers `/v0`. Default: a simulator with its defaults. The gateway closes it. */
  readonly simulator?: Simulator;
  /** Absolute path of the built page; absent: the page is not served (Vite does). */
  readonly distDir?: string;
  readonly limits?: Partial<ForwardLimits>;
  /** Called when a response is over, refused and broken ones included. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Called with an error no route expected; its text must not reach a viewer. */
  readonly onError?: (error: unknown) => void;
}

export interface Gateway {
  handle(req: IncomingMessage, res: ServerResponse): void;
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

type Env = { Bindings: HttpBindings };

function apiRoutes(options: GatewayOptions, limits: ForwardLimits): Hono<Env> {
  const { upstream = DEFAULT_API_ADDRESS, apiKey, actions = false } = options;
  const target = { upstream, limits, ...(apiKey === undefined ? {} : { apiKey }) };
  const api = new Hono<Env>();
  const tooLarge = bodyLimit({
    maxSize: limits.requestBytes,
    onError: (c) => c.text(`A call may hold at most ${limits.requestBytes} bytes.`, 413),
  });
  api.post("/*", tooLarge, async (c) => {
    const allowed = permission(c.req.path.slice("/v0/".length), actions);
    if (allowed === "unknown") return c.text("The gateway forwards no such API method.", 404);
    if (allowed === "off") {
      return c.text("This gateway only reads. Start it with --actions to allow terminate and cancel.", 403);
    }
    return forward(allowed.forward, new Uint8Array(await c.req.arrayBuffer()), c.env.outgoing, target);
  });
  api.all("/*", (c) => c.text("API calls are POST requests.", 405, { allow: "POST" }));
  return api;
}

function routes(options: GatewayOptions): Hono<Env> {
  const { mode, apiAddress = DEFAULT_API_ADDRESS, actions = false, distDir, onError } = options;
  const app = new Hono<Env>();
  app.notFound((c) => c.text("There is nothing at this address.", 404));
  app.onError((error, c) => {
    onError?.(error);
    return c.text("The gateway failed to answer this request.", 500);
  });
  app.get("/config.json", (c) =>
    c.json({ mode, apiAddress: mode === "direct" ? apiAddress : "/v0", actions }),
  );
  if (mode === "gateway") app.route("/v0", apiRoutes(options, { ...DEFAULT_LIMITS, ...options.limits }));
  for (const path of ["/v0", "/v0/*", "/_simulator", "/_simulator/*"]) app.all(path, (c) => c.notFound());
  if (distDir !== undefined) app.route("/", pageRoutes(distDir));
  return app;
}

/** Whether a request target is answered by the gateway in any mode, the page's own files left aside. */
export function isGatewayPath(target: string): boolean {
  const path = pathOf(target);
  return path === "/config.json" || isApiPath(path) || isControlPath(path);
}

/** Makes the handlers behind `npm start` and `npm run dev`. They hold no socket; {@link serve} gives them one. */
export function createGateway(options: GatewayOptions): Gateway {
  const simulator = options.mode === "demo" ? (options.simulator ?? createSimulator()) : undefined;
  const headers = Object.entries(securityHeaders(options.mode === "direct" ? options.apiAddress : undefined));
  const listener = getRequestListener(routes(options).fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => new Response("This request cannot be read.", { status: 400 }),
  });

  return {
    handle(req, res) {
      if (options.onRequest !== undefined) observeRequest(req, res, options.onRequest);
      for (const [name, value] of headers) res.setHeader(name, value);
      // What a route knows to be worth keeping says so itself.
      res.setHeader("cache-control", "no-store");
      const refusal = guard(req);
      if (refusal !== undefined) {
        // The body of a refused request is not read, so the connection cannot be used again.
        res.writeHead(refusal.status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
        res.end(refusal.message);
        return;
      }
      if (simulator?.handle(req, res) === true) return;
      void listener(req, res);
    },
    upgrade(req, socket, head) {
      // Without a listener, a connection reset by its peer would end the process.
      socket.on("error", () => socket.destroy());
      const refusal = guard(req);
      if (refusal === undefined && simulator?.upgrade(req, socket, head) === true) return;
      const { status, message } = refusal ?? {
        status: 404,
        message: "There is no WebSocket at this address.",
      };
      socket.end(rawResponse(status, message));
    },
    async close() {
      await simulator?.close();
    },
  };
}
