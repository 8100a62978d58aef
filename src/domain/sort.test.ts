import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { resortSections, sectionsOf, SORTS, sortSessions, type Sort } from "./sort.ts";

const ids = (sessions: readonly KnownSession[]) => sessions.map((known) => known.session.id).join(" ");

const sessions = [
  knownSession({ id: "a", startedAt: 1, modelId: "m2", on: { launcher: "l2" }, trainings: ["running"] }),
  knownSession({ id: "b", startedAt: 2, modelId: "m1", trainings: ["completed", "failed"] }),
  knownSession({ id: "c", startedAt: 3, modelId: "m2", on: { launcher: "l1" } }),
  knownSession({ id: "d", startedAt: 4, modelId: "m1", on: "absent", trainings: ["starting"] }),
  knownSession({ id: "e", startedAt: 4, modelId: "m3", on: { type: "moon" }, trainings: ["running"] }),
];

describe("sortSessions", () => {
  it.each<[Sort, string]>([
    ["-started", "d e c b a"],
    ["started", "a b c d e"],
    ["activity", "e a d b c"],
    ["trainings", "b d e a c"],
    ["model", "d b c a e"],
    ["launcher", "c a b e d"],
  ])("orders by %s, equal ones newest first and then by id", (sort, expected) => {
    expect(ids(sortSessions(sessions, sort))).toBe(expected);
  });

  it("gives the same order however the sessions arrive", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sessions, { minLength: sessions.length }),
        fc.constantFrom(...SORTS),
        (arrived, sort) => {
          expect(sortSessions(arrived, sort)).toEqual(sortSessions(sessions, sort));
        },
      ),
    );
  });

  it("leaves the list it was given alone", () => {
    const given = Object.freeze([...sessions]);
    sortSessions(given, "model");
    expect(ids(given)).toBe("a b c d e");
  });
});

describe("sectionsOf", () => {
  const over = (id: string, by: number) => knownSession({ id, ended: { after: by - 1, by } });

  it("puts the live sessions in the order asked for and the ended ones after, newest end first", () => {
    const { live, ended } = sectionsOf([over("x", 10), ...sessions, over("z", 30), over("y", 30)], "started");
    expect(ids(live)).toBe("a b c d e");
    expect(ids(ended)).toBe("y z x");
  });

  it("has two empty sections for no sessions", () => {
    expect(sectionsOf([], "-started")).toEqual({ live: [], ended: [] });
  });
});

describe("resortSections", () => {
  const state = fc.constantFrom("running", "starting", "failed", "completed");
  const facts = fc.record({
    startedAt: fc.nat(3),
    modelId: fc.constantFrom("m1", "m2"),
    on: fc.constantFrom("temporary" as const, "absent" as const, { launcher: "l1" }, { launcher: "l2" }),
    trainings: fc.array(state, { maxLength: 2 }),
    end: fc.option(fc.nat(3), { nil: undefined }),
  });
  const list = fc
    .array(facts, { minLength: 20, maxLength: 60 })
    .map((all) =>
      all.map(({ end, ...one }, i) =>
        knownSession({ ...one, id: `s${i}`, ...(end === undefined ? {} : { ended: { after: 0, by: end } }) }),
      ),
    );

  it("is the same as sorting all, whatever came and went", () => {
    fc.assert(
      fc.property(list, list, fc.nat(60), fc.nat(4), fc.constantFrom(...SORTS), (a, b, at, size, sort) => {
        const gone = a.slice(at, at + size);
        const come = b.slice(at, at + size);
        const after = [...a.filter((known) => !gone.includes(known)), ...come];
        expect(resortSections(sectionsOf(a, sort), sort, { gone, come })).toEqual(sectionsOf(after, sort));
      }),
    );
  });

  it("gives back the section that did not change", () => {
    const before = sectionsOf(
      [...sessions, knownSession({ id: "over", ended: { after: 1, by: 2 } })],
      "model",
    );
    const { live, ended } = resortSections(before, "model", {
      gone: [],
      come: [knownSession({ id: "new" })],
    });
    expect(live).toHaveLength(sessions.length + 1);
    expect(ended).toBe(before.ended);
  });
});
