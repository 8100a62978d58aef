/** A real HTTP server on a port of its own, which answers as the test says and keeps what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: Uint8Array;
}

export type Answer = (asked: Asked, response: ServerResponse) => void;

export interface TestServer {
  /** The base address, with its version. */
  readonly address: string;
  /** Every request so far, whole. */
  readonly asked: Asked[];
  answer: Answer;
  /** Resolves when the next request has come in whole. */
  nextRequest(): Promise<Asked>;
  stop(): Promise<void>;
}

export async function startServer(answer: Answer): Promise<TestServer> {
  const asked: Asked[] = [];
  let waiting: ((request: Asked) => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const whole = { method, path: url, headers, body: new Uint8Array(Buffer.concat(chunks)) };
      asked.push(whole);
      for (const tell of waiting) tell(whole);
      waiting = [];
      test.answer(whole, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const test: TestServer = {
    address: `http://127.0.0.1:${port}/v0`,
    asked,
    answer,
    nextRequest: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return test;
}

export const OCTETS = { "content-type": "application/octet-stream" };

/** An answer of these bytes. */
export const respond =
  (bytes: Uint8Array, status = 200, headers: Record<string, string> = OCTETS): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end(bytes);
  };
