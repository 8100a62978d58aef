/** Commands of package.json and of the package that is made of it, as a person types them. */
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

/** Ours alone, or told by an npm that runs these tests: a person's shell has none of them. */
const NOT_OF_A_SHELL = /^(?:DECTHINGS_.*|PORT|HOST|INIT_CWD|npm_.*)$/u;

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_OF_A_SHELL.test(name)));
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

/** Runs a command to its end. @throws with all that it printed where it fails */
export async function runCommand(
  program: "npm" | "npx",
  argv: readonly string[],
  cwd: string = ROOT,
): Promise<void> {
  const child = spawn(program, argv, { cwd, env: cleanEnvironment() });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`${program} ${argv.join(" ")} failed: ${printed}`);
}

interface Started {
  readonly program?: "npm" | "npx" | "sh";
  /** Added to this process's own, from which keys and ports are taken out. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it is typed; in the checkout unless said otherwise. */
  readonly cwd?: string;
}

/** Starts `npm ...`, or another program, and waits for the address it prints. */
export async function startCommand(
  argv: readonly string[],
  { program = "npm", env = {}, cwd = ROOT }: Started = {},
): Promise<Command> {
  // A group of its own: npm starts a shell that starts the server, and all of them are to end.
  const child = spawn(program, argv, { cwd, env: { ...cleanEnvironment(), ...env }, detached: true });
  let printed = "";
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        // npm repeats the command line first, which may hold an address too.
        const url = /(?:: |":")(http:\/\/[\d.]+:\d+[^\s"]*)/u.exec(printed)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    child.once("close", () => reject(new Error(`${program} ${argv.join(" ")} ended: ${printed}`)));
  });
  const closed = once(child, "close");
  const stop = async (): Promise<number | null> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    await closed;
    return child.exitCode;
  };
  return { address: await address, output: () => printed, stop };
}
