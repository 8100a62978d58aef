import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { session } from "./answer-fixture.ts";
import { compareJson, sameJson, sameSession, withEqual } from "./same.ts";

const json = fc.jsonValue({ maxDepth: 3 });

/** Two JSON values that differ in at most one place, half of the time in none. */
const nearlyEqual = fc.tuple(json, json, json, fc.boolean()).map(
  ([shared, one, other, same]) =>
    [
      { shared, leaf: one },
      { leaf: same ? one : other, shared },
    ] as const,
);

describe("sameJson", () => {
  it("holds of a copy, whatever the order of its keys", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(sameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
    expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  });

  it("agrees with the text of both, keys sorted", () => {
    const sorted = (_: string, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? ["object", ...Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))]
        : value;
    fc.assert(
      fc.property(nearlyEqual, ([a, b]) => {
        expect(sameJson(a, b)).toBe(JSON.stringify(a, sorted) === JSON.stringify(b, sorted));
      }),
    );
  });

  it.each([
    [{}, []],
    [null, {}],
    [0, "0"],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [[1, 2], [1]],
  ])("tells %j from %j", (a, b) => {
    expect(sameJson(a, b)).toBe(false);
  });

  it("is not taken in by keys that every object inherits", () => {
    expect(sameJson(JSON.parse('{"__proto__": {}}'), { other: 1 })).toBe(false);
    expect(sameJson(JSON.parse('{"toString": 1}'), JSON.parse('{"toString": 1}'))).toBe(true);
  });
});

describe("withEqual", () => {
  it("is equal to the new value, and is the old one wherever that says the same at its place", () => {
    fc.assert(
      fc.property(nearlyEqual, ([before, now]) => {
        const kept = withEqual(before, now);
        expect(sameJson(kept, now)).toBe(true);
        expect(kept.shared).toBe(before.shared);
        expect(kept === before).toBe(sameJson(before, now));
      }),
    );
  });

  it("keeps what is equal in a list that grew, and the order of new keys", () => {
    const before = { list: [{ a: 1 }, { b: 2 }] };
    const kept: unknown = withEqual(before, { more: 1, list: [{ a: 1 }, { b: 3 }, { c: 4 }] });
    expect(kept).toEqual({ more: 1, list: [{ a: 1 }, { b: 3 }, { c: 4 }] });
    expect(Object.keys(kept as object)).toEqual(["more", "list"]);
    expect((kept as typeof before).list[0]).toBe(before.list[0]);
  });

  it("is not taken in by keys that every object inherits", () => {
    const kept: unknown = withEqual({ a: 1 }, JSON.parse('{"__proto__": {}, "a": 2}'));
    expect(JSON.stringify(kept)).toBe('{"__proto__":{},"a":2}');
    expect(Object.getOwnPropertyDescriptor(kept, "__proto__")?.value).not.toBe(Object.prototype);
  });
});

describe("compareJson", () => {
  it("is a total order in which only equals are equal", () => {
    fc.assert(
      fc.property(nearlyEqual, ([a, b]) => {
        expect(compareJson(a, b) === 0).toBe(sameJson(a, b));
        expect(Math.sign(compareJson(a, b))).toBe(-Math.sign(compareJson(b, a)) + 0);
      }),
    );
    fc.assert(
      fc.property(json, json, json, (a, b, c) => {
        const [low, mid, high] = [a, b, c].toSorted((x, y) => compareJson(x, y));
        expect(compareJson(low, mid)).toBeLessThanOrEqual(0);
        expect(compareJson(mid, high)).toBeLessThanOrEqual(0);
        expect(compareJson(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("sameSession", () => {
  it("holds of two readings of equal answers", () => {
    const facts = { trainings: ["t running"] } as const;
    expect(sameSession(session(facts), session(facts))).toBe(true);
  });

  it("does not hold when a single training changed", () => {
    const running = session({ trainings: ["t running"] });
    expect(sameSession(running, session({ trainings: ["t failed"] }))).toBe(false);
  });
});
