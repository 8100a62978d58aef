/** What stands above the rows keeps its height, whatever is chosen in it and however much it counts: the rows stay where they are. */
import type { Page } from "@playwright/test";
import { painted } from "./support/accessible.ts";
import { rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

const WIDTHS = [1920, 1440, 1280, 1024, 768, 390];
const CHOSEN = [
  "?from=2026-03-11T09:00:00Z&to=2026-03-11T12:00:00Z",
  "?state=running",
  "?state=running&location=temporary&q=a",
];

/** Sizes the page and lets it draw that: until then a drawing may stand where there is no more room for it. */
async function widen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await painted(page);
}

/** Goes there within the page. */
const step = (page: Page, to: string) => page.evaluate((url) => history.pushState(null, "", url), to);

test("the rows of the list and of the timeline stay where they are, whatever is chosen", async ({ page }) => {
  await page.goto("/");
  const grid = page.getByRole("treegrid");
  const top = async () => (await grid.boundingBox())?.y;
  // Some of them are in a sheet on a small screen.
  const taken = page.getByRole("button", {
    name: /^(?:Back to now|Clear all filters)$/u,
    includeHidden: true,
  });
  for (const [place, path] of [
    ["Sessions", "/"],
    ["Timeline", "/timeline"],
  ] as const) {
    await test.step(path, async () => {
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
      await expect(page).toHaveURL(path);
      await expect(grid.getByRole("row").nth(1)).toBeVisible();
      for (const width of WIDTHS) {
        await widen(page, width);
        await step(page, path);
        await expect(taken).toHaveCount(0);
        const before = await top();
        expect(before).toBeGreaterThan(0);
        for (const chosen of CHOSEN) {
          await step(page, path);
          await expect(taken).toHaveCount(0);
          await step(page, path + chosen);
          await expect(taken.first()).toBeAttached();
          expect([width, chosen, await top()]).toEqual([width, chosen, before]);
        }
      }
    });
  }
});

test.describe("thousands of sessions", () => {
  test.use({ world: { sessions: 3_000 } });

  test("are counted in one line, with no figure cut", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    const summary = page.getByRole("region", { name: "Summary" });
    for (const width of WIDTHS) {
      await widen(page, width);
      expect([width, (await summary.boundingBox())?.height]).toEqual([width, width > 720 ? 64 : 60]);
      const cut = await summary.locator(".tally .figure, .spark .v").evaluateAll(
        (figures) =>
          figures.filter((one) => {
            const { firstChild, parentElement } = one;
            const range = document.createRange();
            range.selectNode(one.matches(".v") && firstChild ? firstChild : one);
            const [own, room] = [range.getBoundingClientRect(), parentElement?.getBoundingClientRect()];
            return !room || own.right > room.right + 0.5 || own.bottom > room.bottom + 0.5;
          }).length,
      );
      expect([width, cut]).toEqual([width, 0]);
    }
  });
});
