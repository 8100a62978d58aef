/** Selecting rows, by the names a person or a screen reader knows it by. */
import { expect, type Locator, type Page } from "@playwright/test";
import { grid, rows } from "./list.ts";

export const bar = (page: Page): Locator => page.getByRole("status", { name: "Selection" });

/** The drawn rows that are selected. */
export const selected = (page: Page): Locator => rows(page).and(page.locator('[aria-selected="true"]'));

/** Opens the list and waits until rows can be selected: that is fetched when somebody uses the page. */
export async function openSelectable(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await expect(rows(page).first()).toBeVisible();
  await rows(page).first().focus();
  await expect(grid(page)).toHaveAttribute("aria-multiselectable", "true");
}
