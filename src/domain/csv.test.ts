import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, csvOf, defused, undefused } from "./csv.ts";
import { hostileText } from "./text-fixture.ts";
import { toWellFormed } from "./well-formed.ts";

/** Reads a table by RFC 4180, as any reader does that knows nothing of how it was written. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        cell += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\r" && text[at] !== "\n") {
        cell += text[at];
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === ",") at += 1;
    else {
      if (text.slice(at, at + 2) !== "\r\n") throw new Error(`No cell and no line ends at ${at}.`);
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** Text thick with what formulas, separators and defused cells are made of. */
const formula = fc.string({
  unit: fc.constantFrom(...Array.from("=+-@'\";,|\t\r\n a1\uff1d\uff20\u200b")),
});

describe("a cell", () => {
  it.each([
    ["plain", "plain"],
    ["2026-03-11T14:34:08.000Z", "2026-03-11T14:34:08.000Z"],
    ["", ""],
    ["a,b", '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t'=1"],
    ["\rx", '"\'\rx"'],
    ["\nx", '"\'\nx"'],
    ["\uff1d1", "'\uff1d1"],
    ["\uff0b1", "'\uff0b1"],
    ["\uff0d1", "'\uff0d1"],
    ["\uff20A", "'\uff20A"],
    ["  =1", "'  =1"],
    ["\u200b\ufeff=1", "'\u200b\ufeff=1"],
    ["'=1", "''=1"],
    ["'quoted'", "''quoted'"],
    ["it's", "it's"],
    ["a=b", "a=b"],
    ["a;=1;b", "a;'=1;b"],
    ["a\n\nb", '"a\n\nb"'],
    ['a","=1', '"a"",""\'=1"'],
    ["a\r\n=1", '"a\r\n\'=1"'],
    ["half \ud83d", "half \ufffd"],
  ])("of %j is written %j", (text, written) => {
    expect(csvOf(["h"], [[text]])).toBe(`h\r\n${written}\r\n`);
  });

  it("that is a number is written as it is, and one that is absent is empty", () => {
    expect(csvOf(["a", "b", "c"], [[0.25, -1, undefined]])).toBe("a,b,c\r\n0.25,-1,\r\n");
  });
});

describe("a table", () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(
        fc.array(fc.oneof(hostileText, formula, fc.integer()), { minLength: width, maxLength: width }),
      ),
    );

  it("gives back, parsed and undefused, what was written", () => {
    fc.assert(
      fc.property(table, (rows: readonly (readonly Cell[])[]) => {
        const [, ...parsed] = parse(csvOf(["head"], rows));
        const expected = rows.map((row) => row.map((cell) => toWellFormed(String(cell))));
        // Numbers are not defused: one below zero is no text that begins with a dash.
        const back = parsed.map((row, i) =>
          row.map((cell, j) => (typeof rows[i]?.[j] === "number" ? cell : undefused(cell))),
        );
        expect(back).toEqual(expected);
      }),
    );
  });

  it("has no text that any spreadsheet takes for a formula, wherever it splits the lines", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, formula), (text) => {
        const [, [cell = ""] = []] = parse(csvOf(["head"], [[text]]));
        for (const piece of cell.split(/[,;|\t\r\n"]/u))
          expect(piece).not.toMatch(/^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
        expect(cell).not.toMatch(/^[\t\r\n]/u);
      }),
    );
  });

  it("defuses a text that was defused already once more, and not in vain", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, formula), (text) => {
        expect(undefused(undefused(defused(defused(text))))).toBe(text);
      }),
    );
  });
});
