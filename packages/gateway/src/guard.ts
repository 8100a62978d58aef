/**
 * Who may talk to the gateway: it holds a key, so a website in the same browser must not be able to spend it. Looked
 * at before any routing, on upgrades too, and from the headers as they came (a duplicate is refused, never merged).
 */
import type { IncomingMessage } from "node:http";

export interface Refusal {
  readonly status: 400 | 403 | 415;
  /** One sentence for a person; repeats nothing of what the request held. */
  readonly message: string;
}

/** What the guard reads of a request, so that the rules can be tested as a table. */
export interface GuardedRequest {
  readonly method: string;
  /** The request target as it came. */
  readonly target: string;
  /** Every value of each header, names in lower case. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** The local port the connection came in on. */
  readonly port: number;
  /** Other names this gateway is reached by, each with its port where that is not the scheme's own. */
  readonly allowHosts?: readonly string[];
}

const NAMES = ["127.0.0.1", "localhost", "[::1]"] as const;

/** The values of `Host` that mean this gateway: a foreign name that resolves to this machine (DNS rebinding) is none. */
export const ownHosts = (port: number): readonly string[] =>
  NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));

/** A name that was allowed: as it is, which is a proxy's with the scheme's own port, and with the port served here. */
const allowedHosts = (names: readonly string[], port: number): readonly string[] =>
  names.flatMap((name) => (/:\d+$/.test(name) ? [name] : [name, `${name}:${port}`]));

const SINGLE = [
  "host",
  "origin",
  "sec-fetch-site",
  "sec-fetch-mode",
  "sec-fetch-dest",
  "content-type",
] as const;

// A path with dot segments, or two slashes before it, means one thing to this guard and another to whoever normalises it.
const ROUNDABOUT = /\\|^\/\/|\/(?:\.|%2e){1,2}(?:[/?#]|$)/i;

/** The path of a request target, without its query. */
export const pathOf = (target: string): string => target.split(/[?#]/, 1)[0] ?? target;

const isUnder = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

export const isApiPath = (path: string): boolean => isUnder(path, "/v0");
export const isControlPath = (path: string): boolean => isUnder(path, "/_simulator");

/** What the gateway answers by itself, besides the API and the simulator's control. */
export const OWN_PATHS: ReadonlySet<string> = new Set(["/config.json", "/access", "/metrics", "/healthz"]);

// Pages hold no secret, so a link in a chat may open one; everything else is for the page itself.
const isPage = (path: string) =>
  !isApiPath(path) && !isControlPath(path) && !isUnder(path, "/assets") && !OWN_PATHS.has(path);

/** Whether what is there is for those who gave the access token, where there is one. Page and assets hold no secret. */
export const isGuarded = (path: string): boolean =>
  isApiPath(path) || isControlPath(path) || path === "/metrics";

const mediaType = (contentType: string | undefined) => contentType?.split(";", 1)[0]?.trim().toLowerCase();

const OTHER_SITE: Refusal = { status: 403, message: "Requests from other websites are refused." };

/** Why this request is refused, or undefined when it may go on. */
export function refusalOf({
  method,
  target,
  headers,
  port,
  allowHosts = [],
}: GuardedRequest): Refusal | undefined {
  if (!target.startsWith("/")) {
    return { status: 400, message: "The request target must be a path that begins with a slash." };
  }
  const path = pathOf(target);
  if (ROUNDABOUT.test(path)) {
    return {
      status: 400,
      message: "The path must not hold dot segments or backslashes, nor begin with two slashes.",
    };
  }
  if (SINGLE.some((name) => (headers[name]?.length ?? 0) > 1)) {
    return { status: 400, message: `Each of the headers ${SINGLE.join(", ")} may be given once.` };
  }
  const host = headers["host"]?.[0]?.toLowerCase();
  if (host === undefined) return { status: 400, message: "The request must name its host." };
  const isAllowed = allowedHosts(allowHosts, port).includes(host);
  // A balancer asks by the machine's address, and is told nothing but that it is up.
  const isHealth = method === "GET" && path === "/healthz";
  if (!isAllowed && !isHealth && !ownHosts(port).includes(host)) {
    const addresses = ownHosts(port).map((own) => `http://${own}`);
    return { status: 403, message: `This dashboard answers only at ${addresses.join(", ")}.` };
  }
  const origin = headers["origin"]?.[0];
  // A name of another machine may be served over HTTPS, by a proxy that passes it on.
  const origins = isAllowed ? [`http://${host}`, `https://${host}`] : [`http://${host}`];
  if (origin !== undefined && !origins.includes(origin)) return OTHER_SITE;
  const site = headers["sec-fetch-site"]?.[0];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    const navigates =
      method === "GET" &&
      headers["sec-fetch-mode"]?.[0] === "navigate" &&
      (headers["sec-fetch-dest"]?.[0] ?? "document") === "document";
    if (!navigates || !isPage(path)) return OTHER_SITE;
  }
  const type = mediaType(headers["content-type"]?.[0]);
  if (method === "POST" && isApiPath(path) && type !== "application/octet-stream") {
    return { status: 415, message: "API calls must have the content type application/octet-stream." };
  }
  if (method === "POST" && path === "/access" && type !== "application/json") {
    return { status: 415, message: "The access token must come as application/json." };
  }
  return undefined;
}

/** {@link refusalOf} for a request of Node's server, upgrade requests included. */
export function guard(req: IncomingMessage, allowHosts: readonly string[] = []): Refusal | undefined {
  return refusalOf({
    method: req.method ?? "",
    target: req.url ?? "",
    headers: req.headersDistinct,
    port: req.socket.localPort ?? 0,
    allowHosts,
  });
}
