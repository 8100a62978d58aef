/** Which faults befall the simulated API, and when: the same seed is the same day. */
import type { Faults } from "../../packages/simulator/src/index.ts";

export interface Spell {
  /** From the beginning of the soak, ms of the page's time. */
  readonly at: number;
  readonly until: number;
  readonly faults: Faults;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Between two spells, and how long one is, ms. */
const CALM: readonly [number, number] = [4 * MINUTE, 40 * MINUTE];
const LENGTH: readonly [number, number] = [5 * SECOND, 4 * MINUTE];

/** Each of them ends by itself; a rejected key does not, so it has no place in a day that nobody watches. */
const KINDS: readonly Faults[] = [
  { status: 502, body: "html" },
  { status: 503, retryAfterSeconds: 20 },
  { status: 404 },
  { status: 200, contentType: "text/html", body: "html" },
  { reset: "before-headers" },
  { reset: "mid-body" },
  { hang: true },
  { error: "too_many_requests", status: 429 },
  { error: "too_many_requests", retryAfterSeconds: 7 },
  { error: "payment_required" },
  { error: "unknown" },
  { frame: "truncated" },
  { frame: "oversized-length" },
  { frame: "malformed-json" },
  { frame: "no-envelope" },
  { frame: "empty" },
  { sessions: ["unreadable"] },
  { sessions: ["duplicates", "reordered"] },
  { sessions: ["legacy-parameters", "no-location"] },
  { sessions: ["unknown-state", "unknown-location"] },
  { sessions: ["vanish-first"] },
];

/** Numbers in [0, 1) from a seed (mulberry32, public domain). */
function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The spells of a soak, in order and apart. @param lengthMs ms of the page's time */
export function spellsOf(seed: number, lengthMs: number): readonly Spell[] {
  const draw = drawing(seed);
  const between = ([low, high]: readonly [number, number]) => low + draw() * (high - low);
  const spells: Spell[] = [];
  let at = between(CALM);
  while (at < lengthMs) {
    const until = Math.min(at + between(LENGTH), lengthMs);
    spells.push({ at, until, faults: KINDS[Math.floor(draw() * KINDS.length)] ?? {} });
    at = until + between(CALM);
  }
  return spells;
}
