/** Calls and events over the WebSocket at `/v0/ws`. */
import { DecodeError, decodeWsRequest, encodeWsEvent } from "@decthings/api-client/wire";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocketServer, type WebSocket } from "ws";
import { MAX_BODY_BYTES } from "./body.ts";
import { answer, type Core } from "./core.ts";
import type { FrameFault } from "./faults.ts";
import { errorReply, frameOf, invalidParameter, wsFrameOf, type Reply } from "./frame.ts";
import { subscriptionMethods } from "./methods/subscriptions.ts";
import { METHODS } from "./methods/table.ts";
import { spoil } from "./spoil.ts";
import { createSubscriptions } from "./subscriptions.ts";

export interface Sockets {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** What acts, by its name. */
const ACTIONS: readonly string[] = ["Debug/terminateDebugSession", "Debug/cancelTrainingSession"];

/** @param allowActions whether calls may act */
export function createSockets(core: Core, allowActions: boolean): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY_BYTES,
    perMessageDeflate: false,
  });
  return {
    upgrade: (req, socket, head) =>
      server.handleUpgrade(req, socket, head, (ws) => serve(core, ws, allowActions)),
    close() {
      for (const ws of server.clients) ws.terminate();
      server.close();
    },
  };
}

function serve(core: Core, ws: WebSocket, allowActions: boolean): void {
  const gone = new AbortController();
  const open = new Set<(how: "aborted") => void>();
  const subscriptions = createSubscriptions(core, (event, params, blobs) => {
    ws.send(encodeWsEvent("Debug", event, params, blobs));
  });
  const methods = new Map([...METHODS, ...subscriptionMethods(subscriptions)]);
  if (!allowActions) for (const name of ACTIONS) methods.delete(name);

  ws.on("close", () => {
    gone.abort();
    for (const over of open) over("aborted");
    subscriptions.close();
  });
  // ws closes the socket itself after an error, such as a message too large.
  ws.on("error", () => undefined);
  ws.on("message", (data: Buffer) => {
    receive(data).catch(() => ws.terminate());
  });
  const send = (id: number, reply: Reply, fault?: FrameFault) =>
    ws.send(wsFrameOf(id, spoil(frameOf(reply), fault)));

  async function receive(bytes: Buffer): Promise<void> {
    const request = decode(bytes);
    if ("problem" in request) {
      if (bytes.length >= ID_BYTES) send(bytes.readUInt32BE(0), request.problem);
      else ws.close(1002, "a message without an id");
      return;
    }
    const { id, message } = request;
    const name = `${message.api}/${message.method}`;
    const run = methods.get(name);
    if (run === undefined) {
      send(id, errorReply({ code: "unknown" }));
      return;
    }
    const over = core.traffic.begin(name);
    open.add(over);
    const faults = core.faults.take(name);
    if (faults.latencyMs !== undefined) await wait(faults.latencyMs, undefined, { signal: gone.signal });
    if (faults.hang === true) return;
    if (faults.reset !== undefined) {
      ws.terminate();
      return;
    }
    const reply = answer(core, run, { params: message.params, key: message.apiKey, faults });
    send(id, reply, faults.frame);
    over("answered");
    open.delete(over);
  }
}

const ID_BYTES = 4;

function decode(bytes: Buffer): ReturnType<typeof decodeWsRequest> | { problem: Reply } {
  try {
    return decodeWsRequest(bytes);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { problem: invalidParameter("params", error.message) };
  }
}
