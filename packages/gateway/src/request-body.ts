/** The body of a request, up to a limit, from Node's own request: Hono's limit cannot read one that comes in chunks here. */
import type { IncomingMessage } from "node:http";

/** @returns the bytes; "too-large" as soon as that is known; "broken" where the viewer went away in the middle */
export async function readBody(
  incoming: IncomingMessage,
  most: number,
): Promise<Uint8Array | "too-large" | "broken"> {
  if (Number(incoming.headers["content-length"]) > most) return "too-large";
  const chunks: Uint8Array[] = [];
  let left = most;
  try {
    // Leaving the loop early must not destroy the request: the refusal is still to be sent over its connection.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      left -= chunk.byteLength;
      if (left < 0) return "too-large";
      chunks.push(chunk);
    }
  } catch {
    return "broken";
  }
  return Buffer.concat(chunks);
}
