/** What to serve, from flags, environment and key files: pure but for the file reader it is given. */
import { MAX_SESSIONS, SCENARIOS, type ScenarioName } from "@decthings-debug-dashboard/simulator";
import { isAbsolute, join } from "node:path";
import { DEFAULT_API_ADDRESS } from "./app.ts";
import { type Flags, parseFlags, usage } from "./flags.ts";
import {
  isProblem,
  type Key,
  keyOfAuthTxt,
  keyOfEnvironment,
  keyOfFile,
  type Problem,
  type ReadFile,
} from "./key.ts";

interface Common {
  readonly port: number;
  /** A loopback address or name. */
  readonly host: string;
  readonly actions: boolean;
  readonly logFormat: "text" | "json";
}

/** `scenario`, `sessions` and `seed` are absent where the simulator's defaults hold. */
export interface DemoConfig extends Common {
  readonly mode: "demo";
  readonly scenario?: ScenarioName;
  readonly sessions?: number;
  readonly seed?: number;
}

export interface ForwardingConfig extends Common {
  readonly mode: "gateway";
  readonly apiKey: string;
  /** Where the key was found; safe to print. */
  readonly keySource: string;
  readonly upstream: string;
}

export interface DirectConfig extends Common {
  readonly mode: "direct";
  readonly apiAddress: string;
}

export type GatewayConfig = DemoConfig | ForwardingConfig | DirectConfig;

export type ConfigResult =
  | { readonly ok: true; readonly config: GatewayConfig }
  /** `exitCode` 0 is --help; `message` is one line otherwise. */
  | { readonly ok: false; readonly message: string; readonly exitCode: 0 | 2 };

export type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const LARGEST_SEED = 2 ** 32 - 1;

class Invalid extends Error {}

const fail = (problem: string): never => {
  throw new Invalid(problem);
};

/** A flag's text, else the environment's, with the name to blame. */
function pick(flag: string | undefined, flagName: string, env: Environment, envName: string) {
  if (flag !== undefined) return { text: flag, name: `--${flagName}` };
  const text = env[envName];
  return text === undefined || text === "" ? undefined : { text, name: envName };
}

function wholeNumber(text: string, name: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : fail(`${name} must be a whole number from 0 to ${most}.`);
}

/** An API base: absolute http(s), with its version, without a slash at the end. The text itself is not repeated. */
function apiBase(text: string, name: string): string {
  const wanted = `${name} must be the API's address with its version, as in ${DEFAULT_API_ADDRESS}`;
  const url = URL.canParse(text) ? new URL(text) : fail(`${wanted}.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") return fail(`${wanted}.`);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return fail(`${wanted}, without a name, password, query or fragment.`);
  }
  if (url.pathname === "/") return fail(`${wanted}; it has no version.`);
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function readCommon({ text, on }: Flags, env: Environment): Common {
  if (text["allow-host"] !== undefined || text["access-token-file"] !== undefined) {
    fail(
      "--allow-host and --access-token-file are not in this version: leave them out to serve this machine.",
    );
  }
  const host = pick(text.host, "host", env, "HOST");
  if (host !== undefined && !LOOPBACK.has(host.text)) {
    fail(
      `${host.name} would open the dashboard to other machines, which needs --allow-host and --access-token-file, ` +
        "not in this version: use 127.0.0.1.",
    );
  }
  const port = pick(text.port, "port", env, "PORT");
  const format = text["log-format"] ?? "text";
  return {
    port: port === undefined ? 4173 : wholeNumber(port.text, port.name, 65_535),
    host: host?.text ?? "127.0.0.1",
    actions: on.has("actions"),
    logFormat: format === "text" || format === "json" ? format : fail("--log-format must be text or json."),
  };
}

const isScenario = (name: string): name is ScenarioName => SCENARIOS.some((scenario) => scenario === name);

function readDemo(common: Common, { text }: Flags): DemoConfig {
  const { scenario, sessions, seed } = text;
  if (scenario !== undefined && !isScenario(scenario)) {
    return fail(`--scenario must be one of ${SCENARIOS.join(", ")}.`);
  }
  return {
    ...common,
    mode: "demo",
    ...(scenario === undefined ? {} : { scenario }),
    ...(sessions === undefined ? {} : { sessions: wholeNumber(sessions, "--sessions", MAX_SESSIONS) }),
    ...(seed === undefined ? {} : { seed: wholeNumber(seed, "--seed", LARGEST_SEED) }),
  };
}

function findKey(
  { text }: Flags,
  env: Environment,
  cwd: string,
  readFile: ReadFile,
): Key | Problem | undefined {
  const file = text["api-key-file"];
  if (file === undefined) {
    return keyOfEnvironment(env["DECTHINGS_API_KEY"]) ?? keyOfAuthTxt(join(cwd, "auth.txt"), readFile);
  }
  // Messages name the file as it was typed; only the reading needs the directory.
  return keyOfFile(file, (path) => readFile(isAbsolute(path) ? path : join(cwd, path)));
}

function readFlags(flags: Flags, env: Environment, cwd: string, readFile: ReadFile): GatewayConfig {
  const { text, on } = flags;
  const common = readCommon(flags, env);
  const demoFlag = (["scenario", "sessions", "seed"] as const).find((name) => text[name] !== undefined);
  const realFlag = (["api-key-file", "upstream"] as const).find((name) => text[name] !== undefined);

  if (on.has("direct")) {
    const other = realFlag ?? demoFlag;
    if (other !== undefined) fail(`--${other} has no use with --direct: leave one of them out.`);
    const address = pick(text["api-address"], "api-address", env, "DECTHINGS_HTTP_ADDRESS");
    const apiAddress = address === undefined ? DEFAULT_API_ADDRESS : apiBase(address.text, address.name);
    return { ...common, mode: "direct", apiAddress };
  }
  if (text["api-address"] !== undefined)
    fail("--api-address goes with --direct; the gateway's is --upstream.");
  if (demoFlag !== undefined) {
    if (realFlag !== undefined)
      fail(`--${demoFlag} is for the demo and --${realFlag} is not: leave one out.`);
    return readDemo(common, flags);
  }

  const key = findKey(flags, env, cwd, readFile);
  if (key === undefined) {
    if (realFlag !== undefined) {
      fail("--upstream needs a key: set DECTHINGS_API_KEY, or give --api-key-file FILE.");
    }
    return readDemo(common, flags);
  }
  if (isProblem(key)) return fail(key.problem);
  const address = pick(text.upstream, "upstream", env, "DECTHINGS_HTTP_ADDRESS");
  return {
    ...common,
    mode: "gateway",
    apiKey: key.apiKey,
    keySource: key.source,
    upstream: address === undefined ? DEFAULT_API_ADDRESS : apiBase(address.text, address.name),
  };
}

/**
 * Decides what to serve. Flags beat the environment; a demo flag (`--scenario`, `--sessions`, `--seed`) beats a key
 * found in the environment or in `auth.txt`, since it can only mean the demo.
 * @param argv the arguments after the program's name.
 * @param cwd the directory the command was typed in; relative files and `auth.txt` are looked for there.
 * @param readFile gives a file's text or throws Node's error.
 */
export function readConfig(
  argv: readonly string[],
  env: Environment,
  cwd: string,
  readFile: ReadFile,
): ConfigResult {
  const flags = parseFlags(argv);
  if (typeof flags === "string") return { ok: false, message: flags, exitCode: 2 };
  if (flags.on.has("help")) return { ok: false, message: usage(), exitCode: 0 };
  try {
    return { ok: true, config: readFlags(flags, env, cwd, readFile) };
  } catch (error) {
    if (error instanceof Invalid) return { ok: false, message: error.message, exitCode: 2 };
    throw error;
  }
}
