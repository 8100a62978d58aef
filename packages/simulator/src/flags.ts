/** The command line of `npm run simulator`, read strictly: a flag that is not understood is never ignored. */
import { parseArgs } from "node:util";
import { parseFaults, type Faults } from "./faults.ts";
import { DEFAULT_SESSIONS, MAX_SESSIONS, type SimulatorOptions } from "./simulator.ts";
import { SCENARIO, SCENARIOS } from "./world/scenarios.ts";

export type Command =
  | {
      readonly kind: "serve";
      readonly port: number;
      readonly host: string;
      readonly options: Required<Pick<SimulatorOptions, "scenario" | "sessions" | "seed">> & SimulatorOptions;
    }
  | { readonly kind: "help" }
  /** One sentence for the person who typed it. */
  | { readonly kind: "problem"; readonly problem: string };

const FLAGS = {
  port: { type: "string", default: "8787" },
  host: { type: "string", default: "127.0.0.1" },
  sessions: { type: "string", default: String(DEFAULT_SESSIONS) },
  seed: { type: "string", default: "1" },
  scenario: { type: "string", default: "default" },
  speed: { type: "string", default: "1" },
  latency: { type: "string" },
  error: { type: "string" },
  faults: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

export const HELP = `A simulated Decthings API on this machine.

npm run simulator -- [flags]

  --port 8787          where to listen; 0 takes a free port
  --host 127.0.0.1     127.0.0.1, localhost or ::1
  --scenario default   what kind of world
${SCENARIOS.map((name) => `                         ${name.padEnd(10)} ${SCENARIO[name].about}`).join("\n")}
  --sessions ${DEFAULT_SESSIONS}        how many sessions at a time, at most ${MAX_SESSIONS}
  --seed 1             the same seed is the same world
  --speed 1            virtual seconds per second
  --latency 200        ms before every answer
  --error CODE         answer every call with this typed error
  --faults JSON        any faults, as POST /_simulator/faults takes them
  --help               this
`;

class Problem extends Error {}

const firstSentence = (text: string) => text.split(/\.\s/, 1)[0] ?? text;

/** Reads the arguments after the script's name. */
export function readFlags(args: readonly string[]): Command {
  try {
    return read(args);
  } catch (error) {
    // parseArgs throws TypeErrors that name the flag; their first sentence is what a person needs.
    if (error instanceof Problem || error instanceof TypeError) {
      return { kind: "problem", problem: firstSentence(error.message) };
    }
    throw error;
  }
}

function read(args: readonly string[]): Command {
  const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false });
  if (values.help) return { kind: "help" };
  const scenario = SCENARIOS.find((name) => name === values.scenario);
  if (scenario === undefined) throw new Problem(`--scenario must be one of ${SCENARIOS.join(", ")}`);
  return {
    kind: "serve",
    port: whole("port", values.port, 0, 65_535),
    host: values.host,
    options: {
      scenario,
      sessions: whole("sessions", values.sessions, 0, MAX_SESSIONS),
      seed: whole("seed", values.seed, 0, 0xffff_ffff),
      speed: speedOf(values.speed),
      faults: faultsOf(values),
    },
  };
}

function whole(flag: string, value: string, low: number, high: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < low || number > high) {
    throw new Problem(`--${flag} must be a whole number from ${low} to ${high}`);
  }
  return number;
}

function speedOf(value: string): number {
  const speed = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || speed > 100_000) {
    throw new Problem("--speed must be a number from 0 to 100000");
  }
  return speed;
}

/** `--latency` and `--error` are short for the two faults asked for most, and add to `--faults`. */
function faultsOf(values: { latency?: string; error?: string; faults?: string }): Faults {
  const { latency, error } = values;
  const read = parseFaults({
    ...jsonObject(values.faults ?? "{}"),
    ...(latency === undefined ? {} : { latencyMs: whole("latency", latency, 0, 3_600_000) }),
    ...(error === undefined ? {} : { error }),
  });
  if ("problem" in read) throw new Problem(`--faults: ${read.problem}`);
  return read.faults;
}

function jsonObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("--faults must be JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("--faults must be a JSON object");
  }
  return value;
}
