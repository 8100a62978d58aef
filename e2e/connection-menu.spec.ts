import type { Locator, Page } from "@playwright/test";
import { expectAccessibleInThemes, PANEL_SIZES } from "./support/accessible.ts";
import { live, rows } from "./support/list.ts";
import { storedSessions } from "./support/stored.ts";
import { expect, FEW, test } from "./support/test.ts";

const LIST = "Debug/getDebugSessions";

const button = (page: Page): Locator => page.getByRole("button", { name: /^Connection/ });
const panel = (page: Page): Locator => page.getByRole("dialog", { name: "Connection" });
const radio = (page: Page, group: string, name: string): Locator =>
  panel(page).getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true });

/** Chooses as a pointer does: what is seen is the label. */
const choose = (page: Page, group: string, name: string): Promise<void> =>
  radio(page, group, name).check({ force: true });

async function open(page: Page): Promise<void> {
  await button(page).click();
  await expect(panel(page).getByRole("button", { name: "Poll now" })).toBeVisible();
}

/** How long each poll came after the end of the one before it, ms. */
const waits = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const spans = performance.getEntriesByName("poll.fetch", "measure");
    return spans.slice(1).map(({ startTime }, index) => {
      const before = spans[index];
      return before ? startTime - before.startTime - before.duration : NaN;
    });
  });

const storedCount = async (page: Page): Promise<number> => (await storedSessions(page)).length;

test("the menu is had by pointer, by keyboard and by a screen reader, and a poll in it at once", async ({
  page,
  dashboard,
}) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  await test.step("it closes by a press outside, and keeps the page's shortcuts from what is typed in it", async () => {
    await open(page);
    await radio(page, "Ask every", "5 s").focus();
    await page.keyboard.press("p");
    await panel(page).getByRole("button", { name: "Poll now" }).focus();
    await page.keyboard.press("p");
    await expect(page).toHaveURL("/");
    await page.getByRole("columnheader", { name: "Session" }).click();
    await expect(panel(page)).toBeHidden();
  });

  await test.step("it opens by keyboard, is walked by Tab and arrows, and gives focus back", async () => {
    for (const key of ["Enter", "Space", "ArrowDown"]) {
      await button(page).focus();
      await page.keyboard.press(key);
      await expect(panel(page), key).toBeFocused();
      await expect(button(page)).toHaveAttribute("aria-expanded", "true");
      await page.keyboard.press("Escape");
      await expect(panel(page), key).toBeHidden();
      await expect(button(page)).toBeFocused();
      await expect(button(page)).toHaveAttribute("aria-expanded", "false");
    }

    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeFocused();
    await expect(panel(page).getByRole("button", { name: "Poll now" })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(radio(page, "Ask every", "5 s")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(radio(page, "Ask every", "10 s")).toBeFocused();
    await expect(radio(page, "Ask every", "10 s")).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(radio(page, "In a hidden tab", "Once a minute")).toBeFocused();
    for (const step of ["7 days", "200 MB"]) {
      await page.keyboard.press("Tab");
      await expect(panel(page).getByRole("radio", { name: step })).toBeFocused();
    }
    await page.keyboard.press("Tab");
    await expect(panel(page).getByRole("checkbox", { name: "Notify when any training ends" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(panel(page).getByRole("button", { name: "Poll now" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(panel(page).getByRole("button", { name: "Forget this connection" })).toBeFocused();
    // Whoever moves on leaves it.
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: /^Theme/ })).toBeFocused();
    await expect(panel(page)).toBeHidden();
  });

  await test.step("a poll can be had at once, and what it changes disturbs nobody in the menu", async () => {
    await open(page);
    await choose(page, "Ask every", "60 s");
    const calls = () => dashboard.stats().calls[LIST] ?? 0;
    const before = calls();
    const poll = panel(page).getByRole("button", { name: "Poll now" });
    await poll.focus();
    await page.keyboard.press("Enter");
    await expect.poll(calls).toBeGreaterThan(before);
    await expect(poll).toBeFocused();
    await expect(panel(page)).toContainText(/\d+ so far|\d+ in \d+\s*s/u);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
  });

  await test.step("a check by WCAG 2.2 AA finds nothing wrong with it", async () => {
    for (const size of PANEL_SIZES) {
      await page.setViewportSize(size);
      await open(page);
      await panel(page).getByRole("button", { name: "Forget this connection" }).click();
      await expect(panel(page).getByRole("button", { name: "Delete history" })).toBeInViewport();
      await expectAccessibleInThemes(page, `${size.width} px`);
      await page.keyboard.press("Escape");
      await expect(panel(page)).toBeHidden();
    }
  });
});

test("what is chosen or forgotten in the menu holds at once, after a reload and in other tabs", async ({
  page,
  context,
  dashboard,
}) => {
  await test.step("the chosen interval is the pace of the polls, at once, after a reload and in other tabs", async () => {
    await page.goto("/");
    await expect(live(page)).toContainText(/every 5\s*s/u);
    const other = await context.newPage();
    await other.goto("/");
    await expect(live(other)).toContainText(/every 5\s*s/u);

    await open(page);
    await choose(page, "Ask every", "10 s");
    await expect(live(page)).toContainText(/every 10\s*s/u);
    await expect(live(other)).toContainText(/every 10\s*s/u);
    await other.close();

    await page.reload();
    await expect(live(page)).toContainText(/every 10\s*s/u);
    await expect.poll(() => waits(page), { timeout: 16_000 }).toHaveLength(1);
    const [waited = 0] = await waits(page);
    expect(waited).toBeGreaterThan(8_900);
    expect(waited).toBeLessThan(12_500);
  });

  await test.step("forgetting asks again, deletes what was kept, and says so", async () => {
    await expect(rows(page)).toHaveCount(FEW);
    await expect.poll(() => storedCount(page)).toBe(FEW);
    // Nothing new may be kept in the meantime.
    dashboard.setFaults({ hang: true });
    await open(page);
    await panel(page).getByRole("button", { name: "Forget this connection" }).click();
    const question = panel(page).getByRole("group", { name: "Forget this connection?" });
    await expect(question).toBeFocused();
    await question.getByRole("button", { name: "Keep it" }).click();
    await expect(question).toBeHidden();
    expect(await storedCount(page)).toBe(FEW);

    await panel(page).getByRole("button", { name: "Forget this connection" }).click();
    await question.getByRole("button", { name: "Delete history" }).click();
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Connection forgotten");
    await expect(panel(page)).toBeHidden();
    await expect(button(page)).toBeFocused();
    expect(await storedCount(page)).toBe(0);

    await page.reload();
    await expect(live(page)).toHaveAttribute("data-phase", "connecting");
    await expect(live(page)).not.toContainText("what was known");
    await expect(rows(page)).toHaveCount(0);
  });
});
