import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { Interval, KnownSession, KnownTraining } from "./known.ts";
import { placeInLanes } from "./lanes.ts";
import { byCreation } from "./session.ts";
import { lanesOf, stripLayout } from "./strip-layout.ts";
import { readTrainingState } from "./states.ts";

interface Facts {
  readonly id?: string;
  readonly from: number;
  readonly state?: string;
  readonly end?: Interval;
  readonly lastListed?: number;
}

function training({ id = "t", from, state: rawState = "running", end, lastListed }: Facts): KnownTraining {
  const state = readTrainingState(rawState);
  return {
    training: { id, createdAt: from, state, rawState },
    seen: [{ state, rawState, entered: { after: undefined, by: from } }],
    end,
    ...(lastListed === undefined ? {} : { lastListed }),
  };
}

const sessionOf = (facts: readonly Facts[], ended?: Interval): KnownSession => ({
  ...knownSession({ startedAt: 0, ...(ended ? { ended } : {}) }),
  trainings: facts.map(training),
});

const lanes = (facts: readonly Facts[], ended?: Interval) =>
  stripLayout(sessionOf(facts, ended)).placed.map(({ lane, shared }) => (shared ? "shared" : lane));

const MINUTE = 60_000;

describe("a training keeps others out of its lane", () => {
  const next = { id: "u", from: 10 * MINUTE };

  it.each<[string, Facts, number]>([
    ["while it is open", { from: 0 }, 1],
    ["while nobody can tell whether it is", { from: 0, state: "paused" }, 1],
    [
      "until it was last seen open, where its end is known closely",
      { from: 0, state: "completed", end: { after: 10 * MINUTE - 9000, by: 10 * MINUTE + 9000 } },
      0,
    ],
    [
      "until it was first seen ended, where it is not",
      { from: 0, state: "completed", end: { after: MINUTE, by: 11 * MINUTE } },
      1,
    ],
    [
      "at no time, where it had ended before watching",
      { from: 0, state: "completed", end: { after: undefined, by: 11 * MINUTE } },
      0,
    ],
    ["until it was last listed", { from: 0, lastListed: 9 * MINUTE }, 0],
    ["until then, in whatever state", { from: 0, state: "paused", lastListed: 9 * MINUTE }, 0],
  ])("%s", (_, facts, lane) => {
    expect(lanes([facts, next])).toEqual([0, lane]);
  });

  it("until its session was last seen", () => {
    const ended = { after: 9 * MINUTE, by: 20 * MINUTE };
    expect(lanes([{ from: 0 }, next], ended)).toEqual([0, 0]);
  });
});

describe("the layout of a session", () => {
  it("is worked out once for what is known of it", () => {
    const session = sessionOf([{ from: 0 }]);
    expect(stripLayout(session)).toBe(stripLayout(session));
    expect(stripLayout(session).trainings).toBe(session.trainings);
    expect(stripLayout({ ...session })).not.toBe(stripLayout(session));
  });

  it("needs as many lanes as any life under its id, four at most", () => {
    const busy = sessionOf([0, 1, 2, 3, 4, 5].map((from) => ({ id: `t${from}`, from })));
    const calm = sessionOf([]);
    expect(lanesOf(calm)).toBe(1);
    expect(lanesOf(busy)).toBe(4);
    expect(lanesOf({ ...calm, earlier: [calm, busy] })).toBe(4);
  });

  const facts = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 50 }),
      length: fc.integer({ min: 0, max: 30 }),
      open: fc.boolean(),
    }),
    { maxLength: 30 },
  );

  it("has every training once, by creation, placed as its stretches are", () => {
    fc.assert(
      fc.property(facts, (list) => {
        const session = sessionOf(
          list.map(({ from, length, open }, i) => ({
            id: `t${i}`,
            from,
            ...(open ? {} : { state: "failed", end: { after: from + length, by: from + length } }),
          })),
        );
        const { trainings, placed, lanes: needed } = stripLayout(session);
        expect(trainings).toEqual(session.trainings.toSorted((a, b) => byCreation(a.training, b.training)));
        const stretches = trainings.map(({ training: { createdAt }, end }) => ({
          from: createdAt,
          to: end?.after ?? Infinity,
        }));
        expect(placed).toEqual(placeInLanes(stretches));
        expect(needed).toBe(Math.max(1, ...placed.map(({ lane }) => lane + 1)));
      }),
    );
  });
});
