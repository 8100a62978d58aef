import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { Interval, KnownTraining } from "./known.ts";
import { readTrainingState } from "./states.ts";
import { endOf, type Standing, standingOf } from "./training-end.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CREATED = Date.parse("2026-03-11T12:03:44Z");
const NOW = CREATED + 60 * MINUTE;

const LIVE: Standing = { now: NOW, lastSeenAt: NOW - 2 * SECOND, stale: false, gone: false };
const STALE: Standing = { now: NOW, lastSeenAt: NOW - 13 * MINUTE, stale: true, gone: false };

interface Facts {
  readonly state: string;
  readonly end?: Interval;
  readonly createdAt?: number;
  readonly lastListed?: number;
}

function training({ state: rawState, end, createdAt = CREATED, lastListed }: Facts): KnownTraining {
  const state = readTrainingState(rawState);
  return {
    training: { id: "7bcd4d21", createdAt, state, rawState },
    seen: [{ state, rawState, entered: { after: undefined, by: createdAt + SECOND } }],
    end,
    ...(lastListed === undefined ? {} : { lastListed }),
  };
}

const ended = (afterMs: number | undefined, byMs: number): Interval => ({
  after: afterMs === undefined ? undefined : CREATED + afterMs,
  by: CREATED + byMs,
});

describe("a server whose clock runs ahead", () => {
  it("never brings an end before the creation", () => {
    expect(endOf(training({ state: "completed", end: ended(-10_000, 5000) }), LIVE)).toEqual({
      kind: "seen",
      after: CREATED,
      by: CREATED + 5000,
    });
    expect(endOf(training({ state: "completed", end: ended(undefined, -5000) }), LIVE)).toEqual({
      kind: "before-watching",
      by: CREATED,
    });
    expect(endOf(training({ state: "running", createdAt: NOW + 1 }), STALE)).toEqual({
      kind: "stale",
      after: NOW + 1,
    });
  });
});

describe("the standing of a session", () => {
  const look = { now: NOW, latestAt: NOW - 4000, freshForMs: 12_500 };

  it("in every answer is that of the newest one", () => {
    expect(standingOf(knownSession(), look)).toEqual({
      now: NOW,
      lastSeenAt: NOW - 4000,
      stale: false,
      gone: false,
    });
  });

  it("is stale when the newest answer is too old to speak for now", () => {
    expect(standingOf(knownSession(), { ...look, latestAt: NOW - 12_500 }).stale).toBe(false);
    expect(standingOf(knownSession(), { ...look, latestAt: NOW - 12_501 }).stale).toBe(true);
  });

  it("is stale for a session that newer answers were not asked for", () => {
    const session = { ...knownSession(), lastSeen: NOW - MINUTE };
    expect(standingOf(session, look)).toMatchObject({ lastSeenAt: NOW - MINUTE, stale: true, gone: false });
  });

  it("no longer reported ends where it was last seen", () => {
    const session = knownSession({ ended: { after: NOW - MINUTE, by: NOW - 55_000 } });
    expect(standingOf(session, look)).toMatchObject({ lastSeenAt: NOW - MINUTE, gone: true });
  });
});
