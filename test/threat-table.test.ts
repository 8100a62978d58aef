import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namedTests } from "./named-tests.ts";

const ROOT = join(import.meta.dirname, "..");
const isThere = namedTests(ROOT);

const rows = readFileSync(join(ROOT, "docs/security.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:Asset |-)/u.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, asset = "", path = "", defence = "", tests = ""]) => ({
    asset,
    path,
    defence,
    tests: tests.split("<br>"),
  }));

describe("the threat table", () => {
  it("says of each asset by which path it is in danger and what stands in it", () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const { asset, path, defence } of rows) {
      expect(asset, path).toMatch(/\w/u);
      expect(path, asset).toMatch(/\w/u);
      expect(defence, path).toMatch(/\.$/u);
    }
  });

  it("names in each row a test that exists", () => {
    const missing = rows.flatMap(({ tests }) => tests).filter((test) => !isThere(test));
    expect(missing).toEqual([]);
  });

  it("has no row twice", () => {
    const paths = rows.map(({ asset, path }) => `${asset}: ${path}`);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
