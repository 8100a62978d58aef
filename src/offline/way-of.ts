/**
 * How the service worker answers a request. A view of the page and `/config.json` come from the network, and from what was kept
 * where there is none; a file of the build comes from what was kept. All else is between the page and its server: above all calls
 * of the API, which are never kept.
 */
export type Way = "view" | "config" | "file" | "network";

interface Asked {
  readonly method: string;
  /** As of a `Request`: `navigate` is a page that is opened or loaded anew. */
  readonly mode: string;
  /** Absolute. */
  readonly url: string;
}

interface Own {
  readonly origin: string;
  /** The paths of the build's files. */
  readonly files: ReadonlySet<string>;
}

/** What the server answers by itself, whoever looks at it: with all that is under it. */
const SERVERS = ["/v0", "/_simulator", "/access", "/metrics", "/healthz", "/config.json", "/assets"];

export function wayOf({ method, mode, url }: Asked, { origin, files }: Own): Way {
  const { pathname, origin: asked } = new URL(url);
  if (method !== "GET" || asked !== origin) return "network";
  if (files.has(pathname)) return "file";
  if (mode !== "navigate") return pathname === "/config.json" ? "config" : "network";
  const isServers = SERVERS.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  return isServers ? "network" : "view";
}
