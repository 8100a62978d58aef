import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeViews,
  encodeViews,
  findView,
  MOST_VIEWS,
  type SavedViews,
  viewName,
  viewWith,
  withoutView,
  withRenamed,
  withRestored,
  withView,
} from "./saved-views.ts";
import { hostileText } from "./text-fixture.ts";

const VIEWS: SavedViews = [
  { name: "Failing", query: "?state=failed" },
  { name: "Night", query: "?range=12h" },
];
const asItIs = (query: string) => query;
const names = (views: SavedViews) => views.map(({ name }) => name);

describe("saved views", () => {
  it("take a new one at the end, and one of a known name in its place", () => {
    expect(names(withView(VIEWS, { name: "New", query: "" }))).toEqual(["Failing", "Night", "New"]);
    expect(withView(VIEWS, { name: "Failing", query: "?q=x" })).toEqual([
      { name: "Failing", query: "?q=x" },
      VIEWS[1],
    ]);
  });

  it("are renamed in place, never to another's name", () => {
    expect(names(withRenamed(VIEWS, "Failing", "Broken"))).toEqual(["Broken", "Night"]);
    expect(withRenamed(VIEWS, "Failing", "Night")).toBe(VIEWS);
  });

  it("are restored where they stood, unless the name was given again", () => {
    const [failing] = VIEWS;
    if (!failing) throw new Error("There are views.");
    expect(withRestored(withoutView(VIEWS, "Failing"), failing, 0)).toEqual(VIEWS);
    expect(withRestored(VIEWS, failing, 0)).toBe(VIEWS);
  });

  it("are found by name and by what they show, the first of several", () => {
    expect(findView(VIEWS, "Night")).toBe(VIEWS[1]);
    expect(viewWith([...VIEWS, { name: "Again", query: "?range=12h" }], "?range=12h")).toBe(VIEWS[1]);
    expect(viewWith(VIEWS, "?q=other")).toBeUndefined();
  });

  it(`are ${MOST_VIEWS} at most`, () => {
    const many = Array.from({ length: MOST_VIEWS }, (_, i) => ({ name: `${i}`, query: "" }));
    expect(withView(many, { name: "one more", query: "" })).toBe(many);
    expect(withRestored(many, { name: "one more", query: "" }, 0)).toBe(many);
    expect(withView(many, { name: "7", query: "?q=x" })[7]).toEqual({ name: "7", query: "?q=x" });
    expect(decodeViews(encodeViews([...many, { name: "one more", query: "" }]), asItIs)).toEqual(many);
  });
});

describe("a name", () => {
  it.each([
    ["  Night \n runs ", "Night runs"],
    ["\u0065\u0301", "\u00e9"],
    [" \t ", ""],
    ["x".repeat(200), "x".repeat(100)],
    ["😀".repeat(200), "😀".repeat(100)],
  ])("of %j is kept as %j", (typed, kept) => {
    expect(viewName(typed)).toBe(kept);
  });

  it("that was kept is kept as it is", () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        expect(viewName(viewName(typed))).toBe(viewName(typed));
      }),
    );
  });
});

describe("what is written down", () => {
  it.each([[null], [""], ["{"], ["null"], ["7"], ['{"name":"a","query":""}']])(
    "is no view where it is %j",
    (text) => {
      expect(decodeViews(text, asItIs)).toEqual([]);
    },
  );

  it("falls back entry by entry: what is no view is left out, and the others stay", () => {
    const text = JSON.stringify([
      null,
      { name: "", query: "" },
      { name: 1, query: "" },
      { name: "no query" },
      VIEWS[0],
      { name: "Failing", query: "?second" },
      ["Night"],
      VIEWS[1],
    ]);
    expect(decodeViews(text, asItIs)).toEqual(VIEWS);
  });

  it("is read as this program writes queries now", () => {
    expect(decodeViews('[{"name":"a","query":"?OLD"}]', (query) => query.toLowerCase())).toEqual([
      { name: "a", query: "?old" },
    ]);
  });

  it("gives the views back, whatever their names", () => {
    const view = fc.record({
      name: hostileText.map(viewName).filter((name) => name !== ""),
      query: hostileText,
    });
    fc.assert(
      fc.property(fc.uniqueArray(view, { selector: ({ name }) => name }), (views) => {
        expect(decodeViews(encodeViews(views), asItIs)).toEqual(views);
      }),
    );
  });
});
