/** Parts of the page that are fetched when they are wanted, over a network that loses them. */
import type { Locator, Page } from "@playwright/test";
import { row, rows } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

/** Opens a row over a network that loses these files. @returns what says so in place of the row's details */
async function openWithout(page: Page, files: string): Promise<Locator> {
  await page.route(files, (route) => route.abort());
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  await row(page, TRAINED).click();
  const alert = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await expect(alert).toBeVisible();
  return alert;
}

test("a part that could not be fetched comes in the same view once it can be had", async ({
  page,
  watchdog,
}) => {
  await test.step("it is fetched when a person asks again", async () => {
    watchdog.expect(/session-panel-|ERR_FAILED|Failed to load/u);
    const alert = await openWithout(page, "**/assets/session-panel-*.js*");
    const retry = alert.getByRole("button", { name: "Try again" });
    await retry.click();
    await expect(alert).toBeVisible();
    await page.unroute("**/assets/session-panel-*.js*");
    await retry.click();
    await expect(page.getByRole("region", { name: "Parameter definitions" }).first()).toBeVisible();
    await expect(alert).toBeHidden();
  });

  await test.step("where it lacks what it shares with others, it comes when they can be had", async () => {
    expect(watchdog.complaints()).toEqual([]);
    watchdog.expect(/assets\/\w|ERR_FAILED|Failed to load/u);
    const alert = await openWithout(page, "**/assets/tools-*.js");
    await page.unroute("**/assets/tools-*.js");
    const panel = page.getByRole("region", { name: "Parameter definitions" }).first();
    await expect(async () => {
      // A copy that was on its way may have brought it already.
      if (await alert.isVisible()) await alert.getByRole("button").click({ timeout: 2_000 });
      await expect(panel).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(page).toHaveURL(`/?open=${TRAINED}`);
  });
});
