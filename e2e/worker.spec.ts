import { live, NEXT_POLL, pollNow, row, rows, updatedAt } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { forgetVisit } from "./support/stored.ts";
import { expect, FEW, test } from "./support/test.ts";

// High enough for the ended sessions, which stand below the others.
test.use({ viewport: { width: 1280, height: 1600 } });

test("answers are fetched and read in a worker, and without workers everything is the same", async ({
  page,
  dashboard,
}) => {
  await test.step("they are fetched and read in a worker of the page's own, under its policy", async () => {
    const started = page.waitForEvent("worker");
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    const address = new URL((await started).url());
    expect(address.origin).toBe(new URL(page.url()).origin);
    expect(address.pathname).toMatch(/^\/assets\/worker-[\w-]+\.js$/u);
  });

  await test.step("a poll in a worker leaves its measures on the page", async () => {
    const spans = await page.evaluate(() =>
      ["poll.fetch", "poll.decode", "poll.merge", "poll.render"].map((name) => {
        const [entry] = performance.getEntriesByName(name, "measure");
        return { name, start: entry?.startTime ?? NaN, ms: entry?.duration ?? NaN };
      }),
    );
    for (const { name, start, ms } of spans) {
      expect(start, name).toBeGreaterThan(0);
      expect(ms, name).toBeGreaterThanOrEqual(0);
      expect(ms, name).toBeLessThan(5_000);
    }
  });

  await test.step("without workers everything is the same, on the page itself", async () => {
    await forgetVisit(page, dashboard.url);
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
    await page.goto("/");
    await expect(rows(page)).toHaveCount(FEW);
    expect(page.workers()).toEqual([]);
    const from = await updatedAt(page);
    await expect.poll(() => updatedAt(page), NEXT_POLL).toBeGreaterThan(from);
    await row(page, TRAINED).click();
    await dashboard.moveClock({ offsetMs: 600_000 });
    await pollNow(page);
    await expect(page.locator('[data-activity="ended"]').first()).toBeVisible(NEXT_POLL);
  });
});

test("a worker that cannot be loaded is done without, or told where nothing else is left", async ({
  page,
  dashboard,
  watchdog,
}) => {
  watchdog.expect(/worker-|404|Failed to load/u);
  await test.step("a worker that cannot be loaded is done without", async () => {
    await page.route("**/assets/worker-*.js", (route) =>
      route.request().headers()["sec-fetch-dest"] === "worker"
        ? route.fulfill({ status: 404, body: "" })
        : route.continue(),
    );
    await page.goto("/");
    await expect(rows(page)).toHaveCount(FEW);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await page.unroute("**/assets/worker-*.js");
  });

  await test.step("an observer that is out of reach in every way is told, and is there once it can be had", async () => {
    await forgetVisit(page, dashboard.url);
    await page.route("**/assets/worker-*.js", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/");
    await expect(live(page)).toHaveAttribute("data-phase", "retrying");
    await page.unroute("**/assets/worker-*.js");
    await expect(rows(page)).toHaveCount(FEW);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
  });
});
