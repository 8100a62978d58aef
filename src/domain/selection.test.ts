import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anchoredAt,
  extendSelected,
  NO_SELECTION,
  selectAll,
  type Selection,
  toggleSelected,
} from "./selection.ts";

const SHOWN = ["a", "b", "c", "d", "e", "f"];

const ids = (selection: Selection) => [...selection.ids].sort().join("");
const toggled = (...rows: readonly string[]) => rows.reduce(toggleSelected, NO_SELECTION);

describe("a selection", () => {
  it("takes a row in, and out again", () => {
    expect(ids(toggled("b", "d"))).toBe("bd");
    expect(ids(toggled("b", "d", "b"))).toBe("d");
  });

  it("extends from the row chosen last to another, in either direction, and keeps what it had", () => {
    expect(ids(extendSelected(toggled("a", "d"), SHOWN, "f"))).toBe("adef");
    expect(ids(extendSelected(toggled("f", "d"), SHOWN, "b"))).toBe("bcdf");
  });

  it("grows and shrinks from the same anchor: the range before leaves nothing behind", () => {
    const wide = extendSelected(toggled("c"), SHOWN, "f");
    expect(ids(extendSelected(wide, SHOWN, "d"))).toBe("cd");
    expect(ids(extendSelected(wide, SHOWN, "a"))).toBe("abc");
  });

  it("keeps a range when another begins elsewhere", () => {
    const first = extendSelected(toggled("a"), SHOWN, "b");
    expect(ids(extendSelected(anchoredAt(first, "e"), SHOWN, "f"))).toBe("abef");
  });

  it("begins a range at the row itself where nothing was chosen, or what was is not shown", () => {
    expect(ids(extendSelected(NO_SELECTION, SHOWN, "c"))).toBe("c");
    expect(ids(extendSelected(toggled("gone"), SHOWN, "c"))).toBe("cgone");
  });

  it("stays as it is where the row is not shown any more", () => {
    const before = toggled("a");
    expect(extendSelected(before, SHOWN, "gone")).toBe(before);
  });

  it("takes in all that is shown, besides what is not", () => {
    expect([...selectAll(toggled("gone"), SHOWN).ids]).toEqual(["gone", ...SHOWN]);
  });

  it("holds, after a range, exactly what it had before and the rows between the two ends", () => {
    const row = fc.constantFrom(...SHOWN);
    fc.assert(
      fc.property(fc.array(row), row, fc.array(row, { minLength: 1 }), (chosen, anchor, ends) => {
        const base = anchoredAt(toggled(...chosen), anchor);
        const after = ends.reduce((selection, to) => extendSelected(selection, SHOWN, to), base);
        const to = ends.at(-1) ?? anchor;
        const [first = 0, last = 0] = [SHOWN.indexOf(anchor), SHOWN.indexOf(to)].sort((a, b) => a - b);
        expect(after.ids).toEqual(new Set([...base.ids, ...SHOWN.slice(first, last + 1)]));
      }),
    );
  });
});
