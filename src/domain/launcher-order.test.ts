import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { sortLaunchers } from "./launcher-order.ts";
import { LAUNCHER_SORTS, type LauncherSort } from "./launcher-sorts.ts";
import { type Launcher, launchersOf } from "./launchers.ts";

const on = (launcherId: string, cpus: number, firstSeen: number, facts: KnownFacts): KnownSession => {
  const known = knownSession(facts);
  const location = { kind: "persistent", launcherId, spec: { cpus, memoryMebibytes: 1024 } } as const;
  return { ...known, firstSeen, session: { ...known.session, location } };
};
const OVER = { after: 9, by: 10 };

describe("the order of launchers", () => {
  const launchers = launchersOf([
    on("b large", 32, 6, { id: "a" }),
    on("c small", 2, 5, { id: "b" }),
    on("c small", 2, 8, { id: "c" }),
    on("a latest", 4, 7, { id: "d" }),
    on("former", 64, 9, { id: "e", ended: OVER }),
    knownSession({ id: "f", on: "temporary" }),
  ]);
  const inUse = (...names: readonly string[]) => [
    ...names.map((name) => `persistent:${name}`),
    "persistent:former",
    "temporary",
  ];

  it.each([
    ["size", inUse("b large", "a latest", "c small")],
    ["-seen", inUse("a latest", "b large", "c small")],
    ["id", inUse("a latest", "b large", "c small")],
  ] as const)("by %s", (sort, keys) => {
    expect(sortLaunchers(launchers, sort).map(({ key }) => key)).toEqual(keys);
  });

  it("by size is the list's own, and no other list", () => {
    expect(sortLaunchers(launchers, "size")).toBe(launchers);
  });

  const facts = fc.record({ launcher: fc.nat(5), cpus: fc.nat(3), seen: fc.nat(9), over: fc.boolean() });
  const world = fc.array(facts, { maxLength: 14 }).map((all) =>
    all.map(({ launcher, cpus, seen, over }, i) => {
      const known = { id: `s${i}`, ...(over ? { ended: OVER } : {}) };
      if (launcher === 0) return knownSession({ ...known, on: "temporary" });
      if (launcher === 1) return knownSession({ ...known, on: "absent" });
      return on(`l${launcher}`, cpus, seen, known);
    }),
  );
  /** What neighbours of one block may never exceed. */
  const of: Readonly<Record<LauncherSort, (launcher: Launcher) => number | string>> = {
    size: ({ specs }) => -(specs[0]?.spec.cpus ?? 0),
    "-seen": ({ firstSeen }) => -firstSeen,
    id: ({ key }) => key,
  };

  it("is of the same launchers in their blocks, sorted in those of persistent ones and as it was where they are alike", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...LAUNCHER_SORTS), (sessions, sort) => {
        const before = launchersOf(sessions);
        const after = sortLaunchers(before, sort);
        expect(new Set(after)).toEqual(new Set(before));
        expect(after).toHaveLength(before.length);
        const blockOf = ({ label, now }: Launcher) => `${label.kind} ${Number(now.length === 0)}`;
        expect(after.map(blockOf)).toEqual(before.map(blockOf));
        const wrong = after.filter((launcher, index) => {
          const next = after[index + 1];
          if (!next || blockOf(next) !== blockOf(launcher)) return false;
          const [one, other] = [of[sort](launcher), of[sort](next)];
          return one > other || (one === other && before.indexOf(launcher) > before.indexOf(next));
        });
        expect(wrong).toEqual([]);
      }),
    );
  });
});
