/** The flags of `npm start --` and of the installed command, as a table: parsing, and the text of --help, read it. */
import { parseArgs } from "node:util";

interface FlagRow {
  readonly type: "string" | "boolean";
  /** What stands for the value in --help. */
  readonly value?: string;
  readonly help: string;
  /** Each one given counts; they come with commas between them. */
  readonly many?: true;
}

const FLAGS = {
  port: { type: "string", value: "4173", help: "port to serve at; 0 takes a free one (or PORT)" },
  host: { type: "string", value: "127.0.0.1", help: "address or name to serve at (or HOST)" },
  "api-key-file": {
    type: "string",
    value: "FILE",
    help: "file that holds just the API key (or DECTHINGS_API_KEY, or ./auth.txt)",
  },
  upstream: {
    type: "string",
    value: "URL",
    help: "API the calls are forwarded to (or DECTHINGS_HTTP_ADDRESS)",
  },
  direct: { type: "boolean", help: "the page calls the API itself, with a key pasted into it" },
  "api-address": {
    type: "string",
    value: "URL",
    help: "with --direct: the API the page calls (or DECTHINGS_HTTP_ADDRESS)",
  },
  scenario: { type: "string", value: "NAME", help: "demo: what the simulator shows" },
  sessions: { type: "string", value: "N", help: "demo: how many sessions" },
  seed: { type: "string", value: "S", help: "demo: a whole number; the same one gives the same world" },
  actions: { type: "boolean", help: "allow terminate and cancel" },
  "log-format": {
    type: "string",
    value: "text|json",
    help: "text logs responses of 500 and above (default), json every one",
  },
  "allow-host": {
    type: "string",
    value: "NAME",
    many: true,
    help: "name other machines reach it by, with its port if any; may be repeated",
  },
  "access-token-file": {
    type: "string",
    value: "FILE",
    help: "file that holds just the token a viewer is asked for",
  },
  help: { type: "boolean", help: "show this" },
} as const satisfies Record<string, FlagRow>;

type FlagName = keyof typeof FLAGS;
type StringFlag = { [N in FlagName]: (typeof FLAGS)[N]["type"] extends "string" ? N : never }[FlagName];
type BooleanFlag = Exclude<FlagName, StringFlag>;

export interface Flags {
  readonly text: Readonly<Partial<Record<StringFlag, string>>>;
  readonly on: ReadonlySet<BooleanFlag>;
}

const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name);
const isStringFlag = (name: FlagName): name is StringFlag => FLAGS[name].type === "string";

const isMany = (name: FlagName) => "many" in FLAGS[name];

/** The text of --help. */
export function usage(): string {
  const rows = Object.entries<FlagRow>(FLAGS).map(([name, { value, help }]) => {
    const left = value === undefined ? `--${name}` : `--${name} ${value}`;
    return `  ${left.padEnd(26)} ${help}`;
  });
  return ["Usage: npm start -- [flags], or decthings-debug-dashboard [flags]", ...rows].join("\n");
}

/**
 * Reads the flags; the last of a repeated one holds, but for those that may be many.
 * @returns the flags, or one sentence saying what is wrong with them.
 */
export function parseFlags(argv: readonly string[]): Flags | string {
  // Not strict: Node's own messages are about parseArgs, not about this program.
  const { tokens } = parseArgs({ args: [...argv], options: FLAGS, strict: false, tokens: true });
  const text: Partial<Record<StringFlag, string>> = {};
  const on = new Set<BooleanFlag>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") return "Only flags are understood; --help lists them.";
    const { name, rawName, value } = token;
    if (!isFlag(name)) return `Unknown flag ${rawName.slice(0, 40)}; --help lists the flags.`;
    if (!isStringFlag(name)) {
      if (value !== undefined) return `--${name} takes no value.`;
      on.add(name);
    } else if (value === undefined || value === "" || (!token.inlineValue && value.startsWith("--"))) {
      return `--${name} needs a value; --help lists the flags.`;
    } else {
      const before = text[name];
      text[name] = isMany(name) && before !== undefined ? `${before},${value}` : value;
    }
  }
  return { text, on };
}
