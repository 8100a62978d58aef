/**
 * Keeps the page of one build, so that it opens without its server and shows the history that the browser has. It holds nothing that
 * the API answered: wayOf says what it touches.
 */
import { wayOf } from "./way-of.ts";

declare const self: ServiceWorkerGlobalScope;

/** The build puts its own files here (scripts/build/service-worker.ts), so each build has a service worker of its own. */
declare const __BUILD__: {
  /** Another one for each build. */
  readonly name: string;
  /** The script that the page of this build begins with. */
  readonly entry: string;
  /** The paths of all its files. */
  readonly files: readonly string[];
};

const { name, entry, files } = __BUILD__;
const PREFIX = "page ";
const KEPT = `${PREFIX}${name}`;
const PAGE = "/";
const CONFIG = "/config.json";
const own = { origin: self.location.origin, files: new Set(files) };

self.addEventListener("install", (event) => {
  // Where it will not be told, calls wake this worker, and it says nothing to them.
  routeCalls(event).catch(() => undefined);
  event.waitUntil(keepBuild());
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const way = wayOf(event.request, own);
  if (way === "network") return;
  event.respondWith(way === "file" ? fileOf(event.request) : fresh(event, way));
});

/** Calls need not wake a worker that has nothing to say to them: where a browser can be told so, it is. */
async function routeCalls(event: object): Promise<void> {
  const routes: unknown = Reflect.get(event, "addRoutes");
  if (typeof routes !== "function") return;
  await Reflect.apply(routes, event, [{ condition: { requestMethod: "POST" }, source: "network" }]);
}

async function keepBuild(): Promise<void> {
  const kept = await caches.open(KEPT);
  const [page, config] = await Promise.all([
    fetch(PAGE, { cache: "no-cache", headers: { accept: "text/html" } }),
    fetch(CONFIG, { cache: "no-store", redirect: "error" }),
    kept.addAll(files),
  ]);
  // The page of another build, or of a sign-on that stands before it: this worker stays out.
  if (!(await keep("view", page))) throw new Error("The page is not this build's.");
  await keep("config", config);
  await self.skipWaiting();
}

/** Nothing of an older build stays: a page of it that lacks a file loads anew, and is of this build then. */
async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== KEPT);
  await Promise.all(older.map((key) => caches.delete(key)));
  await self.clients.claim();
}

/** What was kept of it. Nothing where the store is denied or broken: what the server has is there all the same. */
async function recall(
  asked: Request | string,
  options?: MultiCacheQueryOptions,
): Promise<Response | undefined> {
  try {
    // Opening it would make it anew where a newer build has removed it.
    return await caches.match(asked, { ...options, cacheName: KEPT, ignoreVary: true });
  } catch {
    return undefined;
  }
}

async function fileOf(request: Request): Promise<Response> {
  // A part that could not be fetched is asked for again under another query.
  return (await recall(request, { ignoreSearch: true })) ?? fetch(request);
}

/** What a proxy says where the server behind it cannot be reached. */
const UNREACHED: ReadonlySet<number> = new Set([502, 503, 504]);
/** A server that says nothing for so long is out of reach, as behind a tunnel that is down. Ms. */
const PATIENCE_MS = 5_000;

/** What the server says now; where it cannot be reached, what it said last. */
async function fresh(event: FetchEvent, what: "view" | "config"): Promise<Response> {
  const asked = fetch(what === "view" ? viewAt(event.request.url) : event.request);
  // Also of an answer that is late. A store that is full keeps what it had.
  event.waitUntil(asked.then((answer) => keep(what, answer.clone())).catch(() => undefined));
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && !UNREACHED.has(answer.status)) return answer;
  return (await recall(what === "view" ? PAGE : CONFIG)) ?? asked;
}

/**
 * A view is asked for as the page's own: passed on by a worker, the request of somebody who follows a link on another website is no
 * longer told from what that website asks for by itself, which servers refuse. Nor does the browser ask while it wakes this worker
 * (navigation preload): in Firefox the page fails with that request, whatever is answered in its place.
 */
const viewAt = (url: string): Request =>
  // A redirect is the browser's to follow: to a sign-on that stands before the page, and back to this view.
  new Request(url, { cache: "no-cache", redirect: "manual", headers: { accept: "text/html" } });

/** @returns whether it is what this build keeps: its own page, or a configuration. */
async function keep(what: "view" | "config", answer: Response): Promise<boolean> {
  if (!answer.ok || answer.redirected) return false;
  const isOwn =
    what === "view"
      ? (await answer.clone().text()).includes(entry)
      : answer.headers.get("content-type")?.includes("json") === true;
  // Nor does an answer that comes late make anew what a newer build has removed.
  if (!isOwn || !(await caches.has(KEPT))) return false;
  await (await caches.open(KEPT)).put(what === "view" ? PAGE : CONFIG, answer);
  return true;
}
