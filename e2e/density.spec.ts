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

test("rows stand closer together when that is chosen, in all tabs and after a reload, and a finger has its room", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await expect.poll(() => heights(page)).toEqual([32]);
  const other = await context.newPage();
  await other.goto("/");
  await expect.poll(() => heights(other)).toEqual([32]);

  await test.step("compact rows stand closer together in all tabs and after a reload", async () => {
    await choose(page, "Compact");
    for (const tab of [page, other]) {
      await expect.poll(() => heights(tab)).toEqual([24]);
      await expect.poll(() => steps(tab)).toEqual([24]);
    }
    await page.reload();
    await expect.poll(() => steps(page)).toEqual([24]);
    await expectAccessible(page, "compact");
  });

  await test.step("a finger has its room all the same", async () => {
    await page.getByRole("group", { name: "Group" }).getByRole("button", { name: "Launcher" }).click();
    await expect(page).toHaveURL("/?group=launcher");
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => heights(page)).toEqual([90]);
    const head = grid(page)
      .getByRole("row", { level: 1, name: /launcher/u })
      .first();
    await expect(head).toBeVisible();
    expect((await head.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  await test.step("comfortable rows have their room again in all tabs", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goBack();
    await expect(page).toHaveURL("/");
    await expect.poll(() => steps(page)).toEqual([24]);
    await choose(other, "Comfortable");
    await expect.poll(() => steps(page)).toEqual([32]);
  });
});
