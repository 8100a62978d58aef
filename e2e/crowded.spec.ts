import type { Page } from "@playwright/test";
import { details, row } from "./support/list.ts";
import { expect, test } from "./support/test.ts";
import { runningSessions } from "./support/api.ts";

test.use({ world: { speed: 0, faults: { sessions: ["crowded"] } } });

const COUNT = 10_000;
const idOf = (index: number) => `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`;

const tableRow = (page: Page, index: number) =>
  page.getByRole("tabpanel").locator(`tr[data-training-id="${idOf(index)}"]`);

test("a session of ten thousand trainings opens at once, and its page draws those in sight and leads to any of them", async ({
  page,
  dashboard,
}) => {
  const sessions = await runningSessions(dashboard);
  const id = sessions.find(({ trainingSessions }) => trainingSessions.length === COUNT)?.id ?? "";

  await test.step("its row shows the newest, and leads to all of them", async () => {
    await page.goto(`/?ids=${id}`);
    await row(page, id).click();
    const panel = details(page, id);
    await expect(panel.getByRole("table", { name: "Training sessions" })).toHaveAttribute(
      "aria-rowcount",
      String(COUNT + 1),
    );
    await expect(panel.locator("[data-training-id]:not([data-bar])")).toHaveCount(50);
    await panel.getByRole("link", { name: /Show all 10\s000/u }).click();
    await expect(page.getByRole("tab", { name: "Timeline" })).toContainText(/10\s000/u);
  });

  await test.step("the columns of its table stand still, whatever lines go by, and lines are whole once they rest", async () => {
    await tableRow(page, 0).scrollIntoViewIfNeeded();
    const columns = () =>
      page
        .getByRole("columnheader")
        .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));
    const before = await columns();
    const passing = page.locator("tr[data-sight][aria-hidden]");
    // As a wheel that spins freely: a long way at each frame, for as long as a busy machine takes to draw some in time.
    const seen = await page.getByRole("tabpanel").evaluate(async (panel) => {
      let most = 0;
      for (let frame = 0; frame < 12 || (most === 0 && frame < 40); frame += 1) {
        panel.scrollBy({ top: 1_200, behavior: "instant" });
        await new Promise(requestAnimationFrame);
        most = Math.max(most, document.querySelectorAll("tr[data-sight][aria-hidden]").length);
      }
      return most;
    });
    expect(seen).toBeGreaterThan(0);
    expect(await columns()).toEqual(before);
    await expect(passing).toHaveCount(0);
    expect(await columns()).toEqual(before);
    await expect(page.locator("tr[data-training-id]").first()).toBeAttached();
  });

  await test.step("a link to one of its trainings shows that one, and keys lead to any other", async () => {
    await page.goto(`/sessions/${id}?training=${idOf(5_000)}`);
    const chosen = page.getByRole("button", { pressed: true, name: "00005000" });
    await expect(chosen).toBeInViewport();
    await expect(chosen).not.toBeFocused();
    const lanes = page.getByRole("tabpanel").locator("[data-row]");
    expect(await lanes.count()).toBeLessThan(200);

    await chosen.focus();
    await page.keyboard.press("End");
    await expect(page.getByRole("button", { name: "00009999" })).toBeFocused();
    await expect(page.getByRole("button", { name: "00009999" })).toBeInViewport();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("button", { name: "00009998" })).toBeFocused();
  });

  await test.step("its table and its activity draw those in sight", async () => {
    const table = page.getByRole("table");
    await expect(table).toHaveAttribute("aria-rowcount", String(COUNT + 1));
    await tableRow(page, 0).scrollIntoViewIfNeeded();
    await expect(tableRow(page, 0)).toHaveAttribute("aria-rowindex", "2");
    expect(await table.getByRole("row").count()).toBeLessThan(200);

    await page.getByRole("tab", { name: "Activity" }).click();
    await expect(page.getByRole("listitem").first()).toHaveAttribute("aria-setsize", String(COUNT + 1));
    expect(await page.getByRole("tabpanel").getByRole("listitem").count()).toBeLessThan(200);
  });
});
