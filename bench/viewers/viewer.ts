/** A page as the gateway sees it: one connection that stays, one list call after another, waits as the page's policy has them. */
import { Agent, request } from "node:http";
import { encodeHttpRequest } from "@decthings/api-client/wire";
import { now } from "./messages.ts";

/** One answer, from the request to its last byte. Epoch ms with fractions. */
export interface Answered {
  readonly askedAt: number;
  readonly gotAt: number;
  readonly status: number;
  /** Of the body, as it came over the wire. */
  readonly bytes: number;
}

export interface Viewer {
  /** Makes one call. Rejects where the connection breaks. */
  ask(): Promise<Answered>;
  close(): void;
}

const BODY = encodeHttpRequest({});

/** @param url of the gateway, without a slash at the end */
export function openViewer(url: string): Viewer {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let tag: string | undefined;
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        const askedAt = now();
        const call = request(`${url}/v0/Debug/getDebugSessions`, {
          agent,
          method: "POST",
          headers: {
            "content-type": "application/octet-stream",
            "content-length": BODY.byteLength,
            "accept-encoding": "gzip, br",
            ...(tag === undefined ? {} : { "if-none-match": tag, "cache-control": "max-age=4" }),
          },
        });
        call.once("error", reject);
        call.once("response", (answer) => {
          let bytes = 0;
          // Counted and thrown away: unpacking is the browser's work, and this process has two hundred of them.
          answer.on("data", (chunk: Uint8Array) => (bytes += chunk.byteLength));
          answer.once("error", reject);
          answer.once("end", () => {
            tag = answer.headers.etag;
            resolve({ askedAt, gotAt: now(), status: answer.statusCode ?? 0, bytes });
          });
        });
        call.end(BODY);
      }),
    close: () => agent.destroy(),
  };
}
