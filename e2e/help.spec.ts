import type { Locator, Page } from "@playwright/test";
import { expectAccessibleInThemes, PANEL_SIZES } from "./support/accessible.ts";
import { idFilter, row, rows, textFilter } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

const sheet = (page: Page): Locator => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("the keys do what the sheet says, which ? and the status bar show", async ({ page }) => {
  await page.goto(`/sessions/${TRAINED}`);
  const heading = page.getByRole("heading", { level: 1 });

  await test.step("keys go to the list, into its fields, along its range, and pause", async () => {
    await expect(heading).toHaveText(TRAINED);
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await expect(page).toHaveURL("/");
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press("/");
    await expect(textFilter(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("i");
    await expect(idFilter(page)).toBeFocused();
    await idFilter(page).blur();
    await page.keyboard.press("[");
    await expect(page).toHaveURL("/?range=1h");
    await page.keyboard.press("]");
    await page.keyboard.press("]");
    await expect(page).toHaveURL("/?range=12h");
    await page.keyboard.press("0");
    await expect(page).toHaveURL("/");
    await page.keyboard.press("p");
    await expect(page).toHaveURL("/?paused=1");
  });

  await test.step("G then S keeps updates paused, and elsewhere in the list S is no shortcut", async () => {
    await row(page, TRAINED).focus();
    await page.keyboard.press("o");
    await expect(page).toHaveURL(`/sessions/${TRAINED}?paused=1`);
    await expect(heading).toHaveText(TRAINED);
    await page.keyboard.press("s");
    await page.keyboard.press("G");
    await page.keyboard.press("S");
    await expect(page).toHaveURL("/?paused=1");
    await page.keyboard.press("p");
    await expect(page).toHaveURL("/");
  });

  await test.step("? shows what keys do, and Escape gives focus back", async () => {
    await row(page, TRAINED).focus();
    await page.keyboard.press("?");
    await expect(sheet(page)).toBeVisible();
    const anywhere = sheet(page).getByRole("region", { name: "Anywhere" });
    await expect(anywhere.getByRole("term")).toHaveText([
      /^Ctrl\sK$/u,
      "/",
      "I",
      "P",
      "[",
      "]",
      "0",
      /^G then S$/u,
      /^G then T$/u,
      /^G then L$/u,
      "?",
    ]);
    const list = sheet(page).getByRole("region", { name: "On a row of the list" });
    await expect(list.getByRole("term").first()).toHaveText("J or Down");
    // Keys pressed in it are its own.
    await page.keyboard.press("p");
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
    await expect(row(page, TRAINED)).toBeFocused();
    await expect(page).toHaveURL("/");
  });

  await test.step("the status bar leads to it, and it is closed by its button or a press outside", async () => {
    const opener = page.getByRole("contentinfo").getByRole("button", { name: "? shortcuts" });
    await opener.click();
    await sheet(page).getByRole("button", { name: "Close" }).click();
    await expect(sheet(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.click();
    await page.mouse.click(5, 5);
    await expect(sheet(page)).toBeHidden();
  });

  await test.step("a check by WCAG 2.2 AA finds nothing wrong with it", async () => {
    for (const size of PANEL_SIZES) {
      await page.setViewportSize(size);
      await page.keyboard.press("?");
      await expect(sheet(page)).toBeVisible();
      await expectAccessibleInThemes(page, `${size.width} px`);
      await page.keyboard.press("Escape");
      await expect(sheet(page)).toHaveCount(0);
    }
  });
});
