import type { DebugSession } from "@decthings/api-client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, wireSession } from "./answer-fixture.ts";
import { earlyRows } from "./early-rows.ts";
import { NO_FILTER } from "./filter.ts";
import { firstRows } from "./first-rows.ts";
import { GROUPS } from "./group.ts";
import { readSession } from "./session.ts";

const VIEW = { ...NO_FILTER, sort: "-started", group: "none" } as const;
const spec = { cpus: 1, memoryMebibytes: 512 };
const location = fc.constantFrom<Pick<DebugSession, "executionLocation">>(
  {},
  { executionLocation: { type: "temporaryLauncher", spec } },
  { executionLocation: { type: "persistentLauncher", persistentLauncherId: "a", spec } },
  { executionLocation: { type: "persistentLauncher", persistentLauncherId: "b", spec } },
  { executionLocation: { type: "edge", at: "home" } },
);
const facts = fc.record({
  id: fc.string({ maxLength: 3 }),
  startedAt: fc.nat(6),
  modelId: fc.constantFrom("m", "n"),
});
const sessions = fc.uniqueArray(
  fc.tuple(facts, location).map(([one, place]): DebugSession => {
    const { executionLocation: _, ...rest } = wireSession(one);
    return { ...rest, ...place };
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);

describe("the rows of an answer that is still being read", () => {
  it("are those that the whole list begins with", () => {
    fc.assert(
      fc.property(
        sessions,
        fc.nat(12),
        fc.constantFrom("-started" as const, "started" as const),
        fc.constantFrom(...GROUPS),
        (list, count, sort, group) => {
          const view = { ...VIEW, sort, group };
          const known = fold([
            answer(
              100,
              list.map((wire) => readSession(wire)),
            ),
          ]);
          expect((earlyRows(list, view, count) ?? []).map(({ id }) => id)).toEqual(
            firstRows(known.sessions.values(), view, count),
          );
        },
      ),
    );
  });

  it.each([
    ["a text is looked for", { q: "a" }],
    ["a state is asked for", { state: ["running" as const] }],
    ["a location is asked for", { location: ["temporary" as const] }],
    ["a launcher is asked for", { launcher: ["a"] }],
    ["a model is asked for", { model: ["a"] }],
    ["ids are asked for", { ids: ["a"] }],
    ["only ended ones are asked for", { ended: "only" as const }],
    ["they are sorted by more than their start", { sort: "activity" as const }],
  ])("cannot be told at a glance where %s", (_, changes) => {
    expect(earlyRows([wireSession()], { ...VIEW, ...changes }, 5)).toBeUndefined();
  });
});
