/** The titles of the tests in a source file, found in its syntax tree: nothing has to run for it. */
import { parseSync } from "vite";

/** A title as written. A text in a loop or a table has gaps, where its values stand. */
interface Title {
  readonly pattern: RegExp;
}

export interface Titles {
  /** Each test, from the title of its outermost group to its own. */
  readonly tests: readonly (readonly Title[])[];
  /** Every text and number that is written out: what may stand in a gap. */
  readonly values: ReadonlySet<string>;
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** @param file tells the language by its ending */
export function titlesOf(file: string, source: string): Titles {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new SyntaxError(`${file} cannot be read.`);
  const tests: Title[][] = [];
  const values = new Set<string>();

  function walk(value: unknown, groups: readonly Title[]): void {
    if (Array.isArray(value)) for (const item of value) walk(item, groups);
    if (!isNode(value) || Array.isArray(value)) return;
    if (value["type"] === "Literal") values.add(String(value["value"]));
    const [first, kind] = value["type"] === "CallExpression" ? called(value) : [];
    const title = first && titleOf(first);
    const inner = title && kind === "describe" ? [...groups, title] : groups;
    if (title && kind === "test") tests.push([...groups, title]);
    for (const child of Object.values(value)) walk(child, inner);
  }
  walk(program, []);
  return { tests, values };
}

/** Whether a file has the test, its titles given from the outermost group to its own. @param values what may stand in a gap */
export function hasTest({ tests }: Titles, path: readonly string[], values: ReadonlySet<string>): boolean {
  return tests.some(
    (titles) =>
      titles.length === path.length &&
      titles.every(({ pattern }, index) => {
        const found = pattern.exec(path[index] ?? "");
        return found?.slice(1).every((gap) => values.has(gap)) === true;
      }),
  );
}

/** The first argument of a call and what it declares: `it(...)`, `it.each(...)(...)`, `test.describe(...)` and so on. */
function called(call: Node): [unknown, "test" | "describe"] | [] {
  const names: unknown[] = [];
  let callee: unknown = call["callee"];
  while (isNode(callee)) {
    if (callee["type"] === "MemberExpression") names.push(isNode(callee["property"]) && callee["property"]["name"]);
    if (callee["type"] === "Identifier") names.push(callee["name"]);
    callee = callee["callee"] ?? callee["object"];
  }
  const [member, root = member] = names.length > 1 ? [names[0], names.at(-1)] : [undefined, names[0]];
  const first = Array.isArray(call["arguments"]) ? call["arguments"][0] : undefined;
  if (root === "describe" || (root === "test" && member === "describe")) return [first, "describe"];
  const isPlain = member === undefined || member === "each";
  return (root === "it" || root === "test") && isPlain ? [first, "test"] : [];
}

/** In the text of a table's title: what printf and Vitest put a value in the place of. */
const PLACEHOLDER = /%[sdifjo]|\$[\w.]+/gu;
const GAP = "(.+)";

function titleOf(node: unknown): Title | undefined {
  if (!isNode(node)) return undefined;
  if (node["type"] === "Literal" && typeof node["value"] === "string") {
    return { pattern: patternOf(node["value"].split(PLACEHOLDER)) };
  }
  if (node["type"] !== "TemplateLiteral" || !Array.isArray(node["quasis"])) return undefined;
  return { pattern: patternOf(node["quasis"].map(textOf)) };
}

function textOf(quasi: unknown): string {
  const text = isNode(quasi) && isNode(quasi["value"]) ? quasi["value"]["cooked"] : undefined;
  return typeof text === "string" ? text : "";
}

const patternOf = (texts: readonly string[]): RegExp =>
  new RegExp(`^${texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join(GAP)}$`, "su");
