import type { Page } from "@playwright/test";
import { freeze, turn } from "./support/attention.ts";
import { BEGINNING } from "./support/clock.ts";
import { testBrowser } from "./support/launch.ts";
import { grid, live, pollNow, rows, updatedAt } from "./support/list.ts";
import { expect, test, type Dashboard } from "./support/test.ts";

test.use({
  world: { sessions: 5, speed: 0 },
  // Playwright turns the back and forward cache off, which people's browsers have on.
  launchOptions: { ...testBrowser({ whole: true }), ignoreDefaultArgs: ["--disable-back-forward-cache"] },
});

const SECOND = 1_000;
const HOUR = 3_600_000;

const calls = (dashboard: Dashboard) => dashboard.stats().calls["Debug/getDebugSessions"] ?? 0;

/** The page with an answer, and with timers that a test moves. */
async function open(page: Page, path = "/"): Promise<void> {
  await page.clock.install({ time: BEGINNING });
  await page.goto(path);
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  await expect(rows(page)).toHaveCount(5);
}

/** From here on the next poll is a whole interval away. */
async function answered(page: Page): Promise<void> {
  const before = await updatedAt(page);
  await pollNow(page);
  await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
}

interface Skip {
  /** Time that was skipped before. Ms. */
  readonly from?: number;
  readonly to: number;
}

/** Time goes by for the API and the page. What the page had planned for it happens once, at its end. @returns that end, by the page */
async function skip(page: Page, dashboard: Dashboard, { from = 0, to }: Skip): Promise<number> {
  await dashboard.moveClock({ offsetMs: to });
  await page.clock.fastForward(to - from);
  return page.evaluate(() => Date.now());
}

const minuteOf = (at: number): string => new Date(at).toISOString().slice(11, 16);

/** @param at the end of an hour without an answer, by the page: the last came within an interval before, the next comes right after */
async function expectGap(page: Page, at: number): Promise<void> {
  const from = [minuteOf(at - HOUR - 15 * SECOND), minuteOf(at - HOUR)].join("|");
  const to = [minuteOf(at), minuteOf(at + 15 * SECOND)].join("|");
  const hour = `(?:${from}):\\d\\d–(?:${to}):\\d\\d`;
  await expect(page.getByRole("contentinfo")).toContainText(new RegExp(`gaps?(?:, the last)? ${hour}`, "u"));
  await expect(grid(page).getByTitle(new RegExp(`^Not watching ${hour}$`, "u"))).toHaveCount(1);
  await expect(live(page)).toHaveAttribute("data-phase", "live");
}

/** The shortest wait between two polls. Ms. */
const LEAST = 4.5 * SECOND;

interface Return {
  /** Calls until then. */
  readonly before: number;
  /** The page's time at which it came back, before it could answer. Ms since 1970. */
  readonly at: number;
}

/** Of a return one call was made, and after it none before the next poll was due: on a machine that is slow to look, some were. */
async function expectOneCall(page: Page, dashboard: Dashboard, { before, at }: Return): Promise<void> {
  await page.clock.fastForward(3 * SECOND);
  const isLater = async () => /updated [3-9]\s*s ago/u.test((await live(page).textContent()) ?? "");
  await expect.poll(async () => calls(dashboard) > before + 1 || (await isLater())).toBe(true);
  const asked = calls(dashboard) - before;
  const due = Math.floor(((await page.evaluate(() => Date.now())) - at) / LEAST);
  expect(asked).toBeGreaterThanOrEqual(1);
  expect(asked).toBeLessThanOrEqual(1 + due);
}

test("a hidden tab asks once a minute, and a clock that is set back stops nothing", async ({
  page,
  dashboard,
}) => {
  await open(page);
  await test.step("hidden it asks once a minute, and once at once when it is looked at again", async () => {
    await turn(page, "hidden");
    const before = calls(dashboard);
    const at = await updatedAt(page);
    await skip(page, dashboard, { to: 50 * SECOND });
    await skip(page, dashboard, { from: 50 * SECOND, to: 62 * SECOND });
    await expect.poll(async () => (await updatedAt(page)) - at).toBeGreaterThan(60 * SECOND);
    expect(calls(dashboard)).toBe(before + 1);

    const back = await skip(page, dashboard, { from: 62 * SECOND, to: 92 * SECOND });
    expect(calls(dashboard)).toBe(before + 1);
    await turn(page, "visible");
    await expect.poll(async () => (await updatedAt(page)) - at).toBeGreaterThan(90 * SECOND);
    await expectOneCall(page, dashboard, { before: before + 1, at: back });
    await expect(page.getByRole("contentinfo")).not.toContainText("gap");
  });

  await test.step("a clock that is set back stops nothing, and no answer counts as older than the last", async () => {
    const before = await updatedAt(page);
    await page.clock.setSystemTime(BEGINNING - HOUR);
    await page.clock.fastForward(6 * SECOND);
    await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await expect(page.getByRole("contentinfo")).not.toContainText("gap");
  });
});

test("an hour in which a page slept, rested or was frozen or kept is drawn as a gap, and asked after once", async ({
  page,
  dashboard,
  watchdog,
}) => {
  // For the icon of a document that has none Chromium asks in vain.
  watchdog.expect(/Failed to load resource.*\/favicon\.ico/u);
  await open(page);
  let hours = 0;
  const skipHour = () => skip(page, dashboard, { from: hours * HOUR, to: ++hours * HOUR });

  await test.step("a machine that slept", async () => {
    const before = calls(dashboard);
    const at = await skipHour();
    await expectGap(page, at);
    await expectOneCall(page, dashboard, { before, at });
  });

  await test.step("a page that comes back out of the back and forward cache", async () => {
    await answered(page);
    await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
    await page.goto("/config.json");
    const before = calls(dashboard);
    await page.goBack({ waitUntil: "commit" });
    expect(await page.evaluate(() => "isTheSamePage" in window)).toBe(true);
    const at = await skipHour();
    await expectGap(page, at);
    await expectOneCall(page, dashboard, { before, at });
  });

  await test.step("a tab that was frozen", async () => {
    await answered(page);
    const before = calls(dashboard);
    const thaw = await freeze(page);
    await thaw();
    const at = await skipHour();
    await expectGap(page, at);
    await expectOneCall(page, dashboard, { before, at });
  });

  await test.step("a hidden tab that is to rest, which asks for nothing until it is looked at again", async () => {
    await page.getByRole("button", { name: /^Connection/u }).click();
    await page
      .getByRole("radiogroup", { name: "In a hidden tab" })
      .getByRole("radio", { name: "Pause" })
      .check({ force: true });
    await page.keyboard.press("Escape");
    await answered(page);
    await turn(page, "hidden");
    const before = calls(dashboard);
    const at = await skipHour();
    expect(calls(dashboard)).toBe(before);
    await turn(page, "visible");
    await expectGap(page, at);
    await expectOneCall(page, dashboard, { before, at });
  });
});
