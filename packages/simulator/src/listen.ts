/** A server of its own for a simulator. */
import { createServer } from "node:http";
import type { Simulator } from "./simulator.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export interface Listening {
  /** The base of the API, with its version: `http://127.0.0.1:8787/v0`. */
  url: string;
  port: number;
  /** Ends every connection and waits until the port is free. */
  close(): Promise<void>;
}

/**
 * Listens on loopback; port 0 takes a free one. Rejects with a sentence for any other host, and with Node's own error
 * (`code` EADDRINUSE ...) when the port cannot be had.
 */
export async function listen(
  simulator: Simulator,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  if (!LOOPBACK.includes(host)) {
    throw new RangeError(`The simulator listens on this machine only: ${LOOPBACK.join(", ")}.`);
  }
  const server = createServer((req, res) => {
    if (simulator.handle(req, res)) return;
    res.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    res.end("This is a simulated Decthings API; its methods are at /v0/{Api}/{method}.\n");
  });
  server.on("upgrade", (req, socket, head) => {
    if (!simulator.upgrade(req, socket, head)) socket.destroy();
  });
  // A request that is no HTTP, or a client that hangs up in the middle of one.
  server.on("clientError", (_error, socket) => socket.destroy());

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  // A connection that could not be taken is one less, and no reason to end.
  server.on("error", () => undefined);
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/v0`,
    port: taken,
    async close() {
      await simulator.close();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
