import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";

const ORIGIN = "http://dashboard.test";
const FILE = "/assets/index-1.js";

interface Told {
  readonly request?: Pick<Request, "method" | "mode" | "url">;
  readonly addRoutes?: () => Promise<void>;
}

type Listener = (event: object) => void;

/** What a browser's store of kept answers does, where it does it. */
interface Store {
  readonly match: (asked: unknown, options?: MultiCacheQueryOptions) => Promise<Response | undefined>;
  readonly has: () => Promise<boolean>;
  readonly open: () => Promise<unknown>;
}

const refuse = () => Promise.reject(new DOMException("denied", "SecurityError"));
const denied: Store = { match: refuse, has: refuse, open: refuse };
const holding = (kept: Response | undefined): Store => ({
  // Of its own build alone.
  match: (_, options) => Promise.resolve(options?.cacheName === "page 1" ? kept : undefined),
  has: () => Promise.resolve(true),
  open: () => Promise.resolve({ put: () => Promise.reject(new DOMException("full", "QuotaExceededError")) }),
});

let listeners: Map<string, Listener>;
let server: () => Promise<Response>;

/** The worker as the browser begins it, with this store. */
async function begin(caches: Store): Promise<void> {
  listeners = new Map();
  vi.stubGlobal("self", {
    location: { origin: ORIGIN },
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
  });
  vi.stubGlobal("__BUILD__", { name: "1", entry: FILE, files: [FILE] });
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("fetch", () => server());
  vi.resetModules();
  // It exports nothing, and its types are those of a worker.
  const path = "./service-worker.ts";
  await import(path);
}

/** What is answered, if the worker answers, and how all else went that it does meanwhile. */
async function tell(kind: string, told: Told) {
  let answer: Promise<Response> | undefined;
  const meanwhile: Promise<unknown>[] = [];
  listeners.get(kind)?.({
    ...told,
    respondWith: (given: Promise<Response>) => (answer = given),
    waitUntil: (given: Promise<unknown>) => meanwhile.push(given),
  });
  const text = await answer?.then((given) => given.text());
  return { text, meanwhile: await Promise.allSettled(meanwhile) };
}

const file = { method: "GET", mode: "cors", url: `${ORIGIN}${FILE}` } as const;
const config = { method: "GET", mode: "cors", url: `${ORIGIN}/config.json` } as const;
const json = (text: string) => new Response(text, { headers: { "content-type": "application/json" } });

beforeEach(() => {
  server = () => Promise.resolve(new Response("the server's"));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it("answers with what was kept of a file", async () => {
  await begin(holding(new Response("what was kept")));
  expect(await tell("fetch", { request: file })).toEqual({ text: "what was kept", meanwhile: [] });
});

it("lets the server answer where the store is denied", async () => {
  await begin(denied);
  expect((await tell("fetch", { request: file })).text).toBe("the server's");
});

it("says that the server is out of reach, and not that the store is denied, where both are so", async () => {
  await begin(denied);
  server = () => Promise.reject(new TypeError("out of reach"));
  await expect(tell("fetch", { request: config })).rejects.toThrow("out of reach");
});

it.each([502, 503, 504])("answers with what was kept where a proxy says %i", async (status) => {
  server = () => Promise.resolve(new Response("no gateway", { status }));
  await begin(holding(json("kept")));
  expect((await tell("fetch", { request: config })).text).toBe("kept");
  await begin(holding(undefined));
  expect((await tell("fetch", { request: config })).text).toBe("no gateway");
});

it.each([404, 500])("answers with what the server says where it says %i", async (status) => {
  server = () => Promise.resolve(new Response("the server's", { status }));
  await begin(holding(json("kept")));
  expect((await tell("fetch", { request: config })).text).toBe("the server's");
});

it("answers with what was kept where the server says nothing for five seconds, and waits where nothing was", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let say: (answer: Response) => void = () => undefined;
  server = () => new Promise((resolve) => (say = resolve));
  await begin(holding(json("kept")));
  const kept = tell("fetch", { request: config });
  await vi.advanceTimersByTimeAsync(4_900);
  say(json("in time"));
  expect((await kept).text).toBe("in time");

  const late = tell("fetch", { request: config });
  await vi.advanceTimersByTimeAsync(5_000);
  say(json("too late"));
  expect((await late).text).toBe("kept");

  await begin(holding(undefined));
  const only = tell("fetch", { request: config });
  await vi.advanceTimersByTimeAsync(5_000);
  say(json("at last"));
  expect((await only).text).toBe("at last");
});

it("answers with what the server says where the store is full", async () => {
  await begin(holding(undefined));
  server = () => Promise.resolve(json("{}"));
  expect(await tell("fetch", { request: config })).toEqual({
    text: "{}",
    meanwhile: [{ status: "fulfilled", value: undefined }],
  });
});

it("makes nothing anew where a newer build has removed what was kept", async () => {
  const open = vi.fn<() => Promise<unknown>>();
  await begin({ match: () => Promise.resolve(undefined), has: () => Promise.resolve(false), open });
  for (const answer of [json("{}"), new Response("no gateway", { status: 502 })]) {
    server = () => Promise.resolve(answer);
    await tell("fetch", { request: config });
  }
  expect(open).not.toHaveBeenCalled();
});

it("goes on where a browser takes no routes", async () => {
  await begin(denied);
  const refused = vi.fn<() => Promise<void>>(() => Promise.reject(new TypeError("no such condition")));
  await tell("install", { addRoutes: refused });
  // What nobody handles fails the run.
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(refused).toHaveBeenCalledOnce();
});
