import type { Page } from "@playwright/test";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runningSessions } from "./support/api.ts";
import { profileWithoutStorage, startBrowser } from "./support/browsers.ts";
import { live, pollNow, row, rows, shownIds } from "./support/list.ts";
import {
  deleteStored,
  fillStorage,
  limitStorage,
  spoilStored,
  storedSessions,
  upgradeStored,
} from "./support/stored.ts";
import { expect, test, type Dashboard } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

// High enough for the ended sessions, which stand below the others.
test.use({ viewport: { width: 1280, height: 1600 }, world: { speed: 0 } });

const notice = (page: Page) => page.getByRole("status", { name: "Storage notice" });

/** A document of the same origin that runs none of the page's scripts. For its icon Chromium asks in vain. */
const BARE = "/config.json";
test.beforeEach(({ watchdog }) => watchdog.expect(FAILED_REQUEST));

async function bystander(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(BARE);
  return other;
}

/** The page with every session of the world on it and in the store. @returns how many */
async function openStored(page: Page, dashboard: Dashboard): Promise<number> {
  await page.goto(dashboard.url);
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  await expect(rows(page).first()).toBeVisible();
  const count = await rows(page).count();
  await expect.poll(async () => (await storedSessions(page)).length).toBe(count);
  return count;
}

/** Time goes on to so many minutes after the beginning: sessions end and begin, and there is something to store. */
async function letTimePass(page: Page, dashboard: Dashboard, minutes = 10): Promise<void> {
  const ended = page.locator('[data-activity="ended"]');
  const before = await ended.count();
  await dashboard.moveClock({ offsetMs: minutes * 60_000 });
  await pollNow(page);
  await expect.poll(() => ended.count()).toBeGreaterThan(before);
}

test("storage that is full is told, and the page goes on from memory", async ({ page, dashboard }) => {
  await page.goto(BARE);
  await limitStorage(page, 1_000_000);
  await openStored(page, dashboard);
  await fillStorage(page);
  await letTimePass(page, dashboard);
  await expect(notice(page)).toContainText("This browser keeps no history here");
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  expect((await storedSessions(page)).some(({ ended }) => ended)).toBe(false);
});

test("storage that is denied is told, and everything else works", async ({
  dashboard,
  clock,
  watchdog,
}, info) => {
  const profile = info.outputPath("profile");
  profileWithoutStorage(profile);
  const { context } = await startBrowser(profile, { clock, watchdog });
  try {
    const page = await context.newPage();
    await page.goto(dashboard.url);
    await expect(rows(page).first()).toBeVisible();
    await expect(notice(page)).toContainText("This browser keeps no history here");
    await letTimePass(page, dashboard);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await notice(page).getByRole("button", { name: "Dismiss" }).click();
    await expect(notice(page)).toBeEmpty();
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await expect(page.locator('[data-activity="ended"]')).toHaveCount(0);
  } finally {
    await context.close();
  }
});

test("what was kept and is lost is told, whatever took it, and the page goes on", async ({
  page,
  dashboard,
}) => {
  const count = await openStored(page, dashboard);

  await test.step("what cannot be read is told, and the history starts now", async () => {
    await page.goto(BARE);
    await spoilStored(page);
    await page.goto("/");
    await expect(notice(page)).toContainText("the history starts now");
    await expect(rows(page)).toHaveCount(count);
    await expect.poll(async () => (await storedSessions(page)).length).toBe(count);
  });

  expect(await openStored(page, dashboard)).toBe(count);
  await expect(notice(page)).toBeEmpty();
  const other = await bystander(page);

  await test.step("what vanishes is told, and all that is known is kept anew", async () => {
    await deleteStored(other);
    await letTimePass(page, dashboard);
    await expect(notice(page)).toContainText("the history starts now");
    await expect.poll(async () => (await storedSessions(page)).length).toBeGreaterThan(count);
    const stored = (await storedSessions(page)).map(({ id }) => id);
    expect((await shownIds(page)).toSorted()).toEqual(stored.toSorted());
  });

  await test.step("a newer version of the page in another tab gets the store, and this one asks to be reloaded", async () => {
    await upgradeStored(other);
    await expect(notice(page)).toContainText("A newer version of this page has the history here");
    await letTimePass(page, dashboard, 20);
    await expect(live(page)).toHaveAttribute("data-phase", "live");

    await notice(page).getByRole("button", { name: "Reload" }).click();
    await expect(page.locator('[data-activity="ended"]')).toHaveCount(0);
    await expect(rows(page).first()).toBeVisible();
    await expect(notice(page)).toContainText("A newer version of this page has the history here");
  });
});

test("what is stored is there after the browser is killed, and done without where its files are damaged", async ({
  dashboard,
  clock,
  watchdog,
}, info) => {
  const profile = info.outputPath("profile");
  const first = await startBrowser(profile, { clock, watchdog });
  const page = await first.context.newPage();
  await openStored(page, dashboard);
  await letTimePass(page, dashboard);
  await expect.poll(async () => (await storedSessions(page)).some(({ ended }) => ended)).toBe(true);
  const stored = await storedSessions(page);
  await first.kill();

  await test.step("it is shown at once", async () => {
    dashboard.setFaults({ hang: true });
    const next = await startBrowser(profile, { clock, watchdog });
    try {
      const reopened = await next.context.newPage();
      await reopened.goto(dashboard.url);
      await expect(rows(reopened)).toHaveCount(stored.length);
      await expect(live(reopened)).toHaveAttribute("data-phase", "connecting");
      expect((await shownIds(reopened)).toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
      for (const { id, ended } of stored) {
        if (ended) await expect(row(reopened, id)).toHaveAttribute("data-activity", "ended");
      }
    } finally {
      await next.kill();
    }
  });

  await test.step("a store whose files are damaged is done without", async () => {
    dashboard.setFaults({});
    const folder = join(profile, "Default", "IndexedDB");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const damaged = files.filter((name) => /\.(log|ldb)$|(MANIFEST-\d+|CURRENT)$/u.test(name));
    expect(damaged.length).toBeGreaterThan(0);
    for (const name of damaged) writeFileSync(join(folder, name), "nothing that a database would write");

    const last = await startBrowser(profile, { clock, watchdog });
    try {
      const count = await openStored(await last.context.newPage(), dashboard);
      expect(count).toBe((await runningSessions(dashboard)).length);
    } finally {
      await last.context.close();
    }
  });
});
