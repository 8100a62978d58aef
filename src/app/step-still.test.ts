import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "../domain/answer-fixture.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { stepStill } from "./step-still.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 11, 13);
const at = (minutes: number) => START + minutes * MINUTE;
const now = at(600);

const live = fold([answer(at(600), [{ startedAt: START, trainings: [] }])]);
const ended = fold([answer(at(10), [{ startedAt: START, trainings: [] }]), answer(at(20), [])]);
const FIXED: TimeRange = { kind: "fixed", from: at(100), to: at(200) };
const ALL: TimeRange = { kind: "last", name: "all" };

describe("a shorter and a longer range", () => {
  it.each([
    ["of a view of all", undefined],
    ["of a session's page", theSession(live)],
  ])("%s are about the middle of one that stands still", (_, session) => {
    const facts = { known: live, session, now };
    expect(stepStill(FIXED, -1, facts)).toEqual({ kind: "fixed", from: at(125), to: at(175) });
    expect(stepStill(FIXED, 1, facts)).toEqual({ kind: "fixed", from: at(50), to: at(250) });
  });

  it("of a session that ended are parts of its life, not of the time since", () => {
    const shorter = stepStill(ALL, -1, { known: ended, session: theSession(ended), now });
    expect("from" in shorter && Math.abs(shorter.from - at(4.5)) < MINUTE).toBe(true);
  });

  it("of a session that goes on follow now", () => {
    expect(stepStill(ALL, -1, { known: live, session: theSession(live), now })).toEqual({
      kind: "last",
      name: "24h",
    });
  });
});
