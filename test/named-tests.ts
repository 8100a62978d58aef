/** Whether a test that a page of the documentation names is there. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { importsOf } from "./imports.ts";
import { hasTest, type Titles, titlesOf } from "./titles.ts";

/** @param root of the repository @returns whether `` `file`: group › title `` names a test of it */
export function namedTests(root: string): (test: string) => boolean {
  const read = new Map<string, { readonly titles: Titles; readonly values: ReadonlySet<string> }>();

  /** The tests of a file; what stands in their titles' gaps comes from it or from what it imports. */
  function testsOf(file: string) {
    const source = readFileSync(join(root, file), "utf8");
    const titles = titlesOf(file, source);
    const beside = importsOf(source)
      .map(({ from }) => join(dirname(file), from))
      .filter((path) => path.endsWith(".ts") && existsSync(join(root, path)))
      .map((path) => titlesOf(path, readFileSync(join(root, path), "utf8")).values);
    const found = {
      titles,
      values: new Set([titles.values, ...beside].flatMap((values) => [...values])),
    };
    read.set(file, found);
    return found;
  }

  return (test) => {
    const [, file = "", title = ""] = /^`([^`]+)`: (.+)$/u.exec(test) ?? [];
    if (!existsSync(join(root, file)) || title === "") return false;
    const { titles, values } = read.get(file) ?? testsOf(file);
    return hasTest(titles, title.split(" › "), values);
  };
}
