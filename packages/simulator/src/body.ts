/** Reads a request's body up to a limit. */
import type { IncomingMessage } from "node:http";

export const MAX_BODY_BYTES = 1_048_576;

/** The whole body; `too large` beyond 1 MiB (the rest is thrown away); undefined when the client went away. */
export function readBody(req: IncomingMessage): Promise<Buffer | "too large" | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    req.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) {
        chunks.push(chunk);
      } else {
        chunks.length = 0;
        resolve("too large");
      }
    });
    req.on("end", () => resolve(Buffer.concat(chunks)));
    req.on("error", () => resolve(undefined));
    req.on("close", () => resolve(undefined));
  });
}
