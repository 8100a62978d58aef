/** The list under a slow wheel, with trainings in its strips and over a time that has none. */
import { setTimeout as delay } from "node:timers/promises";
import type { Servers } from "../servers/start.ts";
import { openBrowser } from "../stages/browser.ts";
import { startTracing } from "../stages/trace-page.ts";
import { TARGETS } from "../targets.ts";
import type { TimelineFigures } from "./bars.ts";
import { frameCost, stripCost, type Way } from "./strip-cost.ts";

const { name, scroller, sessionRow } = TARGETS.ours;
const STANDS_MS = 60_000;
const AFTER_MS = 1_500;
/** What a scroll leaves to be done is done by then. Ms. */
const REST_MS = 500;
/** Px, and px in a second: 40 rows. */
const WAY = 12_800;
const SPEED = 1_280;
const ROW = 32;

/** All that most sessions did, and a day before any of them. By their models: of all ages, so with as many trainings as all have on average. */
const FULL = "range=12h";
const EMPTY = "from=2020-01-01T00:00:00.000Z&to=2020-01-02T00:00:00.000Z";

export async function measureStrips(servers: Servers): Promise<TimelineFigures> {
  const full = await wheel(servers, FULL);
  const empty = await wheel(servers, EMPTY);
  return { strip: stripCost(full, empty), frameWithout: frameCost(empty) };
}

async function wheel(servers: Servers, time: string): Promise<Way> {
  const opened = await openBrowser();
  try {
    const { page, cdp } = opened;
    await page.goto(`${servers.url(name)}/?sort=model&${time}`);
    await page.locator(sessionRow).first().waitFor({ timeout: STANDS_MS });
    await delay(AFTER_MS);
    // A poll in the midst of the way would be on the strips' account, or on that of rows without.
    await page.getByRole("button", { name: "Pause updates" }).click();
    await page.evaluate(() => bench.settled());
    const { x, y } = await page.evaluate((selector) => bench.place(selector), scroller);
    const scrolled = { scroller, row: sessionRow, headHeight: 0 };
    await page.evaluate((what) => bench.startFrames(what, false), scrolled);
    const stop = await startTracing(opened);
    await cdp.send("Input.synthesizeScrollGesture", {
      x,
      y,
      yDistance: -WAY,
      speed: SPEED,
      gestureSourceType: "mouse",
      preventFling: true,
    });
    await delay(REST_MS);
    const tasks = await stop();
    const { gaps } = await page.evaluate(() => bench.stopFrames());
    const { top } = await page.evaluate((selector) => bench.place(selector), scroller);
    if (top < WAY * 0.9) throw new Error(`The wheel went ${Math.round(top)} px of ${WAY}.`);
    const height = await page.locator(scroller).evaluate((element) => element.clientHeight);
    return { tasks, frames: gaps.length, rows: height / ROW };
  } finally {
    await opened.close();
  }
}
