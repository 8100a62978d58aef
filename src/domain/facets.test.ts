import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facets } from "./facets.ts";
import { applyFilter, NO_FILTER, type SessionFilter } from "./filter.ts";
import { knownSession, type KnownFacts } from "./known-fixture.ts";

const ENDED = { after: 5_000, by: 6_000 };

const sessions = [
  knownSession({ id: "s-running", modelId: "vision", on: { launcher: "rack-a" }, trainings: ["running"] }),
  knownSession({ id: "s-starting", modelId: "vision", on: { launcher: "rack-b" }, trainings: ["starting"] }),
  knownSession({ id: "s-failed", modelId: "text", trainings: ["completed", "failed"] }),
  knownSession({ id: "s-idle", modelId: "text", on: "absent", parameters: ["Learning Rate"] }),
  knownSession({ id: "s-ended", modelId: "vision", trainings: ["running"], ended: ENDED }),
];

describe("facets", () => {
  it("counts every choice of a session list without filters", () => {
    expect(facets(sessions, NO_FILTER)).toEqual({
      state: [
        { value: "running", count: 2 },
        { value: "starting", count: 1 },
        { value: "failed", count: 1 },
        { value: "idle", count: 1 },
      ],
      location: [
        { value: "persistent", count: 2 },
        { value: "temporary", count: 2 },
      ],
      launcher: [
        { value: "rack-a", count: 1 },
        { value: "rack-b", count: 1 },
      ],
      model: [
        { value: "text", count: 2 },
        { value: "vision", count: 3 },
      ],
    });
  });

  it("counts each filter under the others but not under itself", () => {
    const counted = facets(sessions, { ...NO_FILTER, model: ["vision"], ended: "hide" });
    expect(counted.model).toEqual([
      { value: "text", count: 2 },
      { value: "vision", count: 2 },
    ]);
    expect(counted.state.map(({ count }) => count)).toEqual([1, 1, 0, 0]);
  });

  it("keeps a chosen value that no session has, so that it can be taken back", () => {
    expect(facets([], { ...NO_FILTER, launcher: ["gone"], model: ["__proto__"] })).toMatchObject({
      launcher: [{ value: "gone", count: 0 }],
      model: [{ value: "__proto__", count: 0 }],
    });
  });

  const word = fc.constantFrom("a", "b", "__proto__", "\uD800", "😀", "");
  const facts: fc.Arbitrary<KnownFacts> = fc.record({
    id: word,
    modelId: word,
    on: fc.oneof(
      fc.constantFrom("temporary" as const, "absent" as const),
      word.map((launcher) => ({ launcher })),
      word.map((type) => ({ type })),
    ),
    trainings: fc.array(fc.constantFrom("starting", "running", "completed", "failed", "new"), {
      maxLength: 3,
    }),
  });
  const filters: fc.Arbitrary<SessionFilter> = fc.record({
    ids: fc.constant([]),
    q: word,
    state: fc.subarray(["running", "starting", "failed", "idle"] as const),
    location: fc.subarray(["persistent", "temporary"] as const),
    launcher: fc.uniqueArray(word, { maxLength: 2 }),
    model: fc.uniqueArray(word, { maxLength: 2 }),
    ended: fc.constantFrom("show", "hide", "only"),
  });
  const lists = fc.array(
    fc.tuple(facts, fc.boolean()).map(([f, over]) => knownSession(over ? { ...f, ended: ENDED } : f)),
    { maxLength: 8 },
  );

  it("says of each choice exactly how many sessions that choice alone would show", () => {
    fc.assert(
      fc.property(lists, filters, (all, filter) => {
        const counted = facets(all, filter);
        const count = (only: Partial<SessionFilter>) => applyFilter(all, { ...filter, ...only }).length;
        for (const { value, count: n } of counted.state) expect(n).toBe(count({ state: [value] }));
        for (const { value, count: n } of counted.location) expect(n).toBe(count({ location: [value] }));
        for (const { value, count: n } of counted.launcher) expect(n).toBe(count({ launcher: [value] }));
        for (const { value, count: n } of counted.model) expect(n).toBe(count({ model: [value] }));
      }),
    );
  });
});
