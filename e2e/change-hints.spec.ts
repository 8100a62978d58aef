import type { Page } from "@playwright/test";
import { grid, NEXT_POLL, row, rows } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, FEW, test } from "./support/test.ts";

test.use({ viewport: { width: 1440, height: 1300 }, world: { speed: 0 } });

/** Where a hint is shown or was shown last, as the first class of what it is in; it is watched for from now on. */
async function watchHints(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const found = new Set<string>();
    Object.assign(window, { hints: found });
    const look = () => {
      for (const animation of document.getAnimations()) {
        const { target } = animation.effect instanceof KeyframeEffect ? animation.effect : {};
        const isHint = animation instanceof CSSAnimation && animation.animationName === "change-hint";
        if (isHint) found.add(target?.className ?? "");
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => [...(Reflect.get(window, "hints") as Set<string>)].toSorted());
}

test("what an answer changed hints once, and nothing else does", async ({ page, dashboard }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/");
  await expect(rows(page)).toHaveCount(FEW);
  const hints = await watchHints(page);
  await page.getByRole("group", { name: "Group" }).getByRole("button", { name: "Model" }).click();
  await expect(page).toHaveURL("/?group=model");
  await grid(page).evaluate((list) => list.scrollTo({ top: 300 }));
  await grid(page).evaluate((list) => list.scrollTo({ top: 0 }));
  await page.goBack();
  await expect(rows(page)).toHaveCount(FEW);
  expect(await hints()).toEqual([]);

  // In ten minutes some trainings end.
  const before = await row(page, TRAINED).textContent();
  await dashboard.moveClock({ offsetMs: 600_000 });
  await expect(row(page, TRAINED)).not.toHaveText(before ?? "", NEXT_POLL);
  await expect.poll(hints).toContainEqual(expect.stringMatching(/^n (running|completed|failed|starting)$/u));
  await expect(grid(page).locator("[data-hint]")).toHaveCount(0);
});

test("nothing hints for who asked for less motion", async ({ page, dashboard }) => {
  await page.goto("/");
  await expect(rows(page)).toHaveCount(FEW);
  const hints = await watchHints(page);
  const before = await row(page, TRAINED).textContent();
  await dashboard.moveClock({ offsetMs: 600_000 });
  await expect(row(page, TRAINED)).not.toHaveText(before ?? "", NEXT_POLL);
  expect(await hints()).toEqual([]);
});
