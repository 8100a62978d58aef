/** The titles of the tests in a source file, found in its syntax tree: nothing has to run for it. */
import { type ESTree, parseSync, Visitor } from "vite";

export interface Titles {
  /**
   * Each test and each step of one, from the title of the outermost group to its own. A title in a loop or over a table has gaps,
   * where its values stand: the groups of the pattern.
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
  const around: RegExp[] = [];
  new Visitor({
    Literal: ({ value }) => void values.add(String(value)),
    CallExpression(call) {
      const title = titleOf(call.arguments[0]);
      const made = declares(call);
      if (!title || !made) return;
      around.push(title);
      if (made === "test") tests.push([...around]);
    },
    "CallExpression:exit"(call) {
      if (titleOf(call.arguments[0]) && declares(call)) around.pop();
    },
  }).visit(program);
  return { tests, values };
}

/** Whether there is a test or a step of these titles, given from the outermost group to its own. @param values what may stand in a gap */
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

/**
 * What a call makes: `describe(...)`, `test.describe(...)` a group; `it(...)`, `test(...)`, `it.each(...)(...)` a test, and
 * `test.step(...)` what may be told apart as one.
 */
function declares({ callee }: ESTree.CallExpression): "group" | "test" | undefined {
  const named = callee.type === "CallExpression" ? callee.callee : callee;
  const [name, member] = nameOf(named);
  if (name === undefined || !NAMES.includes(name)) return undefined;
  if (name === "describe" || member === "describe") return "group";
  // `test.use` and the like make none, and `it.each(...)` alone only the table.
  const isTest = callee === named ? member === undefined || member === "step" : member === "each";
  return isTest ? "test" : undefined;
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
