import { describe, expect, it } from "vitest";
import { findTraining } from "./find-training.ts";
import { knownSession } from "./known-fixture.ts";

const before = knownSession({ id: "s", startedAt: 1, trainings: [{ id: "old", state: "failed" }] });
const session = {
  ...knownSession({ id: "s", startedAt: 2, trainings: [{ id: "new", state: "running" }] }),
  earlier: [before],
};

describe("a training the page names", () => {
  it("comes with its session", () => {
    expect(findTraining(session, "new")?.[0]).toBe(session);
  });

  it("comes with the life that it belongs to", () => {
    expect(findTraining(session, "old")?.[0]).toBe(before);
  });

  it("is none where nobody has it", () => {
    expect(findTraining(session, "other")).toBeUndefined();
  });
});
