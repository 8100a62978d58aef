/** The process of the gateway, as `npm start` makes it: tells its parent what it holds whenever it is asked. */
import { createGateway, optionsOf, readConfig, serve } from "../../packages/gateway/src/index.ts";
import type { Memory, Ready } from "./messages.ts";

const send = (message: Ready | Memory) => process.send?.(message);

const result = readConfig(process.argv.slice(2), { DECTHINGS_API_KEY: "bench" }, ".", () => "");
if (!result.ok) throw new Error(result.message);
const { url } = await serve(createGateway(optionsOf(result.config)), result.config);
process.on("message", () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  send({ kind: "memory", rss, heap: heapUsed + external, cpuMs: (user + system) / 1_000 });
});
process.once("disconnect", () => process.exit(0));
send({ kind: "ready", url });
