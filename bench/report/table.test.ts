import { describe, expect, it } from "vitest";
import { columns, figureTable, figureText, ratioText, verdictTable } from "./table.ts";

it.each([
  [undefined, "-"],
  [0, "0.0"],
  [7.94, "7.9"],
  [99.94, "99.9"],
  [1_757.6, "1,758"],
])("writes %s as %s", (value, text) => {
  expect(figureText(value)).toBe(text);
});

it.each([
  [50, 200, "0.25 x"],
  [50, 0, "-"],
  [undefined, 5, "-"],
  [5, undefined, "-"],
])("the ratio of %s to %s is %s", (value, by, text) => {
  expect(ratioText(value, by)).toBe(text);
});

it("lays cells into columns, figures to the right", () => {
  expect(columns([["a", "1"], ["long", "100"], ["b"]])).toEqual(["a       1", "long  100", "b"]);
});

describe("the table of figures", () => {
  const compared = { n: { poll: 900 }, c: { poll: 200 }, ours: { poll: 10, elements: 1_234 } };

  it("has the figures of the dashboard, and its ratios to both controls", () => {
    const [head, poll, elements, ...rest] = figureTable(10_000, compared).map((line) =>
      line.split(/\s{2,}/u),
    );
    expect(head).toEqual(["10,000 sessions", "N", "C", "dashboard", "of N", "of C"]);
    expect(poll).toEqual(["Main thread per poll, 1 % changed, ms", "900", "200", "10.0", "0.01 x", "0.05 x"]);
    expect(elements).toEqual(["DOM elements at most", "-", "-", "1,234", "-", "-"]);
    expect(rest).toEqual([]);
  });
});

it("says of each bar whether it is met", () => {
  const verdict = { figure: "poll", words: "at most 0.1 x C", limit: 20 } as const;
  expect(
    verdictTable([
      { ...verdict, value: 10, met: true },
      { ...verdict, value: 30, met: false },
    ]),
  ).toEqual([
    "met      Main thread per poll, 1 % changed, ms: at most 0.1 x C  10.0  of 20.0",
    "NOT MET  Main thread per poll, 1 % changed, ms: at most 0.1 x C  30.0  of 20.0",
  ]);
});
