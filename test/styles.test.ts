import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const FOLDER = "src/styles";
/** What holds rows, and what holds that. */
const AROUND_ROWS =
  /(?:^|[\s,>+~}])(?:\*|:root|html|body|#root|\.(?:main|list|lanes|lbody|lview|rows))[^\s,>+~{]*:has\(/u;

// A browser asks such a rule anew whenever a row changes, and its answer styles all rows again: a wheel that brings three
// rows had thirty of them styled.
it.each(readdirSync(FOLDER).filter((file) => file.endsWith(".css")))(
  "%s asks nothing that stands round the rows what it has in it",
  (file) => {
    const found = readFileSync(`${FOLDER}/${file}`, "utf8")
      .replaceAll(/\/\*[\s\S]*?\*\//gu, "")
      .split("\n")
      .filter((line) => AROUND_ROWS.test(line));
    expect(found).toEqual([]);
  },
);

it("knows such a rule when it sees one", () => {
  for (const rule of [
    ".main:has(> .x) .row {",
    "#root:has(.nav) {",
    ".list.comfortable:has(.y),",
    "a > .rows:has(b) {",
  ])
    expect(rule).toMatch(AROUND_ROWS);
  for (const rule of [".axis:has(.now) {", ".field:has(input:focus) {", ".main .field:has(.x) {"])
    expect(rule).not.toMatch(AROUND_ROWS);
});
