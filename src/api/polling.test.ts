import { describe, expect, it } from "vitest";
import { pollingOf } from "./polling.ts";
import { PollError } from "./problem.ts";

const polled = { sentAt: 900, receivedAt: 1_000, nextInMs: 5_000 };
const facts = { updatedAt: 1_000, paused: false, online: true };

describe("how watching goes", () => {
  it("waits from the answer to the next poll", () => {
    const polling = pollingOf({ data: polled, error: null, isFetching: false }, facts);
    expect(polling).toMatchObject({ phase: "live", problem: undefined, wait: { from: 1_000, until: 6_000 } });
  });

  it("waits from the failure, though there was an answer before", () => {
    const error = new PollError({ kind: "too_many_requests" }, 7_000, 60_000);
    const polling = pollingOf({ data: polled, error, isFetching: false }, facts);
    expect(polling).toMatchObject({
      phase: "waiting",
      updatedAt: 1_000,
      wait: { from: 7_000, until: 67_000 },
    });
  });

  it("waits for nothing when only a person may try again", () => {
    const error = new PollError({ kind: "bad_credentials" }, 7_000, undefined);
    expect(pollingOf({ data: undefined, error, isFetching: false }, facts)).toMatchObject({
      phase: "unauthorised",
      wait: undefined,
    });
  });

  it("waits for nothing while paused", () => {
    expect(
      pollingOf({ data: polled, error: null, isFetching: false }, { ...facts, paused: true }),
    ).toMatchObject({ phase: "paused", wait: undefined });
  });
});
