/** The command line: reads the configuration, builds the page when needed, serves until told to stop. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createGateway } from "./app.ts";
import { build, isStale } from "./build.ts";
import { type GatewayConfig, readConfig } from "./config.ts";
import { describeMode, optionsOf } from "./from-config.ts";
import { jsonLine, type RequestEntry, textLine } from "./request-log.ts";
import { type Listening, serve } from "./serve.ts";

const NAME = "Decthings Debug Dashboard";

function stop(message: string, exitCode: number): never {
  if (exitCode === 0) console.log(message);
  else console.error(message);
  process.exit(exitCode);
}

function whyNotListening(error: unknown, { host, port }: GatewayConfig): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const next = port < 65_535 ? port + 1 : 0;
  if (code === "EADDRINUSE") return `Port ${port} is in use. Choose another with --port ${next}.`;
  if (code === "EACCES") return `Port ${port} may not be used by this user. Choose another with --port 4173.`;
  if (code === "EADDRNOTAVAIL")
    return `This machine has no address ${host}. Choose another with --host 127.0.0.1.`;
  return `The server could not start (${typeof code === "string" ? code : "unknown error"}).`;
}

function reporter({ logFormat }: GatewayConfig): (entry: RequestEntry) => void {
  if (logFormat === "json") return (entry) => console.log(jsonLine(entry, new Date()));
  return (entry) => {
    const line = textLine(entry);
    if (line !== undefined) console.error(line);
  };
}

async function ensureBuilt(root: string, { logFormat }: GatewayConfig): Promise<void> {
  if (!isStale(root)) return;
  const show = logFormat === "text";
  if (show) console.log("Building the page ...");
  const problem = await build(root, show ? "show" : "hide");
  if (problem !== undefined) stop(problem, 1);
}

function announce(config: GatewayConfig, { url }: Listening): void {
  if (config.logFormat === "json") {
    console.log(JSON.stringify({ time: new Date().toISOString(), listening: url, mode: config.mode }));
  } else {
    console.log(`${NAME}: ${url} (${describeMode(config)})`);
  }
}

const PARENT_MS = 500;

/** Stops on SIGINT and SIGTERM, and with the shell that npm runs scripts in. */
function stopWhenTold(listening: Listening): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    // A connection that will not close must not keep the process.
    setTimeout(() => process.exit(0), 1_500).unref();
    void listening.close().finally(() => process.exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);

  if (process.env["npm_lifecycle_event"] === undefined) return;
  // npm passes SIGTERM to its shell, which ends without telling us: a new parent is all there is to see of it.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onSignal();
  }, PARENT_MS).unref();
}

/**
 * Runs the command; ends the process with 0 when told to stop, 1 when it cannot serve, 2 when it was asked wrongly.
 * @param root the checkout, absolute: its `dist` is served and, when stale, built.
 */
export async function run(root: string, argv: readonly string[]): Promise<void> {
  // npm runs scripts in the checkout and says in INIT_CWD where the command was typed.
  const cwd = process.env["INIT_CWD"] ?? process.cwd();
  const result = readConfig(argv, process.env, cwd, (path) => readFileSync(path, "utf8"));
  if (!result.ok) stop(result.message, result.exitCode);
  const { config } = result;
  await ensureBuilt(root, config);
  const distDir = join(root, "dist");
  if (!existsSync(distDir)) stop("The build left no page; npm run build shows why.", 1);
  const gateway = createGateway({
    ...optionsOf(config),
    distDir,
    onRequest: reporter(config),
    onError: (error) => console.error(`Unexpected: ${error instanceof Error ? error.name : "error"}`),
  });
  try {
    const listening = await serve(gateway, config);
    stopWhenTold(listening);
    announce(config, listening);
  } catch (error) {
    stop(whyNotListening(error, config), 1);
  }
}
