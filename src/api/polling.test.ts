import { describe, expect, it } from "vitest";
import { isOvertaken, pollingOf } from "./polling.ts";
import { PollError } from "./problem.ts";

const polled = { sentAt: 900, receivedAt: 1_000, waitFrom: 1_000, nextInMs: 5_000, leastMs: 0 };
const facts = { updatedAt: 1_000, paused: false, online: true, intervalMs: 5_000 };

describe("how watching goes", () => {
  it("waits from the answer to the next poll", () => {
    const polling = pollingOf({ data: polled, error: null }, facts);
    expect(polling).toMatchObject({ phase: "live", problem: undefined, wait: { from: 1_000, until: 6_000 } });
  });

  it("waits from the failure, though there was an answer before", () => {
    const error = new PollError({ kind: "too_many_requests" }, 7_000, 60_000);
    const polling = pollingOf({ data: polled, error }, facts);
    expect(polling).toMatchObject({
      phase: "waiting",
      updatedAt: 1_000,
      wait: { from: 7_000, until: 67_000 },
    });
  });

  it("waits for nothing when only a person may try again", () => {
    const error = new PollError({ kind: "bad_credentials" }, 7_000, undefined);
    expect(pollingOf({ data: undefined, error }, facts)).toMatchObject({
      phase: "unauthorised",
      wait: undefined,
    });
  });

  it("waits for nothing while paused", () => {
    expect(pollingOf({ data: polled, error: null }, { ...facts, paused: true })).toMatchObject({
      phase: "paused",
      wait: undefined,
    });
  });

  it("does not pause before there is something to look at", () => {
    const state = { data: undefined, error: new PollError({ kind: "network" }, 7_000, 7_500) };
    expect(pollingOf(state, { ...facts, paused: true })).toMatchObject({
      phase: "retrying",
      wait: { from: 7_000, until: 14_500 },
    });
  });

  it.each([
    [4_600, 5_000],
    [5_400, 5_000],
    [16_000, 16_000],
  ])("tells a wait of %i ms as a pace of %i", (nextInMs, paceMs) => {
    expect(pollingOf({ data: { ...polled, nextInMs, leastMs: nextInMs }, error: null }, facts)).toMatchObject(
      {
        paceMs,
        freshForMs: 2.5 * paceMs,
      },
    );
  });
});

describe("a poll that failed", () => {
  const failed = (kind: "bad_credentials" | "network") => new PollError({ kind }, 7_000, undefined);
  const refused = new PollError(
    { kind: "invalid_parameter", parameterName: "debugSessionIds", reason: "no_such_id" },
    7_000,
    undefined,
  );

  it.each([
    ["another tab was answered since", failed("bad_credentials"), 7_001, true],
    ["another tab was answered since, whatever failed", failed("network"), 9_000, true],
    ["the newest answer is from before", failed("bad_credentials"), 6_999, false],
    ["there was none", failed("bad_credentials"), undefined, false],
    ["it was refused for what this tab alone asks for", refused, 9_000, false],
    ["it did not fail", null, 9_000, false],
  ])("is overtaken or not where %s", (_, error, updatedAt, is) => {
    expect(isOvertaken({ data: undefined, error }, updatedAt)).toBe(is);
  });
});
