import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { KnownTraining } from "./known.ts";
import { stateWords, trainingFacts } from "./training-words.ts";

const MINUTE = 60_000;
const created = Date.UTC(2026, 2, 11, 13, 3, 44);
const standing = { now: created + 90 * MINUTE, lastSeenAt: created + 90 * MINUTE, stale: false, gone: false };

function training(state: string, end?: KnownTraining["end"]): KnownTraining {
  const [known] = knownSession({ startedAt: created, trainings: [state] }).trainings;
  if (!known) throw new Error("the fixture has a training");
  return { ...known, end };
}

/** With plain spaces: which kind stands where is the formats' affair. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const rows = (known: KnownTraining) =>
  Object.fromEntries(trainingFacts(known, standing, "UTC").rows.map(([name, value]) => [name, plain(value)]));

describe("the facts of a training", () => {
  it("give an uncertain end as its two sights, and the duration as a range", () => {
    const known = training("completed", { after: created + 384_000, by: created + 864_000 });
    expect(rows(known)).toEqual({
      Created: "13:03:44",
      "Last seen open": "13:10:08",
      "First seen completed": "13:18:08",
      Duration: "6 m 24 s – 14 m 24 s",
    });
    expect(trainingFacts(known, standing, "UTC").note).toBe(
      "Ended between two answers that were 8\u202fm apart.",
    );
  });

  it("need no note where the end is known to the poll", () => {
    const known = training("failed", { after: created + 60_000, by: created + 65_000 });
    expect(trainingFacts(known, standing, "UTC").note).toBeUndefined();
  });

  it("need no note while it is open and answers are fresh", () => {
    expect(trainingFacts(training("running"), standing, "UTC").note).toBeUndefined();
  });

  it.each([
    ["running", { stale: true }, "No answer since"],
    ["running", { gone: true }, "no longer reported"],
    ["uploading", {}, "does not know this state"],
  ])("of one %s with %j say what follows", (state, changes, note) => {
    expect(trainingFacts(training(state), { ...standing, ...changes }, "UTC").note).toContain(note);
  });

  it("say when it had ended before the first look", () => {
    const known = training("completed", { after: undefined, by: created + MINUTE });
    expect(trainingFacts(known, standing, "UTC").note).toContain("before this dashboard first looked");
  });

  it("name a state nobody knows as it came", () => {
    expect(stateWords(training("uploading"))).toBe("Unrecognised: uploading");
    expect(stateWords(training("running"))).toBe("Running");
  });
});
