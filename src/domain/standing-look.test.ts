import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { lookAt, standingLook } from "./standing-look.ts";
import { standingOf } from "./training-end.ts";

const NOW = 1_000_000;

describe("a look for words", () => {
  const stands = (latestAt: number, staleFrom: number | undefined) =>
    standingOf(knownSession(), lookAt(NOW, latestAt, staleFrom));

  it("sees a session where the newest answer saw it, not later", () => {
    expect(stands(NOW - 4_000, undefined)).toEqual({
      now: NOW,
      lastSeenAt: NOW - 4_000,
      stale: false,
      gone: false,
    });
  });

  it("takes answers that come seldom for fresh as long as the page does", () => {
    expect(stands(NOW - 60_000, undefined).stale).toBe(false);
  });

  it("takes an answer for old as soon as the page does", () => {
    expect(stands(NOW - 60_000, NOW - 60_000)).toMatchObject({ lastSeenAt: NOW - 60_000, stale: true });
    // Displayed time is cut to seconds, and may lie a little before the answer.
    expect(stands(NOW + 500, NOW + 500).stale).toBe(true);
  });

  it("knows that a session is old which newer answers left out", () => {
    const left = { ...knownSession(), lastSeen: NOW - 60_000 };
    expect(standingOf(left, lookAt(NOW, NOW - 4_000, undefined)).stale).toBe(true);
  });
});

describe("a look for drawing", () => {
  it("reaches to the end of what may come into view, so that nothing is drawn again", () => {
    const drawn = { from: 0, to: NOW + 20_000 };
    expect(standingLook({ live: true }, drawn, undefined)).toMatchObject({ now: NOW + 20_000 });
    expect(standingLook({ live: true }, drawn, NOW - 60_000)).toMatchObject({ latestAt: NOW - 60_000 });
  });

  it("goes on after a picture of the past, and ends at now in one that reaches beyond it", () => {
    const past = standingLook({ live: false }, { from: 0, to: NOW - 60_000 }, undefined);
    expect(past.now).toBe(Number.MAX_SAFE_INTEGER);
    const beyond = standingLook({ live: false, now: NOW }, { from: 0, to: NOW + 60_000 }, undefined);
    expect(beyond).toMatchObject({ now: NOW, latestAt: NOW });
  });
});
