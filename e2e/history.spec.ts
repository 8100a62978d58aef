import { storedSessions } from "./support/stored.ts";
import { type Dashboard, expect, FEW, test } from "./support/test.ts";
import { live, pollNow, row, rows, shownIds, updatedAt } from "./support/list.ts";

// High enough for the ended sessions, which stand below the others.
test.use({ viewport: { width: 1280, height: 1600 } });

type Page = Parameters<typeof rows>[0];

/** The id of a session that the page has seen to end, and stored so. */
async function seenToEnd(page: Page, dashboard: Dashboard): Promise<string> {
  await page.goto("/");
  await expect(rows(page)).toHaveCount(FEW);
  await dashboard.moveClock({ offsetMs: 600_000 });
  await pollNow(page);
  const ended = page.locator('[data-activity="ended"]');
  await expect(ended.first()).toBeVisible();
  const id = (await ended.first().getAttribute("data-session-id")) ?? "";
  await storedEnded(page, id);
  return id;
}

/** Waits until the page has stored so many sessions: a reload at any earlier moment may know less. */
async function stored(page: Page, count: number): Promise<void> {
  await expect.poll(() => storedSessions(page).then((all) => all.length)).toBe(count);
}

async function storedEnded(page: Page, id: string): Promise<void> {
  await expect
    .poll(() => storedSessions(page).then((all) => all.some((one) => one.id === id && one.ended)))
    .toBe(true);
}

test("a reload shows at once what was known, and what ended while watching", async ({ page, dashboard }) => {
  await test.step("what was known is shown before any answer", async () => {
    await page.goto("/");
    await expect(rows(page)).toHaveCount(FEW);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    const before = await shownIds(page);
    await stored(page, FEW);
    dashboard.setFaults({ hang: true });
    await page.reload();
    await expect(rows(page)).toHaveCount(FEW);
    await expect(live(page)).toHaveAttribute("data-phase", "connecting");
    await expect(live(page)).not.toHaveAttribute("data-updated-at");
    expect(await shownIds(page)).toEqual(before);
  });

  await test.step("what ended is still told of", async () => {
    dashboard.setFaults({});
    const id = await seenToEnd(page, dashboard);
    await page.reload();
    await expect(row(page, id)).toHaveAttribute("data-activity", "ended");
  });
});

test("a session that was seen to end hours ago is shown from what is kept, until that is forgotten", async ({
  page,
  dashboard,
}) => {
  const id = await seenToEnd(page, dashboard);
  const noLongerReported = page.getByText("no longer reported", { exact: false }).first();
  // Three hours later it is in the store alone: a reload takes in what ended within two.
  await dashboard.moveClock({ offsetMs: 3 * 3_600_000 });

  await test.step("it is shown once it has left the memory", async () => {
    await expect(async () => {
      const before = await updatedAt(page);
      await pollNow(page);
      await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
      await expect(row(page, id)).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await expect(page.locator("[data-session-id]").first()).toBeVisible();
    await expect(live(page)).toContainText(/updated [0-4]\s*s ago/u);
    await page.evaluate((path) => history.pushState(null, "", path), `/sessions/${id}`);
    await expect(noLongerReported).toBeVisible();
  });

  await test.step("it is still there by its link", async () => {
    await page.goto(`/sessions/${id}`);
    await expect(page.getByRole("tab", { name: "Timeline" })).toBeVisible();
    await expect(noLongerReported).toBeVisible();
  });

  await test.step("once what is kept is forgotten, it is gone", async () => {
    await page.getByRole("button", { name: /^Connection/u }).click();
    await page.getByRole("button", { name: "Forget this connection" }).click();
    await page.getByRole("button", { name: "Delete history" }).click();
    await expect(page.getByText("This session is not running")).toBeVisible();
    await expect(page.getByRole("tab", { name: "Timeline" })).toHaveCount(0);
  });
});
