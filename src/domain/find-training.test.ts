import { describe, expect, it } from "vitest";
import { findTraining } from "./find-training.ts";
import { knownSession } from "./known-fixture.ts";
import { NOTHING_KNOWN } from "./known.ts";

const before = knownSession({ id: "s", startedAt: 1, trainings: [{ id: "old", state: "failed" }] });
const session = {
  ...knownSession({ id: "s", startedAt: 2, trainings: [{ id: "new", state: "running" }] }),
  earlier: [before],
};
const known = { ...NOTHING_KNOWN, sessions: new Map([["s", session]]) };

describe("a training the page names", () => {
  it("comes with its session", () => {
    expect(findTraining(known, "s", "new")?.[0]).toBe(session);
  });

  it("comes with the life that it belongs to", () => {
    expect(findTraining(known, "s", "old")?.[0]).toBe(before);
  });

  it("is none where nobody has it", () => {
    expect(findTraining(known, "s", "other")).toBeUndefined();
    expect(findTraining(known, "t", "new")).toBeUndefined();
  });
});
