/** What can go wrong on purpose: what each fault is, its check, and which calls it concerns. The README has the table. */
import * as v from "valibot";

/** Ways to bend the session list; see `bend` in session-faults.ts. */
const SESSION_FAULTS = [
  "unreadable",
  "deep",
  "duplicates",
  "legacy-parameters",
  "no-location",
  "unknown-state",
  "unknown-location",
  "reordered",
  "vanish-first",
  "crowded",
] as const;
export type SessionFault = (typeof SESSION_FAULTS)[number];

const FRAME_FAULTS = ["truncated", "oversized-length", "malformed-json", "no-envelope", "empty"] as const;
export type FrameFault = (typeof FRAME_FAULTS)[number];

export interface Faults {
  /** Ms before the answer begins. */
  latencyMs?: number;
  /** Never answers; the call ends when the client gives up. */
  hang?: boolean;
  /** The body comes at this rate. */
  dripBytesPerSecond?: number;
  /** Destroys the socket before the status line, or in the middle of the body. */
  reset?: "before-headers" | "mid-body";
  status?: number;
  /** What a `status` comes with: a frame (of the error that fits it), an HTML page, or nothing (default unless `error`). */
  body?: "frame" | "html" | "empty";
  /** A Retry-After header. */
  retryAfterSeconds?: number;
  /** A typed error, with status 200 unless `status` is given. */
  error?: string;
  frame?: FrameFault;
  contentType?: string;
  /** Moves the clock of the whole server, its Date header included. */
  clockSkewMs?: number;
  sessions?: SessionFault[];
  /** Only these methods, as `getDebugSessions` or `Debug/getDebugSessions`; default all. */
  methods?: string[];
  /** Only the next so many matching calls, then all faults clear themselves. */
  times?: number;
}

const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  v.picklist(words, `must be one of ${words.join(", ")}`);
const listOf = <S extends v.GenericSchema>(schema: S, what: string) =>
  v.array(schema, `must be a list of ${what}`);
const number = (low: number, high: number, what = "a number") => {
  const message = `must be ${what} from ${low} to ${high}`;
  return v.pipe(v.number(message), v.minValue(low, message), v.maxValue(high, message));
};
const integer = (low: number, high: number) => {
  const message = `must be a whole number from ${low} to ${high}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(low, message), v.maxValue(high, message));
};
const text = v.string("must be a text");
// A header value with a line end would make Node throw in the middle of an answer.
const headerValue = v.pipe(text, v.regex(/^[\t\x20-\x7e]*$/, "must be printable ASCII"));

const HOUR = 3_600_000;

const FaultsSchema = v.strictObject({
  latencyMs: v.optional(integer(0, HOUR)),
  hang: v.optional(v.boolean("must be true or false")),
  dripBytesPerSecond: v.optional(number(0.1, 1e9)),
  reset: v.optional(oneOf(["before-headers", "mid-body"])),
  status: v.optional(integer(200, 599)),
  body: v.optional(oneOf(["frame", "html", "empty"])),
  retryAfterSeconds: v.optional(integer(0, 1e9)),
  error: v.optional(v.pipe(text, v.minLength(1, "must not be empty"))),
  frame: v.optional(oneOf(FRAME_FAULTS)),
  contentType: v.optional(headerValue),
  clockSkewMs: v.optional(integer(-1e13, 1e13)),
  sessions: v.optional(listOf(oneOf(SESSION_FAULTS), `words out of ${SESSION_FAULTS.join(", ")}`)),
  methods: v.optional(listOf(text, "method names")),
  times: v.optional(integer(1, 1e9)),
});

/** Reads faults out of any value. What is wrong with it comes as one sentence that names the field. */
export function parseFaults(value: unknown): { faults: Faults } | { problem: string } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { problem: "The faults must be a JSON object." };
  }
  const read = v.safeParse(FaultsSchema, value);
  if (read.success) return { faults: defined(read.output) };
  const [issue] = read.issues;
  const path = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object") {
    return { problem: `There is no fault named ${JSON.stringify(path)}; see the table in the README.` };
  }
  return { problem: `The fault ${path} ${issue.message}.` };
}

/** The same without the members that are undefined, which a type with exact optional members has no place for. */
function defined(output: v.InferOutput<typeof FaultsSchema>): Faults {
  const faults: Faults = {};
  for (const [name, value] of Object.entries(output))
    if (value !== undefined) Object.assign(faults, { [name]: value });
  return faults;
}

/** Whether the faults concern a method, such as `Debug/getDebugSessions`. */
export function concerns(faults: Faults, method: string): boolean {
  return (
    faults.methods === undefined ||
    faults.methods.some((name) => method === name || method.endsWith(`/${name}`))
  );
}

/** The error that an HTTP status stands for, when a `status` is to come with a frame. */
export function errorOfStatus(status: number): string {
  const codes: Record<number, string> = {
    401: "bad_credentials",
    402: "payment_required",
    429: "too_many_requests",
  };
  return codes[status] ?? "unknown";
}
