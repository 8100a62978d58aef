import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { changedMap } from "./layered-map.ts";

type Value = KnownSession;

const value = (n: number): Value => knownSession({ id: "any", startedAt: n });

const KEYS = Array.from({ length: 61 }, (_, n) => String(n));
const key = fc.constantFrom(...KEYS);
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

/** Ids under which the two hold other sessions. By identity: a session that is only equal was made anew. */
function differences(
  told: Iterable<readonly [string, Value]>,
  copy: ReadonlyMap<string, Value>,
): readonly string[] {
  const held = new Map(told);
  return [...new Set([...held.keys(), ...copy.keys()])].filter((id) => held.get(id) !== copy.get(id));
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
            expect(differences(layered, copy), "read through").toEqual([]);
            expect(differences(layered.entries(), copy), "entries").toEqual([]);
            expect([...layered.keys()].toSorted()).toEqual([...copy.keys()].toSorted());
            const values = new Set(copy.values());
            expect([...layered.values()].filter((session) => !values.delete(session))).toEqual([]);
            expect(values.size).toBe(0);
            expect(layered.size).toBe(copy.size);
            const told: [string, Value][] = [];
            layered.forEach((session, id) => told.push([id, session]));
            expect(differences(told, copy), "forEach").toEqual([]);
            const [now, wanted] = [layered, copy];
            expect(
              KEYS.filter((id) => now.get(id) !== wanted.get(id) || now.has(id) !== wanted.has(id)),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
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
