import { expect, type Locator } from "@playwright/test";
import { NEXT_POLL } from "./list.ts";
import type { Dashboard } from "./test.ts";

/** Where an element is on the screen that was painted last, px from its top: what is put right before a painting moved nothing. */
export const paintedTop = (element: Locator): Promise<number> =>
  element.evaluate(
    (one) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(Math.round(one.getBoundingClientRect().top))),
        );
      }),
  );

/** Fails where an element moves as a problem comes, with its banner, or as it goes. */
export async function expectStillUnderProblem(
  element: Locator,
  dashboard: Pick<Dashboard, "setFaults">,
): Promise<void> {
  const page = element.page();
  const before = await paintedTop(element);
  dashboard.setFaults({ status: 503 });
  await expect(page.getByRole("alert")).toBeVisible(NEXT_POLL);
  expect(await paintedTop(element)).toBe(before);
  dashboard.setFaults({});
  // By a key: the pointer stays where it is.
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0, NEXT_POLL);
  expect(await paintedTop(element)).toBe(before);
}
