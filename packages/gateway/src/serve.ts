/** A socket for a gateway: limits on slow requests, and a stop that leaves nothing open. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { Gateway } from "./app.ts";
import { rawResponse } from "./raw-response.ts";

export interface Listening {
  /** Without a slash at the end; names the real port when 0 was asked for. */
  readonly url: string;
  readonly port: number;
  /** Lets answers under way end for a moment, then closes every connection; resolves within a second. */
  close(): Promise<void>;
}

export interface ServeLimits {
  /** Ms from the start of a request to the end of its head. */
  readonly headersMs: number;
  /** Ms from the start of a request to its end. */
  readonly requestMs: number;
  /** How often both are looked at, ms: they are late by as much. */
  readonly checkMs: number;
}

// Node's own default of 30 s between two looks would make both twice as long as they say.
export const SERVE_LIMITS: ServeLimits = { headersMs: 10_000, requestMs: 15_000, checkMs: 1_000 };

/** Longer than a hidden page waits between polls: each of its calls would need a new connection otherwise. */
const IDLE_MS = 75_000;
const GRACE_MS = 300;
/** A view is all in its address, and thousands of session ids are a view: browsers send more than Node's 16 KiB. */
const HEADER_BYTES = 512 * 1024;

/** Where a server that listens everywhere is found from its own machine. */
const ANY: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };

const STATUS_OF_PARSE_ERROR: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

interface Turn {
  isOver: boolean;
  readonly over: Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("not a network address"));
      else resolve(address);
    });
  });
}

/**
 * Serves a gateway over HTTP.
 * @param options.port 0 takes a free one. @param options.host a name or address of this machine.
 * @param options.limits of slow requests; default {@link SERVE_LIMITS}
 * @returns once it listens; rejects with Node's error (`EADDRINUSE`, ...) when it cannot.
 */
export async function serve(
  gateway: Gateway,
  {
    port,
    host,
    limits = SERVE_LIMITS,
  }: { readonly port: number; readonly host: string; readonly limits?: ServeLimits },
): Promise<Listening> {
  /**
   * When the last answer of each connection is over. Requests that come before it wait: Node takes them at once, and where such a
   * connection breaks and a later answer is over before an earlier one it fails an assertion, which ends the process.
   */
  const turns = new WeakMap<Duplex, Turn>();
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: IDLE_MS,
      connectionsCheckingInterval: limits.checkMs,
      maxHeaderSize: HEADER_BYTES,
    },
    (req, res) => {
      const { socket } = req;
      const before = turns.get(socket);
      const turn: Turn = { isOver: false, over: new Promise((resolve) => res.once("close", resolve)) };
      res.once("close", () => (turn.isOver = true));
      turns.set(socket, turn);
      if (before === undefined || before.isOver) gateway.handle(req, res);
      else void before.over.then(() => socket.writable && gateway.handle(req, res));
    },
  );
  const upgraded = new Set<Duplex>();
  // Without a listener an upgrade is a request like any other, and refused like one.
  if (gateway.upgrades)
    server.on("upgrade", (req, socket, head) => {
      // Browsers upgrade a connection of its own.
      if (turns.get(socket)?.isOver === false) {
        socket.destroy();
        return;
      }
      upgraded.add(socket);
      socket.once("close", () => upgraded.delete(socket));
      gateway.upgrade(req, socket, head);
    });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF_PARSE_ERROR[error.code ?? ""] ?? 400;
    // Half of a connection that its peer does not close would stay for ever.
    socket.end(rawResponse(status, "This request cannot be read."), () => socket.destroy());
  });

  const address = await listen(server, port, host);
  // A connection that could not be taken, for want of descriptors or memory, is one less, and no reason to end.
  server.on("error", () => undefined);
  const name =
    ANY[host] ?? (address.family === "IPv6" && host !== "localhost" ? `[${address.address}]` : host);
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection whose answer ends now becomes idle after close() has looked for idle ones.
      const sweep = setInterval(() => server.closeIdleConnections(), 20);
      await Promise.race([closed, delay(GRACE_MS)]);
      clearInterval(sweep);
      for (const socket of upgraded) socket.destroy();
      server.closeAllConnections();
      await closed;
      await gateway.close();
    },
  };
}
