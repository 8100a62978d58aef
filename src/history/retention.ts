/** How much of what was observed is kept. */

export interface Limits {
  /** Ended sessions, and connections without an answer, are kept this long. Ms. */
  readonly keepMs: number;
  /** Above this the sessions that ended first go first. Bytes. */
  readonly maxBytes: number;
}

/** A generous size of one session, for browsers that do not tell what is in use. Bytes. */
const SESSION_BYTES = 4_096;
/** Making just enough room would make the next pruning due at once. */
const ROOM = 0.9;

export interface Stored {
  /** Those of all connections that have ended, and those of this one that have not: of others only what is in use tells. */
  readonly sessions: number;
  /** What the browser says is in use, bytes; undefined where it does not say. */
  readonly usage: number | undefined;
  /** The least it said since room was last made. Files shrink only when the browser gets to it, and until then it says the same. */
  readonly usageBefore?: number | undefined;
}

/** How many of the stored sessions are too many. */
export function excess({ sessions, usage, usageBefore }: Stored, maxBytes: number): number {
  const bytes = usage ?? sessions * SESSION_BYTES;
  if (sessions === 0 || bytes <= maxBytes) return 0;
  if (usage !== undefined && usageBefore !== undefined && usage <= usageBefore) return 0;
  return Math.ceil((bytes - maxBytes * ROOM) / (bytes / sessions));
}

/** What the files shrank to since room was last made, bytes; undefined where it never was, or nothing tells. */
export const leastUsage = (before: number | undefined, usage: number | undefined): number | undefined =>
  before === undefined || usage === undefined ? before : Math.min(before, usage);
