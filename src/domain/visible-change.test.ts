import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession, type KnownFacts } from "./known-fixture.ts";
import { visibleChange } from "./visible-change.ts";

type Trainings = NonNullable<KnownFacts["trainings"]>;

const between = (before: Trainings, after: Trainings) =>
  visibleChange(knownSession({ trainings: before }), knownSession({ trainings: after }));

describe("what of a row changed", () => {
  it.each<{ what: string; before: Trainings; after: Trainings; activity: boolean; counts: string[] }>([
    { what: "nothing", before: ["running"], after: ["running"], activity: false, counts: [] },
    {
      what: "a first training starts",
      before: [],
      after: ["starting"],
      activity: true,
      counts: ["starting"],
    },
    {
      what: "one of two ends",
      before: ["running", "running"],
      after: ["completed", "running"],
      activity: false,
      counts: ["running", "completed"],
    },
    {
      what: "the last one fails",
      before: ["running"],
      after: ["failed"],
      activity: true,
      counts: ["failed"],
    },
  ])("$what", ({ before, after, activity, counts }) => {
    expect(between(before, after)).toEqual({ activity, counts });
  });

  it("is that it ended", () => {
    const ended = knownSession({ trainings: ["completed"], ended: { after: 1, by: 2 } });
    expect(visibleChange(knownSession({ trainings: ["completed"] }), ended)).toEqual({
      activity: true,
      counts: [],
    });
  });

  const trainings: fc.Arbitrary<Trainings> = fc.array(
    fc.constantFrom("starting", "running", "completed", "failed"),
    { maxLength: 5 },
  );

  it("is nothing between two readings that say the same, whenever they are", () => {
    fc.assert(
      fc.property(trainings, fc.nat(1e9), (list, startedAt) => {
        const [a, b] = [knownSession({ trainings: list }), knownSession({ trainings: list, startedAt })];
        expect(visibleChange(a, b)).toEqual({ activity: false, counts: [] });
      }),
    );
  });
});
