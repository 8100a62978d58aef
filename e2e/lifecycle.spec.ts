import type { Page } from "@playwright/test";
import { launchOptions } from "../scripts/browser.mjs";
import { freeze, turn } from "./support/attention.ts";
import { BEGINNING } from "./support/clock.ts";
import { grid, live, rows, updatedAt } from "./support/list.ts";
import { expect, test, type Dashboard } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({
  world: { sessions: 5, speed: 0 },
  // Playwright turns the back and forward cache off, which people's browsers have on.
  launchOptions: { ...launchOptions({ whole: true }), ignoreDefaultArgs: ["--disable-back-forward-cache"] },
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

const GAP = /1 gap 14:34:\d\d–15:34:\d\d/u;

/** The hour without an answer is told and drawn, and what comes after it is live. */
async function expectGap(page: Page): Promise<void> {
  await expect(page.getByRole("contentinfo")).toContainText(GAP);
  await expect(grid(page).getByTitle(/^Not watching \d\d:\d\d/u)).toHaveCount(1);
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

test("a hidden tab asks once a minute, and once at once when it is looked at again", async ({
  page,
  dashboard,
}) => {
  await open(page);
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

test("a hidden tab that is to rest asks for nothing until it is looked at again, and draws the gap", async ({
  page,
  dashboard,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem("decthings.watching", JSON.stringify({ whenHidden: "pause" })),
  );
  await open(page);
  await turn(page, "hidden");
  const before = calls(dashboard);
  const at = await skip(page, dashboard, { to: HOUR });
  expect(calls(dashboard)).toBe(before);
  await turn(page, "visible");
  await expectGap(page);
  await expectOneCall(page, dashboard, { before, at });
});

test("a tab that was frozen for an hour draws the gap and asks once", async ({ page, dashboard }) => {
  await open(page);
  const before = calls(dashboard);
  const thaw = await freeze(page);
  await thaw();
  const at = await skip(page, dashboard, { to: HOUR });
  await expectGap(page);
  await expectOneCall(page, dashboard, { before, at });
});

test("a machine that slept for an hour draws the gap and asks once", async ({ page, dashboard }) => {
  await open(page);
  const before = calls(dashboard);
  const at = await skip(page, dashboard, { to: HOUR });
  await expectGap(page);
  await expectOneCall(page, dashboard, { before, at });
});

test("a clock that is set back stops nothing, and no answer counts as older than the last", async ({
  page,
}) => {
  await open(page);
  const before = await updatedAt(page);
  await page.clock.setSystemTime(BEGINNING - HOUR);
  await page.clock.fastForward(6 * SECOND);
  await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  await expect(page.getByRole("contentinfo")).not.toContainText("gap");
});

test("a page that comes back out of the back and forward cache draws the gap and asks once", async ({
  page,
  dashboard,
  watchdog,
}) => {
  // For the icon of a document that has none Chromium asks in vain.
  watchdog.expect(FAILED_REQUEST);
  await open(page);
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await page.goto("/config.json");
  const before = calls(dashboard);
  await page.goBack({ waitUntil: "commit" });
  expect(await page.evaluate(() => "isTheSamePage" in window)).toBe(true);
  const at = await skip(page, dashboard, { to: HOUR });
  await expectGap(page);
  await expectOneCall(page, dashboard, { before, at });
});
