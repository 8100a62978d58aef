/** Commands of package.json, as a person types them. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Command {
  /** The address it printed. */
  readonly address: string;
  /** All it printed so far, on both streams. */
  output(): string;
  /** Ends it as Ctrl-C does; resolves with its exit code once all its processes are gone. */
  stop(): Promise<number | null>;
}

/** This process's environment without keys, addresses and ports of its own. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const {
    DECTHINGS_API_KEY: _key,
    DECTHINGS_HTTP_ADDRESS: _api,
    PORT: _port,
    HOST: _host,
    ...own
  } = process.env;
  return own;
}

export interface Killable {
  /** As a crash ends it: at once, without a word to anybody. */
  kill(): Promise<void>;
}

/** A gateway in a process of its own; resolves once it listens. */
export async function startGatewayProcess(
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<Killable> {
  const argv = ["--import", "tsx", "packages/gateway/src/main.ts", "--port", String(port)];
  const child = spawn(process.execPath, argv, { cwd: ROOT, env: { ...cleanEnvironment(), ...env } });
  const closed = once(child, "close");
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (printed.includes(`http://127.0.0.1:${port}`)) resolve();
      });
    }
    child.once("close", () => reject(new Error(`The gateway ended: ${printed}`)));
  });
  return {
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

/**
 * Starts `npm ...` in the checkout and waits for the address it prints.
 * @param env added to this process's own, from which keys and ports are taken out
 */
export async function startCommand(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Command> {
  // A group of its own: npm starts a shell that starts the server, and all of them are to end.
  const child = spawn("npm", argv, { cwd: ROOT, env: { ...cleanEnvironment(), ...env }, detached: true });
  let printed = "";
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        // npm repeats the command line first, which may hold an address too.
        const url = /(?:: |":")(http:\/\/127\.0\.0\.1:\d+[^\s"]*)/u.exec(printed)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    child.once("close", () => reject(new Error(`npm ${argv.join(" ")} ended: ${printed}`)));
  });
  const closed = once(child, "close");
  const stop = async (): Promise<number | null> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    await closed;
    return child.exitCode;
  };
  return { address: await address, output: () => printed, stop };
}
