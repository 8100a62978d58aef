import { describe, expect, it } from "vitest";
import { activityBeforeEnd, activityOf, trainingCounts } from "./activity.ts";
import { answer, fold, theSession } from "./answer-fixture.ts";

const withStates = (...states: readonly string[]) =>
  theSession(fold([answer(100, [{ trainings: states.map((state, i) => `t${i} ${state}`) }])]));

describe("activityOf", () => {
  it.each([
    ["failed running starting", "running"],
    ["running failed", "running"],
    ["starting failed", "starting"],
    ["completed failed", "failed"],
    ["failed completed", "idle"],
    ["failed paused", "idle"],
    ["paused", "idle"],
  ])("takes a session with trainings %s, oldest first, for %s", (states, activity) => {
    expect(activityOf(withStates(...states.split(" ")))).toBe(activity);
  });

  it("takes a session without trainings for idle", () => {
    expect(activityOf(withStates())).toBe("idle");
  });

  it("takes a session that is no longer listed for ended, and remembers what it did", () => {
    const known = theSession(fold([answer(100, [{ trainings: ["t running"] }]), answer(200, [])]));
    expect(activityOf(known)).toBe("ended");
    expect(activityBeforeEnd(known)).toBe("running");
  });

  it("does not go by a training that is no longer listed", () => {
    const known = theSession(fold([answer(100, [{ trainings: ["t running"] }]), answer(200, [{}])]));
    expect(activityOf(known)).toBe("idle");
    expect(trainingCounts(known).running).toBe(0);
  });
});

describe("trainingCounts", () => {
  it("counts every state, those nobody knows together", () => {
    expect(trainingCounts(withStates("running", "paused", "resting", "failed", "running"))).toEqual({
      starting: 0,
      running: 2,
      completed: 0,
      failed: 1,
      unrecognised: 2,
    });
  });

  it("is the same object for the same reading", () => {
    const known = withStates("running");
    expect(trainingCounts({ ...known, lastSeen: 5 })).toBe(trainingCounts(known));
  });
});
