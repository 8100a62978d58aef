import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { asModule, pathOfReact, REACT } from "./react-as-modules.ts";

const require = createRequire(import.meta.url);
it("makes of a script a module with the same exports", async () => {
  const script = `"use strict";
exports.early = void 0;
if (typeof exports.early === "undefined") { exports.early = () => 1; }
exports.both = [exports.early(), 2];`;
  const made: unknown = await import(`data:text/javascript,${encodeURIComponent(asModule(script))}`);
  expect(made).toMatchObject({ both: [1, 2] });
});

it("imports what the script requires", () => {
  const [first] = asModule(`var Other = require("other"),\n  x = Other.x;\nexports.x = x;`).split("\n");
  expect(first).toBe(`import * as Other from "other";`);
});

it.each(["module.exports = {};", "exports.x = 1;\nfill(exports);", `use(require("other"));`])(
  "refuses what it does not know: %s",
  (script) => expect(() => asModule(script)).toThrow("does what this build does not know"),
);

it.each([...REACT])("gives all that %s has", (_, file) => {
  const text = asModule(readFileSync(pathOfReact(file), "utf8"));
  const [, list = ""] = /export \{ (.*) \};$/.exec(text) ?? [];
  const given = list.split(", ").map((one) => one.split(" as ")[1]);
  const script: unknown = require(pathOfReact(file));
  expect(new Set(given)).toEqual(new Set(Object.keys(Object(script))));
});
