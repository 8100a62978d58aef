import { describe, expect, it } from "vitest";
import { nextPoll, NO_POLLS, recordOutcome, waitWhile, type PollOutcome } from "./poll-policy.ts";

const outcome = (changes: Partial<PollOutcome>): PollOutcome => ({
  problem: undefined,
  failures: 0,
  latencyMs: 100,
  intervalMs: 5_000,
  retryAfterMs: undefined,
  roll: 0.5,
  ...changes,
});

describe("the wait before the next poll", () => {
  it.each<[string, Partial<PollOutcome>, number | undefined]>([
    ["is the interval after an answer", {}, 5_000],
    ["is 10 % shorter at the lowest roll", { roll: 0 }, 4_500],
    ["is never under four times the latency", { latencyMs: 2_000 }, 8_000],
    ["takes a call that its page slept through for the longest there is", { latencyMs: 3_600_000 }, 40_000],
    ["follows the chosen interval", { intervalMs: 60_000 }, 60_000],
    ["backs off from the first failure", { problem: { kind: "network" }, failures: 1 }, 7_500],
    [
      "stays the interval while the page's own server is gone",
      { problem: { kind: "network" }, failures: 9, isOwnServer: true },
      5_000,
    ],
    [
      "backs off from an API that fails behind it",
      { problem: { kind: "http", status: 502 }, failures: 3, isOwnServer: true },
      30_000,
    ],
    ["doubles with each failure", { problem: { kind: "http", status: 502 }, failures: 3 }, 30_000],
    ["stops doubling at two minutes", { problem: { kind: "timeout" }, failures: 40 }, 90_000],
    [
      "honours Retry-After",
      { problem: { kind: "http", status: 503 }, failures: 1, retryAfterMs: 33_000 },
      33_000,
    ],
    [
      "is at least a minute after too many requests",
      { problem: { kind: "too_many_requests" }, failures: 1 },
      60_000,
    ],
    [
      "believes a shorter Retry-After",
      { problem: { kind: "too_many_requests" }, failures: 1, retryAfterMs: 8_000 },
      8_000,
    ],
    [
      "is five minutes when payment is required",
      { problem: { kind: "payment_required" }, failures: 1 },
      300_000,
    ],
    ["never ends after a rejected key", { problem: { kind: "bad_credentials" }, failures: 1 }, undefined],
    [
      "never ends after a refused parameter",
      { problem: { kind: "invalid_parameter", parameterName: "x", reason: "" } },
      undefined,
    ],
    [
      "is never longer than a day, whatever the server asks",
      { problem: { kind: "http", status: 503 }, failures: 1, retryAfterMs: 35 * 86_400_000 },
      86_400_000,
    ],
    [
      "treats a code it does not know as any failure",
      { problem: { kind: "api", code: "new" }, failures: 1 },
      7_500,
    ],
  ])("%s", (_, changes, expected) => {
    expect(nextPoll(outcome(changes))).toBe(expected);
  });
});

describe("the wait of a hidden page", () => {
  it.each([
    [5_000, false, 5_000],
    [5_000, true, 60_000],
    [300_000, true, 300_000],
  ])("of %i ms, hidden %s, is %i ms", (waitMs, hidden, expected) => {
    expect(waitWhile(waitMs, { hidden })).toBe(expected);
  });
});

describe("the streak of outcomes", () => {
  const after = (...oks: boolean[]) => oks.reduce(recordOutcome, NO_POLLS).failures;

  it.each([
    [[false, false], 2],
    [[false, false, true], 2],
    [[false, false, true, false], 3],
    [[false, false, true, true], 0],
    [[true, true, false], 1],
  ])("%j leaves %i failures in a row", (oks, failures) => {
    expect(after(...oks)).toBe(failures);
  });
});
