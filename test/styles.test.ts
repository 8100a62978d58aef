import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { GLYPH_KINDS } from "../src/ui/glyph.tsx";

const FOLDER = "src/styles";
/** What holds rows, and what holds that. */
const AROUND_ROWS =
  /(?:^|[\s,>+~}])(?:\*|:root|html|body|#root|\.(?:main|list|lanes|lbody|lview|rows))[^\s,>+~{]*:has\(/u;

/** A pseudo-element among others in a list: there it matches nothing, and nobody is told. */
const PSEUDO_IN_LIST = /:(?:is|where|not|has)\((?:[^(){]|\([^()]*\))*::/u;

/** What each row has many of, behind a hover: a browser then styles those of any row anew that comes under the pointer. */
const MANY_AT_HOVER = /:hover(?:[^(){}]*\)|[^(){},]*)[\s>][^,{}]*\.(?:bar|n|g|tl|life|id-text)(?![\w-])/u;

const sheets = readdirSync(FOLDER).filter((file) => file.endsWith(".css"));
const rulesOf = (file: string): string =>
  readFileSync(`${FOLDER}/${file}`, "utf8").replaceAll(/\/\*[\s\S]*?\*\//gu, "");

// A browser asks such a rule anew whenever a row changes, and its answer styles all rows again: a wheel that brings three
// rows had thirty of them styled.
it.each(sheets)("%s asks nothing that stands round the rows what it has in it", (file) => {
  const lines = rulesOf(file).split("\n");
  expect(lines.filter((line) => AROUND_ROWS.test(line))).toEqual([]);
});

it.each(sheets)("%s names a pseudo-element where it can match one", (file) => {
  expect(PSEUDO_IN_LIST.exec(rulesOf(file))?.[0]).toBeUndefined();
});

it.each(sheets)("%s has nothing of which a row has many wait for the pointer", (file) => {
  expect(MANY_AT_HOVER.exec(rulesOf(file))?.[0]).toBeUndefined();
});

/** Made of a word and what it is of: `l3` of three lanes, `k3` of the fourth, glyphs of 12 and 18 px. */
const MADE = /^(?:l|k|s)\d+$/u;

// A word that is also another's, such as `row`, counts as had: what it finds is what was left behind under a name of its own.
it("no class of the sheets is one that nothing has", () => {
  const source = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file) && !file.includes(".test."))
    .map((file) => readFileSync(`src/${file}`, "utf8"))
    .join("\n");
  const words = new Set(`${source} ${readFileSync("index.html", "utf8")}`.match(/[\w-]+/gu));
  const classes = sheets.flatMap((file) => [...rulesOf(file).matchAll(/\.([a-z][\w-]*)/giu)]);
  const unused = classes.map(([, name = ""]) => name).filter((name) => !words.has(name) && !MADE.test(name));
  // `.css` of what is imported.
  expect([...new Set(unused)].filter((name) => name !== "css")).toEqual([]);
});

it("knows such a rule when it sees one", () => {
  for (const rule of [
    ".main:has(> .x) .row {",
    "#root:has(.nav) {",
    ".list.comfortable:has(.y),",
    "a > .rows:has(b) {",
  ])
    expect(rule).toMatch(AROUND_ROWS);
  for (const rule of [
    ".list :is(.g.turn, .bar::after) {",
    ":is(.a:not(.h), .b::after) {",
    ":is(\n.a,\n.b::after\n) {",
  ])
    expect(rule).toMatch(PSEUDO_IN_LIST);
  expect(".list :is(.g.turn, .bar)::after {").not.toMatch(PSEUDO_IN_LIST);
  for (const rule of [".trow:is(:hover, .x) .bar {", ".row:hover > .id-text {", ".row:hover .n.failed,"])
    expect(rule).toMatch(MANY_AT_HOVER);
  for (const rule of [".bar:hover {", ".trow:hover,\n.bar {", ".row:hover > .c-chev {"])
    expect(rule).not.toMatch(MANY_AT_HOVER);
  for (const rule of [".axis:has(.now) {", ".field:has(input:focus) {", ".main .field:has(.x) {"])
    expect(rule).not.toMatch(AROUND_ROWS);
});

it.each(GLYPH_KINDS)("a glyph has a shape and a colour of its own: %s", (kind) => {
  const icons = rulesOf("icons.css");
  const rules = [...icons.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].filter(([, selector = ""]) =>
    new RegExp(`\\.g\\.${kind}(?![\\w-])`, "u").test(selector),
  );
  const declared = rules.map(([, , body = ""]) => body).join("");
  expect(declared).toMatch(/(?:clip-path: path\(|mask: url\()/u);
  expect(declared).toMatch(/(?:^|\s)color: var\(/u);
});
