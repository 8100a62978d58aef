/** What a log may say of a request: never a key, a body, a query or an id. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { permission } from "./forward.ts";
import { OWN_PATHS, pathOf } from "./guard.ts";

export interface RequestEntry {
  readonly method: string;
  /** The route, with `:id` and `*` in place of whatever a viewer chose. */
  readonly path: string;
  /** The status sent, or 499 when the viewer went away before any was. */
  readonly status: number;
  /** Bytes sent, headers included. */
  readonly bytes: number;
  /** Milliseconds from the request's head to the response's end. */
  readonly ms: number;
}

const FIXED = new Set(["/", "/timeline", "/launchers", "/index.html", ...OWN_PATHS]);

/** The route of a request target, safe to write down. */
export function routeOf(target: string): string {
  const path = pathOf(target);
  if (FIXED.has(path)) return path;
  const first = path.split("/", 2)[1];
  if (first === "sessions") return "/sessions/:id";
  if (first === "v0" && permission(path.slice("/v0/".length), true) !== "unknown") return path;
  return first === "v0" || first === "assets" || first === "_simulator" ? `/${first}/*` : "*";
}

// The words of HTTP; a made-up method is a viewer's text like any other.
const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"]);

/** Calls `report` once, when the response is over. */
export function observeRequest(
  req: IncomingMessage,
  res: ServerResponse,
  report: (entry: RequestEntry) => void,
): void {
  const started = performance.now();
  const { socket } = req;
  const before = socket.bytesWritten;
  const method = METHODS.has(req.method ?? "") ? (req.method ?? "") : "OTHER";
  const path = routeOf(req.url ?? "");
  res.once("close", () => {
    report({
      method,
      path,
      status: res.headersSent ? res.statusCode : 499,
      bytes: socket.bytesWritten - before,
      ms: Math.round(performance.now() - started),
    });
  });
}

/** One line of `--log-format json`: every request, an object a line. */
export const jsonLine = (entry: RequestEntry, at: Date): string =>
  JSON.stringify({ time: at.toISOString(), ...entry });

/** One line of `--log-format text`: only what the server did wrong, since polls would drown all else. */
export const textLine = ({ method, path, status, bytes, ms }: RequestEntry): string | undefined =>
  status < 500 ? undefined : `${method} ${path} ${status} ${bytes} bytes ${ms} ms`;
