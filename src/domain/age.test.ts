import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { ageOf, ageSteps } from "./age.ts";
import { durationText } from "./format-duration.ts";
import { knownSession } from "./known-fixture.ts";

describe("the age of a session", () => {
  it("goes on while answers hold it", () => {
    expect(ageOf(knownSession({ startedAt: 1_000 }), 61_000)).toBe(60_000);
  });

  it("stops at the last sight of one that ended", () => {
    expect(ageOf(knownSession({ startedAt: 1_000, ended: { after: 31_000, by: 36_000 } }), 61_000)).toBe(
      30_000,
    );
  });

  it("stops at the last sight of one that the newest answer was not asked for", () => {
    expect(ageOf({ ...knownSession({ startedAt: 1_000 }), lastSeen: 21_000 }, 61_000)).toBe(20_000);
  });

  it("is never negative, whatever the server's clock says", () => {
    expect(ageOf(knownSession({ startedAt: 90_000 }), 61_000)).toBe(0);
  });
});

describe("when the words of an age change", () => {
  const HOUR = 3_600_000;
  const textAt = (startedAt: number, now: number) => durationText(ageOf(knownSession({ startedAt }), now));

  it("is each second, and from an hour on each minute of the session's own", () => {
    const known = knownSession({ startedAt: 1_234 });
    expect(ageSteps(known, HOUR + 1_233)).toEqual([1_000, 0]);
    expect(ageSteps(known, HOUR + 1_234)).toEqual([60_000, 1_234]);
  });

  it("is at no other instant, however old a session is", () => {
    const instant = fc.integer({ min: 0, max: 400 * 24 * HOUR });
    fc.assert(
      fc.property(instant, fc.integer({ min: HOUR, max: 90 * 24 * HOUR }), (startedAt, age) => {
        const now = startedAt + age;
        const [step, from] = ageSteps(knownSession({ startedAt }), now);
        const floored = Math.floor((now - from) / step) * step + from;
        expect(textAt(startedAt, floored)).toBe(textAt(startedAt, now));
      }),
    );
  });
});
