import { describe, expect, it } from "vitest";
import { importsOf } from "./imports.ts";

describe("the import scanner", () => {
  it.each([
    ['import { a } from "./a.ts";', "./a.ts", false],
    ['import a from "./a.ts";', "./a.ts", false],
    ['import type { A } from "./a.ts";', "./a.ts", true],
    ['import type * as A from "./a.ts";', "./a.ts", true],
    ['import { type A, b } from "./a.ts";', "./a.ts", false],
    ['import {\n  a,\n  b,\n} from "./a.ts";', "./a.ts", false],
    ['import "./a.css";', "./a.css", false],
    ["import url from './a.ts?worker&url';", "./a.ts?worker&url", false],
    ['export { a } from "./a.ts";', "./a.ts", false],
    ['export type { A } from "./a.ts";', "./a.ts", true],
    ['export * from "./a.ts";', "./a.ts", false],
    ['const a = await import("./a.ts");', "./a.ts", false],
    ['const a = 1;import { b } from "./a.ts";', "./a.ts", false],
  ])("finds %j", (source, from, typeOnly) => {
    expect(importsOf(source)).toEqual([{ from, typeOnly }]);
  });

  it.each([
    '// import { a } from "./a.ts";',
    '/* import { a } from "./a.ts"; */',
    'const text = `\nimport { a } from "./a.ts";\n`;',
    'export const from = "./a.ts";',
    "const reimport = important;",
  ])("finds nothing in %j", (source) => {
    expect(importsOf(source)).toEqual([]);
  });

  it("finds all of several, in order", () => {
    const source =
      'import a from "a";\n/** b */\nimport { b } from "b";\nexport const c = 1;\nexport { d } from "d";\n';
    expect(importsOf(source).map(({ from }) => from)).toEqual(["a", "b", "d"]);
  });
});
