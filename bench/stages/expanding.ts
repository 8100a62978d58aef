import type { Page } from "@playwright/test";
import { median } from "../report/statistics.ts";
import type { Target } from "../targets.ts";

const ROWS = 6;
const REPORTED_MS = 300;

/** Opens rows by a click and closes them again: from an opening click to the next paint, median, ms. */
export async function expand(page: Page, { sessionRow }: Target): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < ROWS; index += 1) {
    const row = page.locator(sessionRow).nth(index + 2);
    // Where all rows have nothing but text: no button, no link, no check box.
    const at = { position: { x: 300, y: 12 } };
    await row.hover(at);
    await page.evaluate(() => bench.forgetInteractions());
    await row.click(at);
    await page.evaluate(() => bench.settled());
    await page.waitForTimeout(REPORTED_MS);
    times.push((await page.evaluate(() => bench.lastInteraction())).nextPaintMs);
    await row.click(at);
    await page.evaluate(() => bench.settled());
  }
  return median(times);
}
