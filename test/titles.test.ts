import { describe, expect, it } from "vitest";
import { hasTest, titlesOf } from "./titles.ts";

const SOURCE = `
import { expect, it, test } from "somewhere";
test("plain", () => {});
test.use({ world: { name: "no title" } });
test.describe("a group", () => {
  test("of its own", async ({ page }) => {
    await test.step("a step", () => page.goto("/"));
  });
  for (const { name, size } of [{ name: "one", size: 7 }]) test(\`\${name} of \${size} px (both)\`, () => {});
});
describe("a table", () => {
  it.each<[string, number]>([["first", 1], ["second", 2]])("%s is %i", (word) => { expect(word).toBe(word); });
  it.each(ROWS)("$name.first goes out", () => {});
});
`;
const titles = titlesOf("some.spec.ts", SOURCE);
const has = (...path: string[]) => hasTest(titles, path, titles.values);

describe("the titles of a source", () => {
  it("are found with their groups, and only with them", () => {
    expect(has("plain")).toBe(true);
    expect(has("a group", "of its own")).toBe(true);
    expect(has("of its own")).toBe(false);
    expect(has("another group", "of its own")).toBe(false);
  });

  it("are those of tests: no step, no group and no other text is one", () => {
    expect(has("a group", "a step")).toBe(false);
    expect(has("a group")).toBe(false);
    expect(has("no title")).toBe(false);
  });

  it("are exact", () => {
    expect(has("plai")).toBe(false);
    expect(has("plain ")).toBe(false);
    expect(has("a group", "one of 7 px both")).toBe(false);
  });

  it("take in their gaps what is written out somewhere, and nothing else", () => {
    expect(has("a group", "one of 7 px (both)")).toBe(true);
    expect(has("a table", "second is 2")).toBe(true);
    expect(has("a table", "third is 2")).toBe(false);
    expect(hasTest(titles, ["a table", "third is 2"], new Set(["third", "2"]))).toBe(true);
    expect(has("a table", "first goes out")).toBe(true);
  });

  it("are not looked for in what is no source", () => {
    expect(() => titlesOf("some.spec.ts", "test(")).toThrow("some.spec.ts");
  });
});
