/**
 * The process that serves: one simulated world, and a gateway for each page that is compared. A process of its own, so
 * that its work is not on the browser's account. Its parent tells it what to serve, and hears of every list call.
 */
import { createGateway, type Gateway, serve } from "../../packages/gateway/src/index.ts";
import { createSimulator } from "../../packages/simulator/src/index.ts";
import { fastTime } from "../fast/fast-time.ts";
import type { FromServers, ServersOptions } from "./messages.ts";

const LIST_CALL = "/v0/Debug/getDebugSessions";

const send = (message: FromServers) => process.send?.(message);
const now = () => performance.timeOrigin + performance.now();

function telling(gateway: Gateway, target: string): Gateway {
  return {
    ...gateway,
    handle(req, res) {
      if (req.url === LIST_CALL) {
        const startedAt = now();
        res.once("close", () => send({ kind: "call", target, startedAt, endedAt: now() }));
      }
      gateway.handle(req, res);
    },
  };
}

async function start({ world, clock, pages }: ServersOptions): Promise<void> {
  const simulator = createSimulator({
    ...world,
    ...(clock === undefined ? {} : { now: () => Math.floor(fastTime(clock, Date.now())) }),
  });
  const urls: Record<string, string> = {};
  for (const { name, distDir } of pages) {
    const gateway = telling(createGateway({ mode: "demo", simulator, distDir }), name);
    urls[name] = (await serve(gateway, { port: 0, host: "127.0.0.1" })).url;
  }
  send({ kind: "ready", urls });
}

// The parent may end without a word; nothing is worth keeping then.
process.once("disconnect", () => process.exit(0));
process.once("message", (options: ServersOptions) => void start(options));
