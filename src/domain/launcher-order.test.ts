import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { LAUNCHER_SORTS, sortLaunchers } from "./launcher-order.ts";
import { type Launcher, launchersOf } from "./launchers.ts";

const on = (launcherId: string, cpus: number, firstSeen: number, facts: KnownFacts): KnownSession => {
  const known = knownSession(facts);
  const location = { kind: "persistent", launcherId, spec: { cpus, memoryMebibytes: 1024 } } as const;
  return { ...known, firstSeen, session: { ...known.session, location } };
};
const own = (id: string): KnownSession => knownSession({ id, on: "temporary" });
const OVER = { after: 9, by: 10 };

const keysOf = (launchers: readonly Launcher[]) => launchers.map(({ key }) => key);

describe("the order of launchers", () => {
  const launchers = launchersOf([
    on("large", 32, 6, { id: "a" }),
    on("small", 2, 5, { id: "b" }),
    on("small", 2, 8, { id: "c" }),
    on("latest", 4, 7, { id: "d" }),
    on("former", 64, 9, { id: "e", ended: OVER }),
    own("f"),
  ]);
  const inUse = (...names: readonly string[]) => [
    ...names.map((name) => `persistent:${name}`),
    "persistent:former",
    "temporary",
  ];

  it.each([
    ["size", inUse("large", "latest", "small")],
    ["sessions", inUse("small", "large", "latest")],
    ["-seen", inUse("latest", "large", "small")],
  ] as const)("by %s", (sort, keys) => {
    expect(keysOf(sortLaunchers(launchers, sort))).toEqual(keys);
  });

  it("by size is the list's own, and no other list", () => {
    expect(sortLaunchers(launchers, "size")).toBe(launchers);
  });

  const world = fc
    .array(fc.record({ launcher: fc.nat(4), cpus: fc.nat(3), seen: fc.nat(9), over: fc.boolean() }), {
      maxLength: 12,
    })
    .map((all) =>
      all.map(({ launcher, cpus, seen, over }, i) => {
        const ended = over ? { ended: OVER } : {};
        return launcher === 0 ? own(`s${i}`) : on(`l${launcher}`, cpus, seen, { id: `s${i}`, ...ended });
      }),
    );

  it("is of the same launchers: what is in use before what is not, what is persistent before the rest", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...LAUNCHER_SORTS), (sessions, sort) => {
        const before = launchersOf(sessions);
        const after = sortLaunchers(before, sort);
        expect(new Set(after)).toEqual(new Set(before));
        expect(after).toHaveLength(before.length);
        const blocks = after.map(({ label, now }) =>
          label.kind === "persistent" ? Number(now.length === 0) : 2,
        );
        expect(blocks).toEqual(blocks.toSorted((a, b) => a - b));
      }),
    );
  });
});
