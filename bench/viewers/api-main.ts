/** The process of the simulated API: tells its parent of every list call. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSimulator } from "../../packages/simulator/src/index.ts";
import { now, type Ready, type UpstreamCall } from "./messages.ts";

const send = (message: Ready | UpstreamCall) => process.send?.(message);

const simulator = createSimulator({ scenario: "scale", sessions: Number(process.argv[2]) });
const server = createServer((req, res) => {
  const startedAt = now();
  res.once("finish", () => send({ kind: "call", startedAt, endedAt: now() }));
  simulator.handle(req, res);
});
server.listen(0, "127.0.0.1", () => {
  send({ kind: "ready", url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v0` });
});
process.once("disconnect", () => process.exit(0));
