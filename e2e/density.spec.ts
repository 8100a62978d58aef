import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { grid, rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 }, viewport: { width: 1440, height: 900 } });

/** Of the rows of sessions, px, each once. */
const heights = (page: Page): Promise<number[]> =>
  rows(page).evaluateAll((found) => [
    ...new Set(found.map((element) => element.getBoundingClientRect().height)),
  ]);

/** From the top of each row to that of the next, px, each once. */
const steps = (page: Page): Promise<number[]> =>
  rows(page).evaluateAll((found) => {
    const tops = found.map((element) => element.getBoundingClientRect().top).sort((a, b) => a - b);
    return [...new Set(tops.slice(1).map((top, index) => top - (tops[index] ?? 0)))];
  });

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Settings" }).click();
  const group = page.getByRole("dialog", { name: "Settings" }).getByRole("radiogroup", { name: "Rows" });
  await group.getByRole("radio", { name, exact: true }).check({ force: true });
  await page.keyboard.press("Escape");
}

test("rows stand closer together when that is chosen, in all tabs and after a reload", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await expect.poll(() => heights(page)).toEqual([32]);
  const other = await context.newPage();
  await other.goto("/");
  await expect.poll(() => heights(other)).toEqual([32]);
  await choose(page, "Compact");
  for (const tab of [page, other]) {
    await expect.poll(() => heights(tab)).toEqual([24]);
    await expect.poll(() => steps(tab)).toEqual([24]);
  }
  await page.reload();
  await expect.poll(() => steps(page)).toEqual([24]);
  await expectAccessible(page, "compact");
  await choose(other, "Comfortable");
  await expect.poll(() => steps(page)).toEqual([32]);
});

test("a finger has its room whatever is chosen", async ({ page }) => {
  await page.goto("/");
  await choose(page, "Compact");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => heights(page)).toEqual([90]);
  await page.goto("/?group=launcher");
  const head = grid(page)
    .getByRole("row", { level: 1, name: /launcher/u })
    .first();
  await expect(head).toBeVisible();
  expect((await head.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});
