/** One session with 10,000 trainings: its row is opened, the list is scrolled with it open, and its page from end to end. */
import { setTimeout as delay } from "node:timers/promises";
import type { Servers } from "../servers/start.ts";
import { openBrowser } from "../stages/browser.ts";
import { slowFrames, slowShare, wheelOn } from "../stages/scrolling.ts";
import { TARGETS } from "../targets.ts";
import type { TimelineFigures } from "./bars.ts";

const { name, scroller, row, sessionRow } = TARGETS.ours;
const STANDS_MS = 60_000;
const AFTER_MS = 1_500;
/** Entries of Event Timing come some time after their frame. Ms. */
const REPORTED_MS = 300;
const CLICKS = 5;
/** Where a row has nothing but text. Px. */
const AT = { position: { x: 300, y: 12 } };
/** On the session's page: as fast as the list is scrolled, beside the bars and through the table. */
const PAGE_SECONDS = 10;

export async function measureLongPast(servers: Servers): Promise<TimelineFigures> {
  const opened = await openBrowser();
  try {
    const { page } = opened;
    // The most trainings first.
    await page.goto(`${servers.url(name)}/?sort=trainings`);
    const first = page.locator(sessionRow).first();
    await first.waitFor({ timeout: STANDS_MS });
    await delay(AFTER_MS);
    let longest = 0;
    for (let click = 0; click < CLICKS; click += 1) {
      await first.hover(AT);
      await page.evaluate(() => bench.forgetInteractions());
      await first.click(AT);
      await page.evaluate(() => bench.settled());
      await delay(REPORTED_MS);
      const { nextPaintMs } = await page.evaluate(() => bench.lastInteraction());
      longest = Math.max(longest, nextPaintMs);
      await first.click(AT);
      await page.evaluate(() => bench.settled());
    }
    await first.click(AT);
    await page.getByRole("link", { name: /^Show all 10/u }).waitFor();
    const listScroll = await slowFrames(opened, { scroller, row, headHeight: 0 }, 0);
    await page.getByRole("link", { name: /^Show all 10/u }).click();
    await page.locator("[data-sight]").first().waitFor({ timeout: STANDS_MS });
    await delay(AFTER_MS);
    const ofPage = { scroller: "[role=tabpanel]", row: "[data-sight]", headHeight: 0 };
    const gaps = [];
    for (const part of [".gantt", ".dtab"]) {
      await page.locator(part).evaluate((element) => element.scrollIntoView({ block: "start" }));
      gaps.push(...(await wheelOn(opened, ofPage, PAGE_SECONDS)).gaps);
    }
    return { expand: longest, listScroll: listScroll * 100, pageScroll: slowShare({ gaps }) * 100 };
  } finally {
    await opened.close();
  }
}
