import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import { sessionFrame, sessionInView } from "./session-frame.ts";
import type { TimeRange } from "./time-range.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 11, 13);
const at = (minutes: number) => START + minutes * MINUTE;
const ALL: TimeRange = { kind: "last", name: "all" };

const seen = (minutes: number) => answer(at(minutes), [{ startedAt: START, trainings: [] }]);
const live = theSession(fold([seen(10)]));
const ended = theSession(fold([seen(10), answer(at(20), [])]));
/** To the answer that did not hold it, and a minute on both sides. */
const LIFE = { from: at(-1), to: (ended.ended?.by ?? Number.NaN) + MINUTE };

describe("the frame of a session's page", () => {
  it("follows now while the session is reported", () => {
    expect(sessionFrame(ALL, live, at(60))).toBeGreaterThan(60 * MINUTE);
  });

  it("is the life of a session that ended, however long ago that was", () => {
    expect(sessionFrame(ALL, ended, at(60))).toEqual(sessionFrame(ALL, ended, at(60_000)));
    expect(sessionFrame(ALL, ended, at(60))).toEqual(LIFE);
  });

  it("is what the link asks for where that names a stretch or a length", () => {
    const fixed: TimeRange = { kind: "fixed", from: at(0), to: at(1) };
    expect(sessionFrame(fixed, ended, at(60))).toEqual(fixed);
    expect(sessionFrame({ kind: "last", name: "1h" }, ended, at(600))).toBe(60 * MINUTE);
  });

  it("can be moved from where it is to now, and as far back as anything is known", () => {
    const { window, reach } = sessionInView(ALL, ended, at(60_000));
    expect(window).toEqual(LIFE);
    expect(reach.from).toBeLessThan(START);
    expect(reach.to).toBe(at(60_000));
  });
});
