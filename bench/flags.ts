/** The command line of `npm run bench`, read strictly. */
import { parseArgs } from "node:util";

export interface CompareFlags {
  readonly kind: "compare";
  /** Sessions in the list. */
  readonly sizes: readonly number[];
  /** How often each page is opened at each size. */
  readonly runs: number;
  /** Polls in steady state that each run is measured over. */
  readonly polls: number;
  /** Polls after which the heap is read again, at the largest size; 0: not at all. */
  readonly heapPolls: number;
}

export interface SoakFlags {
  readonly kind: "soak";
  /** Of the page's time. */
  readonly hours: number;
  /** How often the faults and their instants differ. */
  readonly seed: number;
  /** Page seconds in a real second. */
  readonly speed: number;
}

export interface ViewersFlags {
  readonly kind: "viewers";
  /** How many watch through one gateway. */
  readonly count: number;
  /** How long they do. */
  readonly minutes: number;
  /** Sessions in the list. */
  readonly sessions: number;
}

export interface TimelinesFlags {
  readonly kind: "timelines";
  /** Sessions in the lanes, of ten trainings each. */
  readonly sessions: number;
  /** How often all is measured. */
  readonly runs: number;
  /** Polls in steady state. */
  readonly polls: number;
}

export type Command =
  | CompareFlags
  | TimelinesFlags
  | SoakFlags
  | ViewersFlags
  | { readonly kind: "help" }
  | { readonly kind: "problem"; readonly problem: string };

export const HELP = `The dashboard beside two controls, with the same simulated API.

npm run bench -- [flags]

  --quick              10,000 sessions only, one run, five polls
  --sizes 100,1000,10000
  --runs 3             how often each page is opened at each size
  --polls 10           polls in steady state that each run is measured over
  --heap-polls 100     polls after which the heap is read again, at the largest size; 0: not at all

  --soak               the dashboard alone, open for a day that passes quickly, with faults
  --hours 24           how long, in the page's time
  --speed 30           page seconds in a real second; too many and calls seem slow, so that there are fewer
  --seed 1             other faults at other times

  --viewers            the gateway alone: one who watches through it, then many at once
  --count 200          how many
  --minutes 4          how long
  --sessions 10000     in the list

  --timelines          the dashboard alone: what is drawn over time, of many sessions and of one with 10,000 trainings
  --sessions 10000     in the lanes, of ten trainings each
  --runs 1             how often
  --polls 5            polls in steady state
  --help               this

BENCH_DIST names another build of the dashboard than dist/.
`;

const FLAGS = {
  quick: { type: "boolean", default: false },
  sizes: { type: "string" },
  runs: { type: "string" },
  polls: { type: "string" },
  "heap-polls": { type: "string" },
  soak: { type: "boolean", default: false },
  hours: { type: "string", default: "24" },
  speed: { type: "string", default: "30" },
  seed: { type: "string", default: "1" },
  viewers: { type: "boolean", default: false },
  timelines: { type: "boolean", default: false },
  count: { type: "string", default: "200" },
  minutes: { type: "string", default: "4" },
  sessions: { type: "string", default: "10000" },
  help: { type: "boolean", short: "h", default: false },
} as const;

class Problem extends Error {}

function numberFrom(text: string, name: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= low && value <= high)) {
    throw new Problem(`--${name} must be a number from ${low} to ${high}`);
  }
  return value;
}

function wholeFrom(text: string, name: string, low: number, high: number): number {
  const value = numberFrom(text, name, low, high);
  if (!Number.isInteger(value)) throw new Problem(`--${name} must be a whole number`);
  return value;
}

/** Reads the arguments after the script's name. */
export function readFlags(args: readonly string[]): Command {
  try {
    return read(args);
  } catch (error) {
    // parseArgs throws TypeErrors that name the flag; their first sentence is what a person needs.
    if (error instanceof Problem || error instanceof TypeError) {
      return { kind: "problem", problem: error.message.split(/\.\s/, 1)[0] ?? error.message };
    }
    throw error;
  }
}

function read(args: readonly string[]): Command {
  const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false });
  if (values.help) return { kind: "help" };
  if (values.soak) {
    return {
      kind: "soak",
      hours: numberFrom(values.hours, "hours", 0.05, 24 * 31),
      speed: numberFrom(values.speed, "speed", 1, 600),
      seed: wholeFrom(values.seed, "seed", 0, 2 ** 32 - 1),
    };
  }
  if (values.viewers) {
    return {
      kind: "viewers",
      count: wholeFrom(values.count, "count", 1, 10_000),
      minutes: numberFrom(values.minutes, "minutes", 0.1, 24 * 60),
      sessions: wholeFrom(values.sessions, "sessions", 0, 50_000),
    };
  }
  if (values.timelines) {
    return {
      kind: "timelines",
      sessions: wholeFrom(values.sessions, "sessions", 100, 50_000),
      runs: wholeFrom(values.runs ?? "1", "runs", 1, 100),
      polls: wholeFrom(values.polls ?? "5", "polls", 1, 1_000),
    };
  }
  const { quick } = values;
  const sizes = (values.sizes ?? (quick ? "10000" : "100,1000,10000")).split(",");
  return {
    kind: "compare",
    sizes: sizes.map((size) => wholeFrom(size, "sizes", 10, 50_000)),
    runs: wholeFrom(values.runs ?? (quick ? "1" : "3"), "runs", 1, 100),
    polls: wholeFrom(values.polls ?? (quick ? "5" : "10"), "polls", 1, 1_000),
    heapPolls: wholeFrom(values["heap-polls"] ?? (quick ? "0" : "100"), "heap-polls", 0, 10_000),
  };
}
