/** The automatic checks of axe, run in a page. */
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import type { NodeResult, RunOnly } from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The minified code: the other is read for a third longer, by the test, the wire between them and the browser. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    readonly axe?: Pick<typeof axe, "run">;
  }
}

export interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly Pick<NodeResult, "target" | "any">[];
}

/**
 * What is wrong with the page as it stands. A document is given the code of the checks once: to read half a megabyte of it, cold,
 * takes three times as long as to run all of them.
 */
export async function violations(page: Page, runOnly: RunOnly): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(AXE);
  return page.evaluate(async (which) => {
    if (!window.axe) throw new Error("The page was left while it was checked.");
    const found = await window.axe.run(document, { runOnly: which, resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, any }) => ({ target, any })),
    }));
  }, runOnly);
}
