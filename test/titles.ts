/** The titles of the tests in a source file, found in its syntax tree: nothing has to run for it. */
import { type ESTree, parseSync, Visitor } from "vite";

export interface Titles {
  /**
   * Each test, from the title of its outermost group to its own. A title in a loop or over a table has gaps, where its values
   * stand: the groups of the pattern.
   */
  readonly tests: readonly (readonly RegExp[])[];
  /** Every text and number that is written out: what may stand in a gap. */
  readonly values: ReadonlySet<string>;
}

/** @param file tells the language by its ending @throws a SyntaxError that names the file */
export function titlesOf(file: string, source: string): Titles {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new SyntaxError(`${file} cannot be read.`);
  const tests: (readonly RegExp[])[] = [];
  const values = new Set<string>();
  const groups: RegExp[] = [];
  new Visitor({
    Literal: ({ value }) => void values.add(String(value)),
    CallExpression(call) {
      const title = titleOf(call.arguments[0]);
      if (!title) return;
      if (declares(call) === "group") groups.push(title);
      if (declares(call) === "test") tests.push([...groups, title]);
    },
    "CallExpression:exit"(call) {
      if (titleOf(call.arguments[0]) && declares(call) === "group") groups.pop();
    },
  }).visit(program);
  return { tests, values };
}

/** Whether there is a test of these titles, given from the outermost group to its own. @param values what may stand in a gap */
export function hasTest({ tests }: Titles, path: readonly string[], values: ReadonlySet<string>): boolean {
  return tests.some(
    (titles) =>
      titles.length === path.length &&
      titles.every((pattern, index) => {
        const gaps = pattern.exec(path[index] ?? "")?.slice(1);
        return gaps?.every((gap) => values.has(gap)) === true;
      }),
  );
}

const NAMES = ["describe", "it", "test"];

/** What a call makes: `describe(...)`, `test.describe(...)` a group; `it(...)`, `test(...)`, `it.each(...)(...)` a test. */
function declares({ callee }: ESTree.CallExpression): "group" | "test" | undefined {
  const named = callee.type === "CallExpression" ? callee.callee : callee;
  const [name, member] = nameOf(named);
  if (name === undefined || !NAMES.includes(name)) return undefined;
  if (name === "describe" || member === "describe") return "group";
  // `test.step`, `test.use` and the like make none, and `it.each(...)` alone only the table.
  return (callee === named ? member === undefined : member === "each") ? "test" : undefined;
}

function nameOf(callee: ESTree.Expression): [name?: string, member?: string] {
  if (callee.type === "Identifier") return [callee.name];
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return [];
  return callee.property.type === "Identifier" ? [callee.object.name, callee.property.name] : [];
}

/** What Vitest puts a value of a table in the place of. */
const PLACEHOLDER = /%[sdifjo]|\$[\w.]+/gu;

function titleOf(node: ESTree.Argument | undefined): RegExp | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") {
    return patternOf(node.value.split(PLACEHOLDER));
  }
  if (node?.type !== "TemplateLiteral") return undefined;
  return patternOf(node.quasis.map(({ value }) => value.cooked ?? ""));
}

const patternOf = (texts: readonly string[]): RegExp =>
  new RegExp(
    `^${texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join("(.+)")}$`,
    "su",
  );
