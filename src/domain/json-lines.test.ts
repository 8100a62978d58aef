import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Folds, firstLines, type JsonLine, jsonLines, NO_FOLDS, SHOWN_ITEMS } from "./json-lines.ts";

const OPEN: Folds = { ...NO_FOLDS, all: true };
const all = (value: unknown, folds: Folds = NO_FOLDS): readonly JsonLine[] => [...jsonLines(value, folds)];

/** A line as `JSON.stringify` writes it; undefined for one that stands for others. */
function written(line: JsonLine): string | undefined {
  const before = "  ".repeat(line.depth) + (line.name === undefined ? "" : `${JSON.stringify(line.name)}: `);
  const comma = line.comma ? "," : "";
  switch (line.kind) {
    case "value":
      return before + line.text + comma;
    case "open":
      return before + (line.brackets[0] ?? "");
    case "close":
      return "  ".repeat(line.depth) + (line.brackets[1] ?? "") + comma;
    case "folded":
    case "rest":
      return undefined;
  }
}

describe("JSON as lines", () => {
  it("is what JSON.stringify writes, where everything is open", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(all(value, OPEN).map(written).join("\n")).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it("has a name of its own for each line", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, isOpen) => {
        const names = all(value, isOpen ? OPEN : NO_FOLDS).map(({ kind, path }) => `${kind} ${path}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it("loses the lines of what is folded and no others, and has them again when it is opened", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, pick) => {
        const lines = all(value, OPEN);
        const opened = lines.filter(({ kind }) => kind === "open");
        const { path } = opened[pick % Math.max(1, opened.length)] ?? {};
        fc.pre(path !== undefined);
        const first = lines.findIndex((line) => line.kind === "open" && line.path === path);
        const last = lines.findIndex((line) => line.kind === "close" && line.path === path);
        const folded = all(value, { ...OPEN, open: new Map([[path, false]]) });
        expect(folded.slice(0, first)).toEqual(lines.slice(0, first));
        expect(folded[first]).toMatchObject({ kind: "folded", path });
        expect(folded.slice(first + 1)).toEqual(lines.slice(last + 1));
        expect(all(value, { ...OPEN, open: new Map([[path, true]]) })).toEqual(lines);
      }),
    );
  });
});

describe("a value of any size", () => {
  it("shows some of its items, and more when asked", () => {
    const value = { list: Array.from({ length: 250 }, (_, index) => index) };
    const rest = (folds: Folds) => all(value, folds).find(({ kind }) => kind === "rest");
    expect(rest(NO_FOLDS)).toMatchObject({ path: "/list", count: 150 });
    expect(rest({ ...NO_FOLDS, shown: new Map([["/list", 200]]) })).toMatchObject({ count: 50 });
    expect(rest({ ...NO_FOLDS, shown: new Map([["/list", 300]]) })).toBeUndefined();
  });

  it("folds the items of what has many, and opens those of what has few", () => {
    const many = (count: number) => all(Array.from({ length: count }, () => [[1]]));
    expect(many(20).some(({ kind }) => kind === "folded")).toBe(false);
    expect(many(21).filter(({ kind }) => kind === "folded")).toHaveLength(21);
  });

  it("is not looked into where it is folded, nor beyond the lines that are taken", () => {
    const trap = {
      get inner(): never {
        throw new Error("looked into");
      },
    };
    const hidden = {
      a: { b: new Proxy([1], { get: (list, key) => (key === "0" ? trap.inner : Reflect.get(list, key)) }) },
    };
    expect(() => all(hidden, { ...NO_FOLDS, open: new Map([["/a/b", false]]) })).not.toThrow();
    expect(() => all(hidden)).toThrow("looked into");
    expect(firstLines(hidden, NO_FOLDS, 2)).toMatchObject({ isCut: true });
  });

  it("says how much of a long text is left out", () => {
    const [line] = all("\u0000".repeat(1_500));
    expect(line).toMatchObject({ cut: 500 });
  });

  it("has no more lines at first than its outermost items bring, however deep it goes", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 200; depth += 1) deep = [deep];
    expect(all(deep).length).toBeLessThan(25);
    const wide = Array.from({ length: 10_000 }, () => ({ a: [1], b: [2] }));
    expect(all({ wide }).length).toBeLessThan(SHOWN_ITEMS + 6);
  });
});

describe("numbers that are instants", () => {
  it.each([
    [1_773_232_388_000, true],
    [1_773_232_388_000.5, false],
    [65_536, false],
    [1_773_232_388, false],
    [9e15, false],
    ["1773232388000", false],
  ])("%j: %s", (value, isInstant) => {
    expect(all(value)[0]).toMatchObject({ at: isInstant ? value : undefined });
  });
});
