import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, theSession, wireSession } from "./answer-fixture.ts";
import { deltaBetween } from "./known-delta.ts";
import { type Known, type KnownSession, NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { createUnpacking, packDelta } from "./packed-session.ts";
import { readSession } from "./session.ts";
import { watching } from "./watching-fixture.ts";

/** Across to another thread and unpacked there. */
const across = (known: Known): readonly KnownSession[] =>
  createUnpacking()(structuredClone(packDelta(deltaBetween(NOTHING_KNOWN, known)))).changed;

describe("a session that crosses to another thread", () => {
  it("is the same there, whatever was observed of it", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        let known = NOTHING_KNOWN;
        for (const next of answers) {
          known = observe(known, next, { intervalMs: 20 });
          expect(across(known)).toStrictEqual([...known.sessions.values()]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("keeps its JSON as it came, where that differs from what was read of it", () => {
    const wire = wireSession({ id: "a" });
    const older = readSession(wire, { ...wire, parameterDefinitions: { initializeWeights: [] } });
    const known = fold([answer(100, [older])]);
    expect(across(known)).toStrictEqual([theSession(known, "a")]);
  });

  it("keeps the fields that nobody knows, whatever their names, and all in their order", () => {
    const wire = wireSession({ id: "a" });
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- a session with fields that no type names
    const strange: typeof wire = JSON.parse(
      `{"__proto__":{"a":1},"toJSON":"no","length":0.1,${JSON.stringify(wire).slice(1, -1)},"last":null}`,
    );
    const [there] = across(fold([answer(100, [readSession(strange)])]));
    expect(JSON.stringify(there?.session.wire)).toBe(JSON.stringify(strange));
  });

  it("has one history with the others that went the same way, in one answer or in several", () => {
    const first = fold([
      answer(100, [
        { id: "a", trainings: ["t running"] },
        { id: "b", trainings: ["u running"] },
      ]),
    ]);
    const both = fold(
      [
        answer(200, [
          { id: "a", trainings: ["t failed"] },
          { id: "b", trainings: ["u failed"] },
        ]),
      ],
      first,
    );
    const unpack = createUnpacking();
    const seenOf = (known: Known) =>
      unpack(packDelta(deltaBetween(NOTHING_KNOWN, known))).changed.map(
        ({ trainings }) => trainings[0]?.seen,
      );
    const [a, b] = seenOf(both);
    expect(a).toHaveLength(2);
    expect(b).toBe(a);
    expect(seenOf(both)[0]).toBe(a);
    expect(theSession(both, "a").trainings[0]?.seen).toBe(theSession(both, "b").trainings[0]?.seen);
  });

  it("says what it says once", () => {
    const id = "training-that-is-named-once";
    const known = fold([answer(100, [{ id: "a", trainings: [`${id} running`] }])]);
    const packed = JSON.stringify(packDelta(deltaBetween(NOTHING_KNOWN, known)));
    expect(packed.split(id)).toHaveLength(2);
  });

  it("holds one copy of a model's parameters with the others there", () => {
    const known = fold([
      answer(100, [
        { id: "a", modelId: "m" },
        { id: "b", modelId: "m" },
      ]),
    ]);
    const [a, b] = across(known);
    expect(a?.session.parameters).toBe(b?.session.parameters);
    expect(a?.session.wire.parameterDefinitions).toBe(b?.session.parameters);
  });
});
