import { describe, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import type { KnownSession } from "../../domain/known.ts";
import { launchersOf } from "../../domain/launchers.ts";
import { chosenLaunchers, launcherRows } from "./launcher-rows.ts";

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

const shown = (pressed: readonly string[] = [], isNarrow = false) =>
  launcherRows({ launchers, pressed: new Set(pressed), isNarrow }).map((row) =>
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

  it("fold what is pressed, and show what was", () => {
    expect(shown([`launcher:${ONE}`])).toEqual([`launcher:${ONE}`, `launcher:${TWO}`, "d"]);
    expect(shown([`before:${ONE}`])).toContain("c");
  });

  it("have room for a finger on a narrow screen, and keys of their own", () => {
    const rows = launcherRows({ launchers, pressed: new Set([`before:${ONE}`]), isNarrow: true });
    expect(Math.min(...rows.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});

describe("the launchers of a link", () => {
  it("are all where it names none, else those it names", () => {
    expect(chosenLaunchers(launchers, [])).toBe(launchers);
    expect(chosenLaunchers(launchers, ["two"]).map(({ key }) => key)).toEqual([TWO]);
    expect(chosenLaunchers(launchers, ["nobody"])).toEqual([]);
  });
});
