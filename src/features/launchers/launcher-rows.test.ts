import { describe, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import type { KnownSession } from "../../domain/known.ts";
import { launchersOf } from "../../domain/launchers.ts";
import { chosenLaunchers, emptiness, launcherRows } from "./launcher-rows.ts";

const SPEC = { cpus: 4, memoryMebibytes: 1024 };
const on = (id: string, launcherId: string): KnownSession => {
  const known = knownSession({ id });
  return {
    ...known,
    session: { ...known.session, location: { kind: "persistent", launcherId, spec: SPEC } },
  };
};
const ended = (known: KnownSession): KnownSession => ({
  ...known,
  lastSeen: 10,
  ended: { after: 10, by: 20 },
});
const launchers = launchersOf([on("a", "one"), on("b", "one"), ended(on("c", "one")), on("d", "two")]);

const shown = (folded: readonly string[] = [], open: readonly string[] = []) =>
  launcherRows({ launchers, folded, open, isNarrow: false }).map((row) =>
    row.kind === "session" ? row.known.session.id : row.key,
  );
const ONE = "persistent:one";
const TWO = "persistent:two";

describe("the rows of the launchers", () => {
  it("have what is on each under it, and what was folded away", () => {
    expect(new Set(shown())).toEqual(
      new Set([`launcher:${ONE}`, "a", "b", `before:${ONE}`, `launcher:${TWO}`, "d"]),
    );
  });

  it("fold what the link has folded, and show what was where it says so", () => {
    expect(shown([ONE])).toEqual([`launcher:${ONE}`, `launcher:${TWO}`, "d"]);
    expect(shown([], [ONE])).toContain("c");
    expect(shown([ONE], [ONE])).not.toContain("c");
  });

  it("have room for a finger on a narrow screen, and keys of their own", () => {
    const rows = launcherRows({ launchers, folded: [], open: [ONE], isNarrow: true });
    expect(Math.min(...rows.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});

describe("the launchers of a link", () => {
  const all = launchersOf([on("a", "one"), on("d", "two"), knownSession({ id: "alone", on: "temporary" })]);
  const keys = (chosen: Partial<Parameters<typeof chosenLaunchers>[1]>) =>
    chosenLaunchers(all, { launcher: [], location: [], ...chosen }).map(({ key }) => key);

  it("are all where it names none, else those it names", () => {
    expect(chosenLaunchers(all, { launcher: [], location: [] })).toBe(all);
    expect(keys({ launcher: ["two"] })).toEqual([TWO]);
    expect(keys({ launcher: ["nobody"] })).toEqual([]);
  });

  it("are of the kinds it names", () => {
    expect(keys({ location: ["persistent"] })).toEqual([ONE, TWO]);
    expect(keys({ location: ["temporary"] })).toEqual(["temporary"]);
    expect(keys({ location: ["persistent", "temporary"] })).toEqual(all.map(({ key }) => key));
    expect(keys({ launcher: ["one"], location: ["temporary"] })).toEqual([]);
  });

  it.each([
    ["nothing runs, whatever is asked for", [], { location: ["temporary"] }, "nothing-runs"],
    ["nothing was seen of the one that is named", all, { launcher: ["nobody"] }, "not-seen"],
    ["nothing was seen of it, of any type", [], { launcher: ["one"], location: ["temporary"] }, "not-seen"],
    [
      "the one that is named is of another type",
      all,
      { launcher: ["one"], location: ["temporary"] },
      "other-type",
    ],
    ["none is of the type", launchers, { location: ["temporary"] }, "no-such-type"],
  ] as const)("are none because %s", (_, present, choice, why) => {
    expect(emptiness(present, { launcher: [], location: [], ...choice })).toBe(why);
  });
});
