/** Real sockets for the gateway's tests: an upstream to forward to, a gateway to ask, raw bytes to ask it with. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createGateway, type GatewayOptions } from "../src/app.ts";
import { type Listening, serve } from "../src/serve.ts";

/** A key that no output may ever hold. */
export const CANARY = "canary-key-9f3c1e";

/** A gateway on a free loopback port, closed when the test ends. */
export async function startGateway(options: GatewayOptions): Promise<Listening> {
  const listening = await serve(createGateway(options), { port: 0, host: "127.0.0.1" });
  onTestFinished(() => listening.close());
  return listening;
}

export interface Upstream {
  /** The API base, with its version. */
  readonly url: string;
  /** Every request that arrived, oldest first. */
  readonly requests: readonly IncomingMessage[];
}

/** An HTTP server in the API's place, closed when the test ends. */
export async function startUpstream(listener: RequestListener): Promise<Upstream> {
  const requests: IncomingMessage[] = [];
  const server = createServer((req, res) => {
    requests.push(req);
    listener(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not a network address");
  return { url: `http://127.0.0.1:${address.port}/v0`, requests };
}

/** A directory with these files, by path relative to it, removed when the test ends. */
export function directoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "gateway-test-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

export const tinyPage = (): string =>
  directoryOf({
    "index.html": "<!doctype html><title>page</title>",
    "icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "config.json": '{"mode":"direct"}',
    "assets/index-abc123.js": "console.log(1)",
    ".vite/manifest.json": '{"secret":true}',
  });

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends these bytes as they are and reads until the other side closes; ask with `Connection: close`. */
export function raw(port: number, request: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request, "latin1"));
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...rest] = text.split("\r\n\r\n");
      const [statusLine = "", ...lines] = head.split("\r\n");
      const headers = lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      });
      resolve({
        status: Number(statusLine.split(" ")[1]),
        headers: Object.fromEntries<string>(headers),
        body: rest.join("\r\n\r\n"),
      });
    });
  });
}

/** A raw request from its lines; `Connection: close` is added. */
export const lines = (...head: readonly string[]): string =>
  [...head, "Connection: close", "", ""].join("\r\n");

/** A call of the list as the page makes it. */
export const call = (
  base: string,
  init: RequestInit = {},
  path = "/v0/Debug/getDebugSessions",
): Promise<Response> =>
  fetch(base + path, {
    method: "POST",
    body: new Uint8Array([0, 2, 0x7b, 0x7d]),
    ...init,
    headers: { "content-type": "application/octet-stream", ...Object.fromEntries(new Headers(init.headers)) },
  });

/** What `cache-control` each kind of answer bears: only that is kept whose name holds a hash of its content. */
export const CACHING = {
  page: "no-cache",
  icon: "no-cache",
  asset: "public, max-age=31536000, immutable",
  "missing asset": "no-store",
  configuration: "no-store",
  answer: "no-store",
} as const;

/** The same as a server of {@link tinyPage} has it. */
export async function cachingOf(url: string): Promise<Record<keyof typeof CACHING, string | null>> {
  const kept = async (path: string) => (await fetch(url + path)).headers.get("cache-control");
  return {
    page: await kept("/"),
    icon: await kept("/icon.svg"),
    asset: await kept("/assets/index-abc123.js"),
    "missing asset": await kept("/assets/gone.js"),
    configuration: await kept("/config.json"),
    answer: (await call(url)).headers.get("cache-control"),
  };
}
