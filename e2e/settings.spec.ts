import type { Locator, Page } from "@playwright/test";
import { expectAccessibleInThemes, PANEL_SIZES } from "./support/accessible.ts";
import { grid, live, rows } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ timezoneId: "Europe/Berlin" });

const button = (page: Page): Locator => page.getByRole("button", { name: "Settings" });
const panel = (page: Page): Locator => page.getByRole("dialog", { name: "Settings" });
const radio = (page: Page, group: string, name: string): Locator =>
  panel(page).getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true });
const zoneName = (page: Page): Locator =>
  panel(page).getByRole("combobox", { name: "Name of the time zone" });

/** Chooses as a pointer does: what is seen is the label. */
const choose = (page: Page, group: string, name: string): Promise<void> =>
  radio(page, group, name).check({ force: true });

async function open(page: Page): Promise<void> {
  await button(page).click();
  await expect(radio(page, "Clock", "24 h")).toBeVisible();
}

const theme = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset["theme"]);
const status = (page: Page): Locator => page.getByRole("contentinfo");
/** The clock on the axis. */
const flag = (page: Page): Locator => grid(page).locator(".axis .now").first();
const labels = (page: Page): Promise<string[]> => grid(page).locator(".axis .tick").allInnerTexts();

test("the theme, the zone and the clock are the same in all tabs, and after a reload", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  const other = await context.newPage();
  await other.goto(`/sessions/${TRAINED}`);

  await test.step("the zone and the clock are those of every time, here and in other tabs", async () => {
    // The test begins at 14:34:08 UTC.
    await expect(flag(page)).toHaveText(/^15:3\d:\d\d$/u);
    await expect(status(page)).toContainText("Times in UTC+1");
    await expect(other.getByText(/^started/u).first()).toContainText(/11:4\d/u);

    await open(page);
    await choose(page, "Clock", "12 h");
    await choose(page, "Times in", "Named");
    await zoneName(page).fill("america/new_york");
    await expect(flag(page)).toHaveText(/^10:3\d:\d\d\sAM$/u);
    await expect(status(page)).toContainText("Times in America/New_York, UTC−4");
    await expect(status(page)).toContainText(/Watching since 10:3\d:\d\d\sAM/u);
    expect(await labels(page)).toContainEqual(expect.stringMatching(/^8:00\sAM$/u));
    await expect(other.getByRole("contentinfo")).toContainText("Times in America/New_York, UTC−4");
    await expect(other.getByText(/^started/u).first()).toContainText(/6:4\d:\d\d\sAM/u);
  });

  await test.step("the theme is the same in all tabs, whichever of them chooses it", async () => {
    await choose(page, "Theme", "Dark");
    await expect.poll(() => theme(page)).toBe("dark");
    await expect.poll(() => theme(other)).toBe("dark");
    await other.getByRole("button", { name: "Theme: dark" }).click();
    await expect.poll(() => theme(page)).toBeUndefined();
    await expect(radio(page, "Theme", "System")).toBeChecked();
  });

  await test.step("the zone and the clock are the same after a reload", async () => {
    await other.close();
    await page.reload();
    await expect(flag(page)).toHaveText(/^10:3\d:\d\d\sAM$/u);
    await open(page);
    await expect(zoneName(page)).toHaveValue("America/New_York");
    await choose(page, "Times in", "UTC");
    await choose(page, "Clock", "24 h");
    await expect(flag(page)).toHaveText(/^14:3\d:\d\d$/u);
    await expect(status(page)).toContainText("Times in UTC");
  });
});

test("are opened by keyboard, refuse a zone that nobody knows, and are those of the connection's menu", async ({
  page,
}) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();

  await test.step("the panel is opened by keyboard, walked by Tab, and gives focus back", async () => {
    await button(page).focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeFocused();
    await expect(panel(page).getByRole("radio").first()).toBeVisible();
    for (const name of ["System", "Comfortable", "Local", "24 h", "5 s"]) {
      await page.keyboard.press("Tab");
      await expect(panel(page).getByRole("radio", { name, exact: true })).toBeFocused();
    }
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(button(page)).toBeFocused();
  });

  await test.step("a zone that nobody knows is said to be, and changes nothing", async () => {
    await open(page);
    await choose(page, "Times in", "Named");
    await zoneName(page).fill("<b>Mars</b>/Olympus");
    await expect(panel(page).getByRole("status").first()).toHaveText(
      "This browser knows no zone of that name; times stay as they are.",
    );
    await expect(zoneName(page)).toHaveAttribute("aria-invalid", "true");
    await expect(status(page)).toContainText("Times in UTC+1");
    await zoneName(page).fill("Asia/Kolkata");
    await expect(zoneName(page)).not.toHaveAttribute("aria-invalid");
    await expect(status(page)).toContainText("Times in Asia/Kolkata, UTC+5:30");
  });

  await test.step("what is chosen about watching is the same as in the menu of the connection", async () => {
    await choose(page, "Ask every", "30 s");
    await choose(page, "Keep history", "30 days");
    await expect(live(page)).toContainText(/every 30\s*s/u);
    await page.getByRole("button", { name: /^Connection/u }).click();
    const menu = page.getByRole("dialog", { name: "Connection" });
    await expect(menu.getByRole("radio", { name: "30 s" })).toBeChecked();
    await expect(menu.getByRole("radio", { name: "30 days" })).toBeChecked();
    await expect(panel(page)).toBeHidden();
  });

  await test.step("a check by WCAG 2.2 AA finds nothing wrong with the panel", async () => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    for (const size of PANEL_SIZES) {
      await page.setViewportSize(size);
      await open(page);
      await choose(page, "Clock", "12 h");
      await choose(page, "Times in", "Named");
      await zoneName(page).fill("Mars/Olympus");
      await expectAccessibleInThemes(page, `${size.width} px`);
      const isSheet = size.width <= 720;
      if (isSheet) expect(await panel(page).boundingBox()).toMatchObject({ x: 0, width: size.width });
      if (isSheet) await panel(page).getByRole("button", { name: "Close" }).click();
      else await page.keyboard.press("Escape");
      await expect(panel(page)).toBeHidden();
      const bar = await button(page).boundingBox();
      expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(size.width);
    }
  });
});
