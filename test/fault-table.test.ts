import { type Faults, parseFaults } from "@decthings-debug-dashboard/simulator";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namedTests } from "./named-tests.ts";

const ROOT = join(import.meta.dirname, "..");

/** What must have a row. A fault that comes up is a line here first. */
const FAULTS = [
  "network drop",
  "refused",
  "API gone behind the gateway",
  "page's own server gone",
  "page's own server gone before a load",
  "page's own server gone behind a proxy",
  "offline",
  "offline, says the browser alone",
  "hang",
  "drip",
  "slow",
  "reset before the headers",
  "reset in the body",
  "redirect",
  "bad_credentials",
  "too_many_requests",
  "payment_required",
  "unknown",
  "invalid_parameter",
  "error of a later API",
  "429 with Retry-After",
  "429 without Retry-After",
  "429 whose Retry-After is hidden",
  "304, 401, 402, 403, 404, 413, 5xx",
  "401, 402, 5xx with an error of the API",
  "failure that passes",
  "failures in a row",
  "failure on a paused link",
  "HTML with a failing status",
  "HTML with status 200",
  "wrong content type",
  "truncated",
  "oversized length",
  "oversized body",
  "malformed",
  "neither result nor error",
  "empty frame",
  "empty body",
  "unreadable session",
  "session nested without end",
  "duplicate",
  "unknown state",
  "unknown location",
  "legacy shapes",
  "hostile text",
  "ten thousand trainings",
  "reordering",
  "late answer",
  "vanish",
  "return",
  "return under another start",
  "missing from an answer that was not asked for it",
  "computer's clock ahead",
  "computer's clock behind",
  "computer's clock ahead, the API's hidden",
  "computer's clock behind, the API's hidden",
  "clock set back",
  "clock set ahead",
  "sleep of the machine",
  "sleep in the middle of a call",
  "hidden tab",
  "hidden tab that rests",
  "frozen tab",
  "bfcache",
  "worker that cannot be loaded",
  "no workers",
  "two tabs",
  "tabs that ask for different ids",
  "leader closed",
  "leader killed",
  "leader frozen",
  "leader frozen in the middle of a call",
  "tabs that come, go, freeze and die",
  "all stopped, and one tries again",
  "tab without a key",
  "storage quota",
  "denied",
  "corrupted",
  "damaged files",
  "vanished",
  "schema upgrade by another tab",
  "store of the future",
  "reload",
  "kept page denied or full",
  "page that dies between two writes",
  "browser killed",
  "key changed mid-flight",
  "another key",
  "key that can be none",
];

/** Every fault of the simulator, but for those that say when and not what. A new one breaks the build here. */
const SIMULATED = {
  latencyMs: true,
  hang: true,
  dripBytesPerSecond: true,
  reset: true,
  status: true,
  body: true,
  retryAfterSeconds: true,
  error: true,
  frame: true,
  contentType: true,
  clockSkewMs: true,
  sessions: true,
} satisfies Record<Exclude<keyof Faults, "methods" | "times">, true>;

type Word = NonNullable<Faults["sessions"]>[number] | NonNullable<Faults["frame"] | Faults["reset"]>;
/** Every word that such a fault may be. */
const SIMULATED_WORDS = {
  unreadable: true,
  deep: true,
  duplicates: true,
  "legacy-parameters": true,
  "no-location": true,
  "unknown-state": true,
  "unknown-location": true,
  reordered: true,
  "vanish-first": true,
  crowded: true,
  truncated: true,
  "oversized-length": true,
  "malformed-json": true,
  "no-envelope": true,
  empty: true,
  "before-headers": true,
  "mid-body": true,
} satisfies Record<Word, true>;

interface Row {
  readonly fault: string;
  readonly how: string;
  readonly what: string;
  readonly tests: readonly string[];
}

const page = readFileSync(join(ROOT, "docs/faults.md"), "utf8");
const rows: readonly Row[] = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:Fault |-)/u.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, fault = "", how = "", what = "", tests = ""]) => ({
    fault,
    how,
    what,
    tests: tests.split("<br>"),
  }));

const commands = rows.flatMap(({ how }) =>
  [...how.matchAll(/`faults '([^`]*)'`/gu)].map(([, json = ""]) => json),
);

const isThere = namedTests(ROOT);

describe("the fault table", () => {
  it("has one row for each fault, and none besides", () => {
    expect(rows.map(({ fault }) => fault).toSorted()).toEqual(FAULTS.toSorted());
  });

  it("says in each row how to see the fault and what happens", () => {
    for (const { fault, how, what } of rows) {
      expect(how, fault).toMatch(/\w/u);
      expect(what, fault).toMatch(/\.$/u);
    }
  });

  it("names tests that exist", () => {
    const named = rows.flatMap(({ tests }) => tests);
    expect(named.length).toBeGreaterThanOrEqual(rows.length);
    expect(named.filter((test) => !isThere(test))).toEqual([]);
  });

  it("has commands that the simulator takes", () => {
    for (const json of commands) expect(parseFaults(JSON.parse(json)), json).toHaveProperty("faults");
  });

  it("shows every fault of the simulator", () => {
    const shown = commands.join("\n");
    const missing = Object.keys({ ...SIMULATED, ...SIMULATED_WORDS }).filter(
      (word) => !shown.includes(`"${word}"`),
    );
    expect(missing).toEqual([]);
  });
});
