import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { changedMap } from "./layered-map.ts";

type Value = KnownSession;

const value = (n: number): Value => knownSession({ id: "any", startedAt: n });

const key = fc.integer({ min: 0, max: 60 }).map(String);
const entry = fc.tuple(key, fc.nat().map(value));
const change = fc.record({ gone: fc.array(key, { maxLength: 4 }), come: fc.array(entry, { maxLength: 6 }) });

function changedCopy(
  before: ReadonlyMap<string, Value>,
  { gone, come }: { readonly gone: readonly string[]; readonly come: readonly (readonly [string, Value])[] },
): ReadonlyMap<string, Value> {
  const copy = new Map(before);
  for (const one of gone) copy.delete(one);
  for (const [one, value] of come) copy.set(one, value);
  return copy;
}

const many = (count: number) =>
  new Map(Array.from({ length: count }, (_, n): [string, Value] => [`k${n}`, value(n)]));

describe("a changed map", () => {
  it("holds what the changed copy would hold, however often it is changed, whatever way it is read", () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 60 }),
        fc.array(change, { maxLength: 12 }),
        (entries, changes) => {
          let layered: ReadonlyMap<string, Value> = new Map(entries);
          let copy = layered;
          for (const { gone, come } of changes) {
            const held = [...layered.keys()].toSorted();
            const next = changedMap(layered, gone, come);
            expect([...layered.keys()].toSorted(), "the one before stays as it was").toEqual(held);
            layered = next;
            copy = changedCopy(copy, { gone, come });
            expect(new Map(layered)).toEqual(copy);
            expect(new Map(layered.entries())).toEqual(copy);
            expect(new Set(layered.values())).toEqual(new Set(copy.values()));
            expect(new Set(layered.keys())).toEqual(new Set(copy.keys()));
            expect(layered.size).toBe(copy.size);
            const told: [string, Value][] = [];
            layered.forEach((value, one) => told.push([one, value]));
            expect(new Map(told)).toEqual(copy);
            for (let n = 0; n <= 60; n += 1) {
              expect(layered.get(String(n))).toBe(copy.get(String(n)));
              expect(layered.has(String(n))).toBe(copy.has(String(n)));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("copies nothing of much that stays, until much of it has changed", () => {
    const before = many(1_000);
    let map: ReadonlyMap<string, Value> = before;
    map = changedMap(map, ["k1"], [["new", value(0)]]);
    expect(map).not.toBeInstanceOf(Map);
    expect(map.get("k2")).toBe(before.get("k2"));
    map = changedMap(
      map,
      [],
      [...many(200)].map(([one]) => [one, value(1)]),
    );
    expect(map).toBeInstanceOf(Map);
    expect(map.size).toBe(1_001);
  });
});
