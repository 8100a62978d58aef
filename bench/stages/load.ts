import type { Page } from "@playwright/test";
import { setTimeout as delay } from "node:timers/promises";
import { countScripts } from "./scripts.ts";

/** What is fetched and done right after the first rows belongs to the load. Ms. */
const AFTER_MS = 1_500;
const FIRST_ROW_MS = 60_000;

export interface Loaded {
  /** From the start of the navigation until a row is painted, ms. */
  readonly firstRowMs: number;
  /** Longest task of the main thread, ms; 0 stands for 50 at most. */
  readonly longestTaskMs: number;
  /** The scripts asked for until that row, and all that the page then asks for by itself, gzipped, bytes. */
  readonly scriptBytes: number;
  readonly laterScriptBytes: number;
}

/** Opens the page of an address and waits for its rows. */
export async function load(page: Page, url: string): Promise<Loaded> {
  const scripts = countScripts(page);
  await page.goto(url);
  // What is evaluated in the page may wait for ever; this says so when no row comes.
  await page.locator("[data-session-id]").first().waitFor({ timeout: FIRST_ROW_MS });
  const firstRowMs = await page.evaluate(() => bench.firstRow);
  await delay(AFTER_MS);
  const tasks = await page.evaluate(() => bench.longTasks());
  const origin = await page.evaluate(() => performance.timeOrigin);
  return {
    firstRowMs,
    longestTaskMs: Math.max(0, ...tasks),
    scriptBytes: await scripts(origin + firstRowMs),
    laterScriptBytes: await scripts(),
  };
}
