import type { Page } from "@playwright/test";
import { grid, pollNow, rows } from "./support/list.ts";
import { type Dashboard, expect, FEW, test } from "./support/test.ts";

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

/** How many trainings of each state the drawn rows tell of, by session. */
const counts = (page: Page): Promise<Map<string, string>> =>
  rows(page)
    .evaluateAll((found) =>
      found.map((one): [string, string] => [
        one.getAttribute("data-session-id") ?? "",
        one.querySelector(".counts")?.textContent ?? "",
      ]),
    )
    .then((told) => new Map(told));

/** Moves the clock on, and waits until drawn rows tell of trainings that ended meanwhile. */
async function letTrainingsEnd(page: Page, dashboard: Dashboard, offsetMs: number): Promise<void> {
  const before = await counts(page);
  await dashboard.moveClock({ offsetMs });
  await pollNow(page);
  await expect
    .poll(async () => [...(await counts(page))].some(([id, told]) => (before.get(id) ?? told) !== told))
    .toBe(true);
}

test("what an answer changed hints once, nothing else does, and nothing for who asked for less motion", async ({
  page,
  dashboard,
}) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/");
  await expect(rows(page)).toHaveCount(FEW);
  const hints = await watchHints(page);

  await test.step("rows that come into view or stand elsewhere hint at nothing", async () => {
    await page.getByRole("group", { name: "Group" }).getByRole("button", { name: "Model" }).click();
    await expect(page).toHaveURL("/?group=model");
    await grid(page).evaluate((list) => list.scrollTo({ top: 300 }));
    await grid(page).evaluate((list) => list.scrollTo({ top: 0 }));
    await page.goBack();
    await expect(rows(page)).toHaveCount(FEW);
    expect(await hints()).toEqual([]);
  });

  await test.step("what an answer changed hints once", async () => {
    // In ten minutes some trainings end.
    await letTrainingsEnd(page, dashboard, 600_000);
    await expect
      .poll(hints)
      .toContainEqual(expect.stringMatching(/^n (running|completed|failed|starting)$/u));
    await expect(grid(page).locator("[data-hint]")).toHaveCount(0);
  });

  await test.step("nothing hints for who asked for less motion", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const hintsNow = await watchHints(page);
    await letTrainingsEnd(page, dashboard, 1_200_000);
    expect(await hintsNow()).toEqual([]);
  });
});
