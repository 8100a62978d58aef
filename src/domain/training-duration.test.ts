import { describe, expect, it } from "vitest";
import type { Interval, KnownTraining } from "./known.ts";
import { durationOf, endKnown, spanParts } from "./training-duration.ts";
import { endOf, type Standing } from "./training-end.ts";
import { partsText } from "./format-number.ts";
import fc from "fast-check";
import { readTrainingState } from "./states.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CREATED = Date.parse("2026-03-11T12:03:44Z");
const NOW = CREATED + 60 * MINUTE;

const LIVE: Standing = { now: NOW, lastSeenAt: NOW - 2 * SECOND, stale: false, gone: false };
const STALE: Standing = { now: NOW, lastSeenAt: NOW - 13 * MINUTE, stale: true, gone: false };
const GONE: Standing = { now: NOW, lastSeenAt: NOW - 20 * MINUTE, stale: true, gone: true };

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

/** What table and tooltip say of a training: its duration, and how well its end is known. */
function told(facts: Facts, standing: Standing): string {
  const known = training(facts);
  const duration = partsText(spanParts(durationOf(known, standing)));
  return `${duration}, ${endKnown(endOf(known, standing))}`.replaceAll(/\s/g, " ");
}

const ended = (afterMs: number | undefined, byMs: number): Interval => ({
  after: afterMs === undefined ? undefined : CREATED + afterMs,
  by: CREATED + byMs,
});

describe("what is told of a training", () => {
  it("that is open is its age", () => {
    expect(told({ state: "running", createdAt: NOW - 1896 * SECOND }, LIVE)).toBe("31 m 36 s, still open");
    expect(told({ state: "starting", createdAt: NOW - 30 * SECOND }, LIVE)).toBe("30 s, still open");
  });

  it("whose end two polls saw closely is one duration, up to where it was first seen ended", () => {
    expect(told({ state: "failed", end: ended(61_000, 66_000) }, LIVE)).toBe("1 m 06 s, within 5 s");
    expect(told({ state: "completed", end: ended(1_129_000, 1_134_000) }, LIVE)).toBe(
      "18 m 54 s, within 5 s",
    );
  });

  it("that ended in a gap is a range", () => {
    expect(told({ state: "completed", end: ended(384_000, 864_000) }, LIVE)).toBe("6–14 m, within 8 m");
  });

  it("that had ended before the first poll is at most as long as until then", () => {
    expect(told({ state: "completed", end: ended(undefined, 724_000) }, LIVE)).toBe(
      "≤ 12 m 04 s, before watching",
    );
  });

  it("whose session vanished is at least as long as it was seen", () => {
    expect(told({ state: "running" }, GONE)).toBe("≥ 40 m 00 s, not seen");
  });

  it("that the session no longer lists is at least as long as it was listed", () => {
    expect(told({ state: "running", lastListed: CREATED + 384_000 }, LIVE)).toBe("≥ 6 m 24 s, not seen");
  });

  it("that was open in an answer grown old is at least as long as until that answer", () => {
    expect(told({ state: "running" }, STALE)).toBe("≥ 47 m 00 s, open when last seen");
  });

  it("in a state this program does not know is nothing", () => {
    expect(told({ state: "hibernating" }, LIVE)).toBe("?, unknown");
    expect(told({ state: "hibernating" }, GONE)).toBe("?, unknown");
  });

  it("that ended stays what it was when answers stop or its session goes", () => {
    const facts = { state: "completed", end: ended(384_000, 864_000) };
    expect(told(facts, STALE)).toBe(told(facts, LIVE));
    expect(told(facts, GONE)).toBe(told(facts, LIVE));
  });

  it("that ended as soon as it was created is a bound, not a range from nothing", () => {
    expect(told({ state: "failed", end: ended(0, 4000) }, LIVE)).toBe("≤ 4 s, within 4 s");
    expect(told({ state: "failed", end: ended(0, 0) }, LIVE)).toBe("0 s, within 1 s");
  });

  it("that claims to have ended without a time is nothing", () => {
    expect(told({ state: "completed" }, LIVE)).toBe("?, unknown");
  });
});

describe("a server whose clock runs ahead", () => {
  it("never makes a duration negative", () => {
    expect(told({ state: "running", createdAt: NOW + MINUTE }, LIVE)).toBe("0 s, still open");
    expect(told({ state: "running", createdAt: NOW + MINUTE }, GONE)).toBe("≥ 0 s, not seen");
    expect(told({ state: "completed", end: ended(-10_000, -5000) }, LIVE)).toBe("0 s, within 1 s");
  });
});

describe("any training", () => {
  const instant = fc.integer({ min: -1e6, max: 1e6 });
  const state = fc.constantFrom("starting", "running", "completed", "failed", "odd");
  const end = fc.option(fc.record({ after: fc.option(instant, { nil: undefined }), by: instant }), {
    nil: undefined,
  });
  const standing = fc.record({ now: instant, lastSeenAt: instant, stale: fc.boolean(), gone: fc.boolean() });

  it("has a duration that is never negative and never ends before it begins", () => {
    fc.assert(
      fc.property(state, end, instant, standing, (rawState, interval, createdAt, seen) => {
        const facts = { state: rawState, createdAt, ...(interval === undefined ? {} : { end: interval }) };
        const span = durationOf(training(facts), seen);
        expect(span?.min ?? 0).toBeGreaterThanOrEqual(0);
        expect(span?.max ?? Infinity).toBeGreaterThanOrEqual(span?.min ?? 0);
      }),
    );
  });

  it("is told in words, never in NaN", () => {
    fc.assert(
      fc.property(state, end, fc.double(), standing, (rawState, interval, createdAt, seen) => {
        const text = told(
          { state: rawState, createdAt, ...(interval === undefined ? {} : { end: interval }) },
          seen,
        );
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});
