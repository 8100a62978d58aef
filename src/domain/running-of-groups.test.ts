import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, theSession, fold } from "./answer-fixture.ts";
import type { KnownSession } from "./known.ts";
import { runningOfGroups } from "./running-of-groups.ts";
import { runningTimes } from "./running-fixture.ts";

const sessionOf = (id: string, state: string): KnownSession =>
  theSession(fold([100, 200].map((at) => answer(at, [{ id, trainings: [`${id}-t ${state}`] }]))), id);

const A = sessionOf("a", "running");
const B = sessionOf("b", "running");
const B_LATER = sessionOf("b", "failed");
const C = sessionOf("c", "starting");

describe("the running trainings of groups", () => {
  it("are those of each group's sessions", () => {
    const all = runningOfGroups([
      { key: "x", sessions: [A, B] },
      { key: "y", sessions: [C] },
    ]);
    expect(all.get("x")?.times).toEqual(runningTimes([A, B]));
    expect(all.get("y")?.times.waiting).toBe(1);
  });

  it("keep the object of a group whose list is the same, and forget groups that are gone", () => {
    const x = { key: "x", sessions: [A] };
    const before = runningOfGroups([x, { key: "y", sessions: [C] }]);
    const after = runningOfGroups([x], before);
    expect(after.get("x")).toBe(before.get("x"));
    expect([...after.keys()]).toEqual(["x"]);
  });

  it("keep the times of a group whose list is another with the same sessions", () => {
    const before = runningOfGroups([{ key: "x", sessions: [A, B] }]);
    const after = runningOfGroups([{ key: "x", sessions: [B, A] }], before);
    expect(after.get("x")?.times).toBe(before.get("x")?.times);
  });

  it("come to the same from step to step as anew", () => {
    const lists = fc.array(fc.subarray([A, B, B_LATER, C]), { maxLength: 8 });
    fc.assert(
      fc.property(lists, (steps) => {
        let before = runningOfGroups([]);
        for (const sessions of steps) {
          before = runningOfGroups([{ key: "x", sessions }], before);
          expect(before.get("x")?.times).toEqual(runningTimes(sessions));
        }
      }),
    );
  });
});
