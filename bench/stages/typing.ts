import type { Page } from "@playwright/test";
import { median } from "../report/statistics.ts";

/** Rare enough in hexadecimal ids that each further letter leaves fewer rows. */
const LETTERS = ["7", "a", "3", "f"];
/** Entries of Event Timing come some time after their frame. Ms. */
const REPORTED_MS = 300;

export interface Typed {
  /** From a key to the next paint, median of the keys, ms. */
  readonly keyToPaintMs: number;
  /** From a key to the paint of the list it leaves, median of the keys that changed the number of rows, ms. */
  readonly keyToListMs: number;
}

/** Types a text into the text filter, letter by letter, and takes it away again. */
export async function type(page: Page): Promise<Typed> {
  const field = page.getByRole("searchbox", { name: "Search sessions" });
  await field.focus();
  const toPaint: number[] = [];
  const toList: number[] = [];
  for (const key of [...LETTERS, ...LETTERS.map(() => "Backspace")]) {
    await page.evaluate(() => bench.forgetInteractions());
    await page.keyboard.press(key);
    await page.evaluate(() => bench.settled());
    await page.waitForTimeout(REPORTED_MS);
    const { nextPaintMs, listMs } = await page.evaluate(() => bench.lastInteraction());
    toPaint.push(nextPaintMs);
    if (listMs !== undefined) toList.push(listMs);
  }
  return { keyToPaintMs: median(toPaint), keyToListMs: median(toList) };
}
