import { describe, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import { sectionsOf } from "../../domain/sort.ts";
import { isHead, listItems, type ListContents } from "./list-items.ts";

const running = knownSession({
  id: "running",
  startedAt: 3,
  trainings: ["running"],
  on: { launcher: "rack" },
});
const idle = knownSession({ id: "idle", startedAt: 2 });
const gone = knownSession({ id: "gone", startedAt: 1, ended: { after: 4, by: 5 } });

const contents = (changes: Partial<ListContents> = {}): ListContents => ({
  sections: sectionsOf([running, idle, gone], "-started"),
  group: "none",
  open: new Set(),
  folded: new Set(),
  missing: [],
  unreadable: [],
  ...changes,
});
const keys = (changes?: Partial<ListContents>) => listItems(contents(changes)).map(({ key }) => key);

describe("the rows of the list", () => {
  it("are the live sessions, then those that ended while watching under their own head", () => {
    expect(keys()).toEqual(["session:running", "session:idle", "section:ended", "session:gone"]);
  });

  it("have a panel right below each open session, ended ones too", () => {
    expect(keys({ open: new Set(["running", "gone"]) })).toEqual([
      "session:running",
      "panel:running",
      "session:idle",
      "section:ended",
      "session:gone",
      "panel:gone",
    ]);
  });

  it("stand under the heads of their groups", () => {
    expect(keys({ group: "launcher" }).slice(0, 4)).toEqual([
      "group:persistent:rack",
      "session:running",
      "group:temporary",
      "session:idle",
    ]);
  });

  it("are the heads alone of what is folded, which know what they hide", () => {
    const unreadable = [{ index: 3, reason: "no id" }];
    const folded = new Set(["persistent:rack", "ended", "unreadable"]);
    const items = listItems(contents({ group: "launcher", folded, unreadable, open: new Set(["running"]) }));
    expect(items.map(({ key }) => key)).toEqual([
      "group:persistent:rack",
      "group:temporary",
      "session:idle",
      "section:ended",
      "section:unreadable",
    ]);
    expect(items.filter(isHead).map(({ folded: is, count, sessions }) => [is, count, sessions])).toEqual([
      [true, 1, [running]],
      [false, 1, [idle]],
      [true, 1, [gone]],
      [true, 1, []],
    ]);
  });

  it("are folded by words that a link can hold, whatever the id", () => {
    const odd = knownSession({ id: "odd", on: { launcher: "\uD800" } });
    const folded = new Set(["persistent:\uFFFD"]);
    expect(keys({ group: "launcher", folded, sections: sectionsOf([odd], "-started") })).toHaveLength(1);
  });

  it("name the ids that were not returned, and what could not be read", () => {
    const unreadable = [{ index: 3, reason: "no id" }];
    expect(keys({ missing: ["nope"], unreadable }).slice(2)).toEqual([
      "missing:nope",
      "section:ended",
      "session:gone",
      "section:unreadable",
      "unreadable:3",
    ]);
  });

  it("have keys of their own, so that an id can look like anything", () => {
    const twins = [knownSession({ id: "panel:a" }), knownSession({ id: "a" })];
    const all = keys({
      sections: sectionsOf(twins, "-started"),
      open: new Set(["a", "panel:a"]),
      missing: ["a"],
    });
    expect(new Set(all).size).toBe(all.length);
  });

  it("find an open session whose id no link can hold as it is", () => {
    const lone = knownSession({ id: "a\uD800" });
    expect(keys({ sections: sectionsOf([lone], "-started"), open: new Set(["a\uFFFD"]) })).toHaveLength(2);
  });

  it("are as many as a broken answer has entries", () => {
    const unreadable = Array.from({ length: 200_000 }, (_, index) => ({ index, reason: "no id" }));
    expect(listItems(contents({ sections: sectionsOf([], "-started"), unreadable }))).toHaveLength(200_001);
  });

  it("are none when there is nothing to say", () => {
    expect(keys({ sections: sectionsOf([], "-started") })).toEqual([]);
  });

  it("are the same objects again where they say the same, though others came, changed and went", () => {
    const many = Array.from({ length: 12 }, (_, i) => knownSession({ id: `s${i}`, startedAt: 100 - i }));
    const changed = knownSession({ id: "s4", startedAt: 96, trainings: ["running"] });
    const newer = knownSession({ id: "newer", startedAt: 200 });
    const before = listItems(contents({ sections: sectionsOf(many, "-started") }));
    const sections = sectionsOf([newer, ...many.with(4, changed).toSpliced(7, 2)], "-started");
    const after = listItems(contents({ sections, open: new Set(["s10"]) }));
    const anew = after.filter((item) => !before.includes(item)).map(({ key }) => key);
    expect(anew).toEqual(["session:newer", "session:s4", "session:s10", "panel:s10"]);
  });

  it("keep their objects below any number of rows that changed", () => {
    const many = Array.from({ length: 30 }, (_, i) => knownSession({ id: `s${i}`, startedAt: 100 - i }));
    const changed = many.map((known, i) => (i < 20 ? { ...known, firstSeen: 7 } : known));
    const before = listItems(contents({ sections: sectionsOf(many, "-started") }));
    const after = listItems(contents({ sections: sectionsOf(changed, "-started") }));
    expect(after.map((item, i) => item === before[i])).toEqual(many.map((_, i) => i >= 20));
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });
});
