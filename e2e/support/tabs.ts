/** Several tabs of one browser that watch the same. */
import type { BrowserContext, Page } from "@playwright/test";
import { rows } from "./list.ts";
import { expect, type Dashboard } from "./test.ts";

/** How often the list was asked for, by all of them. */
export const calls = (dashboard: Dashboard): number => dashboard.stats().calls["Debug/getDebugSessions"] ?? 0;

/** A tab on an address of the dashboard, with its rows there. */
export async function openTab(context: BrowserContext, address = "/"): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(rows(tab).first()).toBeVisible();
  return tab;
}
