/**
 * The gateway inside Vite's dev server, so that `npm run dev` answers like `npm start`: same modes, same guards. The
 * guards matter as much here: a dev server that adds a key would let any website in the browser spend it.
 */
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";
import type * as GatewayModule from "./index.ts";

export function gatewayPlugin(): Plugin {
  return {
    name: "decthings-debug-dashboard:gateway",
    apply: "serve",
    async configureServer(server) {
      // Loaded by Vite's own runner: Node 20 cannot import the workspace's TypeScript, and this file is imported by it.
      const { module } = await runnerImport<typeof GatewayModule>(
        fileURLToPath(new URL("./index.ts", import.meta.url)),
      );
      const { host } = server.config.server;
      if (host !== undefined && !module.isLoopback(host)) {
        throw new Error("The dev server answers this machine only. For others: npm start -- --host.");
      }
      const cwd = process.env["INIT_CWD"] ?? process.cwd();
      // Vite reads the arguments and the port itself.
      const env = { ...process.env, PORT: undefined, HOST: undefined };
      const result = module.readConfig([], env, cwd, (path) => readFileSync(path, "utf8"));
      if (!result.ok) throw new Error(result.message);
      const gateway = module.createGateway(module.optionsOf(result.config));
      server.config.logger.info(`  ${module.describeMode(result.config)}`);

      server.middlewares.use((req, res, next) => {
        if (module.isGatewayPath(req.originalUrl ?? req.url ?? "")) gateway.handle(req, res);
        else next();
      });
      server.httpServer?.on("upgrade", (req: IncomingMessage, socket: Duplex, head: Buffer) => {
        // Every other upgrade is Vite's own.
        if (module.isGatewayPath(req.url ?? "")) gateway.upgrade(req, socket, head);
      });
      server.httpServer?.once("close", () => void gateway.close());
    },
  };
}
