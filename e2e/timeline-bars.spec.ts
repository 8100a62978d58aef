/** What the timeline of all sessions tells of a single bar, which it paints without an element of its own. */
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { sessionNamed, runningSessions } from "./support/api.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

const timeline = (page: Page): Locator => page.getByRole("treegrid", { name: "Timeline" });
const laneRow = (page: Page, id: string): Locator =>
  timeline(page).getByRole("row", { name: new RegExp(`Session ${id}`, "u") });
const bar = (page: Page): Locator => timeline(page).getByRole("link", { name: /^Training / });
const tip = (page: Page): Locator => page.getByRole("tooltip");

/** Moves the pointer to an instant in a session's lane. */
async function pointAt(page: Page, id: string, at: number): Promise<void> {
  const axis = timeline(page).locator("[data-axis-from]");
  const [from, to] = await axis.evaluate(({ dataset }) => [
    Number(dataset["axisFrom"]),
    Number(dataset["axisTo"]),
  ]);
  const [box, row] = [await axis.boundingBox(), await laneRow(page, id).boundingBox()];
  if (!box || !row || from === undefined || to === undefined) throw new Error("there is no lane");
  await page.mouse.move(box.x + ((at - from) / (to - from)) * box.width + 1, row.y + row.height / 2);
}

test.describe("of a few trainings", () => {
  test.use({ world: { sessions: 25, speed: 0 }, viewport: { width: 1440, height: 1300 } });

  test("a bar is told by the pointer and by keys as the list tells of it, and leads to its training", async ({
    page,
    dashboard,
  }) => {
    const { trainingSessions } = await sessionNamed(dashboard, TRAINED);
    await page.goto("/timeline");
    await expect(laneRow(page, TRAINED)).toBeVisible();

    await test.step("a pointer on a bar is told what the list tells of it, and a click leads to it", async () => {
      const open = trainingSessions.find(({ state }) => state === "running");
      if (!open) throw new Error("nothing runs");
      await pointAt(page, TRAINED, open.createdAt);
      await expect(bar(page)).toHaveAccessibleName(`Training ${open.id}, Running`);
      await expect(tip(page)).toContainText(/Created/u);
      await expect(tip(page)).toContainText(/Last seen open/u);
      await expect(tip(page)).toContainText(/Duration/u);
      await expectAccessible(page, "a bar under the pointer");
      await bar(page).click();
      await expect(page).toHaveURL(`/sessions/${TRAINED}?training=${open.id}`);
      await expect(tip(page)).toHaveCount(0);
    });

    await test.step("keys go along a lane from bar to bar, and back to its row", async () => {
      const ids = trainingSessions.toSorted((a, b) => a.createdAt - b.createdAt).map(({ id }) => id);
      await page.goBack();
      // The pointer would point at another bar.
      await page.mouse.move(0, 0);
      await page.keyboard.press("]");
      await expect(page).toHaveURL("/timeline?range=12h");
      await laneRow(page, TRAINED).focus();
      await page.keyboard.press("ArrowRight");
      await expect(bar(page)).toBeFocused();
      await expect(bar(page)).toHaveAttribute("data-training-id", ids[0] ?? "");
      await expect(bar(page)).toHaveAccessibleDescription(/First seen/u);
      await page.keyboard.press("End");
      await expect(bar(page)).toHaveAttribute("data-training-id", ids.at(-1) ?? "");
      await expect(bar(page)).toHaveAccessibleDescription(/Last seen open/u);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`/sessions/${TRAINED}?training=${ids.at(-1)}`);
      await page.goBack();
      await laneRow(page, TRAINED).focus();
      await page.keyboard.press("ArrowRight");
      await expect(bar(page)).toBeFocused();
      // First what was told goes, then the bar is left.
      await expect(tip(page)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(tip(page)).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(laneRow(page, TRAINED)).toBeFocused();
      await expect(bar(page)).toHaveCount(0);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowDown");
      await expect(bar(page)).toHaveCount(0);
      await expect(timeline(page).getByRole("row").and(page.locator(":focus"))).toHaveCount(1);
      await expect(laneRow(page, TRAINED)).not.toBeFocused();
    });
  });
});

test.describe("of many trainings", () => {
  test.use({
    world: { speed: 0, faults: { sessions: ["crowded"] } },
    viewport: { width: 1440, height: 1300 },
  });

  test("a bar that stands for several tells how many are in which state, and leads to their session", async ({
    page,
    dashboard,
  }) => {
    const sessions = await runningSessions(dashboard);
    const crowded = sessions.find(({ trainingSessions }) => trainingSessions.length === 10_000)?.id ?? "";
    await page.goto("/timeline?range=all");
    await laneRow(page, crowded).focus();
    await page.keyboard.press("ArrowRight");
    const many = timeline(page).getByRole("link", { name: /^[\d\s]+ trainings: / });
    await expect(many).toBeFocused();
    await expect(tip(page)).toContainText(/Completed/u);
    await expect(tip(page)).toContainText(/First created/u);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/sessions/${crowded}`);
  });
});
