/** What to serve, from flags, environment and key files: pure but for the file reader it is given. */
import { MAX_SESSIONS, SCENARIOS, type ScenarioName } from "@decthings-debug-dashboard/simulator";
import { isAbsolute, join } from "node:path";
import { LONGEST_TOKEN } from "./access.ts";
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
  secretOfFile,
} from "./key.ts";

interface Common {
  readonly port: number;
  /** An address or name of this machine; other than loopback's only with the two that follow. */
  readonly host: string;
  /** Names it is reached by from other machines, with a port where that is not the scheme's own. */
  readonly allowHosts: readonly string[];
  readonly accessToken?: string;
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

const LOOPBACK: ReadonlySet<unknown> = new Set(["127.0.0.1", "localhost", "::1"]);
/** Whether a server that listens there is reached from this machine alone. @param host as a person or Vite names it */
export const isLoopback = (host: unknown): boolean => LOOPBACK.has(host);

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

/** A host as browsers write it in `Host`: a name, an IPv4 address or an IPv6 one in brackets, with or without a port. */
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

function readAllowHosts(given: string | undefined): readonly string[] {
  const names = (given ?? "").split(",").map((name) => name.trim().toLowerCase());
  if (given === undefined) return [];
  if (names.every((name) => HOST_NAME.test(name))) return names;
  return fail("--allow-host must be a name as in dashboard.example.com, or one with its port.");
}

/** As long as no guess can be: whoever is asked has it from a file or a message, not from memory. */
const LEAST_TOKEN = 16;

function readToken(path: string | undefined, read: ReadFile): string | undefined {
  if (path === undefined) return undefined;
  const token = secretOfFile(path, { what: "access token", flag: "--access-token-file" }, read);
  if (isProblem(token)) return fail(token.problem);
  const { length } = token.text;
  if (length < LEAST_TOKEN) {
    fail(`The access token file ${path} holds fewer than ${LEAST_TOKEN} characters: make a longer one.`);
  }
  if (length > LONGEST_TOKEN) {
    fail(`The access token file ${path} holds more than ${LONGEST_TOKEN} characters: make a shorter one.`);
  }
  return token.text;
}

function readCommon({ text, on }: Flags, env: Environment, read: ReadFile): Common {
  const allowHosts = readAllowHosts(text["allow-host"]);
  const accessToken = readToken(text["access-token-file"], read);
  const host = pick(text.host, "host", env, "HOST");
  if (
    host !== undefined &&
    !isLoopback(host.text) &&
    (allowHosts.length === 0 || accessToken === undefined)
  ) {
    fail(
      `${host.name} opens the dashboard to other machines, which needs --allow-host NAME and --access-token-file FILE: ` +
        "give both, or use 127.0.0.1.",
    );
  }
  if (allowHosts.length > 0 && accessToken === undefined) {
    fail("--allow-host opens the dashboard to other machines, which needs --access-token-file FILE too.");
  }
  const port = pick(text.port, "port", env, "PORT");
  const format = text["log-format"] ?? "text";
  return {
    port: port === undefined ? 4173 : wholeNumber(port.text, port.name, 65_535),
    host: host?.text ?? "127.0.0.1",
    allowHosts,
    ...(accessToken === undefined ? {} : { accessToken }),
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

/** Messages name a file as it was typed; only the reading needs the directory. */
const readerIn =
  (cwd: string, readFile: ReadFile): ReadFile =>
  (path) =>
    readFile(isAbsolute(path) ? path : join(cwd, path));

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
  return keyOfFile(file, readerIn(cwd, readFile));
}

function readFlags(flags: Flags, env: Environment, cwd: string, readFile: ReadFile): GatewayConfig {
  const { text, on } = flags;
  const common = readCommon(flags, env, readerIn(cwd, readFile));
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
