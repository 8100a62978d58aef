import { holdFile } from "./support/held-file.ts";
import {
  allSignsAreThere,
  grid,
  live,
  NEXT_POLL,
  row,
  rows,
  shownIds,
  textFilter,
  updatedAt,
} from "./support/list.ts";
import { clipboardOf } from "./support/clipboard.ts";
import { expect, FEW, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

test("keys lead through the list, and the focus is lost to nothing that is done", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  const ids = await rowsInOrder(page);
  const [first = "", second = "", third = ""] = ids;

  await test.step("one Tab stop leads into the list, and arrows, Home and End move within it", async () => {
    await expect(grid(page).locator('[role="row"][tabindex="0"]')).toHaveCount(1);
    await row(page, first).focus();
    await page.keyboard.press("ArrowDown");
    await expect(row(page, second)).toBeFocused();
    await page.keyboard.press("j");
    await expect(row(page, third)).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("ArrowUp");
    await expect(row(page, first)).toBeFocused();
    await page.keyboard.press("End");
    await expect(page.locator(":focus")).toHaveAttribute("aria-rowindex", String(FEW + 1));
    await page.keyboard.press("Home");
    await expect(row(page, first)).toBeFocused();
  });

  await test.step("Enter opens and closes a row, Right opens, Left and Escape close", async () => {
    const shown = row(page, first);
    await shown.focus();
    for (const [key, expanded] of [
      ["Enter", "true"],
      ["Enter", "false"],
      ["ArrowRight", "true"],
      ["ArrowRight", "true"],
      ["ArrowLeft", "false"],
      ["ArrowRight", "true"],
      ["Escape", "false"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(shown, key).toHaveAttribute("aria-expanded", expanded);
      await expect(shown).toBeFocused();
    }
    await page.keyboard.press("Escape");
    await expect(shown).not.toBeFocused();
  });

  await test.step("Escape inside an open row leads back to the row, and a second one closes it", async () => {
    await row(page, first).click();
    await page.getByRole("button", { name: "Copy link to session" }).focus();
    await page.keyboard.press("Escape");
    await expect(row(page, first)).toBeFocused();
    await expect(row(page, first)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(row(page, first)).toHaveAttribute("aria-expanded", "false");
  });

  await test.step("an answer takes the focus from no row", async () => {
    const fifth = row(page, ids[4] ?? "");
    await fifth.focus();
    const before = await updatedAt(page);
    await expect.poll(() => updatedAt(page), NEXT_POLL).toBeGreaterThan(before);
    await expect(fifth).toBeFocused();
  });

  await test.step("c copies the id, l the link", async () => {
    await row(page, first).focus();
    await page.keyboard.press("c");
    await expect(page.getByRole("status", { name: "Messages" })).toHaveText("Id copied");
    expect(await clipboardOf(page)).toBe(first);
    await row(page, first).focus();
    await page.keyboard.press("l");
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Link copied");
    expect(await clipboardOf(page)).toBe(`${new URL(page.url()).origin}/sessions/${first}`);
  });

  await test.step("o opens the session's page, and the way back leads to its row", async () => {
    await row(page, second).focus();
    await allSignsAreThere(page);
    await page.keyboard.press("o");
    await expect(page).toHaveURL(`/sessions/${second}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
    await expect(page.locator("main")).toBeFocused();
    await page.goBack();
    await expect(row(page, second)).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("o");
    await expect(page).toHaveURL(`/sessions/${first}`);
    await expect(page.locator("main")).toBeFocused();
  });

  await test.step("a button that goes leaves the focus to the page", async () => {
    await page.goBack();
    await textFilter(page).fill("nothing is called like this");
    await page.getByRole("button", { name: "Clear filters" }).press("Enter");
    await expect(page).toHaveURL("/");
    await expect(page.locator("main")).toBeFocused();
  });
});

test("keys and clicks that come before what hears them has been fetched are not lost", async ({ page }) => {
  await test.step("they open rows", async () => {
    const letGo = await holdFile(page, "beside-rows");
    await page.goto("/");
    const [first = "", second = "", third = "", fourth = ""] = await rowsInOrder(page);
    await row(page, first).focus();
    for (const key of ["Enter", "ArrowDown", "j", "ArrowRight"]) await page.keyboard.press(key);
    await row(page, fourth).click();
    await expect(grid(page).locator("[aria-expanded=true]")).toHaveCount(0);
    letGo();
    for (const id of [first, third, fourth]) {
      await expect(row(page, id)).toHaveAttribute("aria-expanded", "true");
    }
    await expect(row(page, second)).toHaveAttribute("aria-expanded", "false");
  });

  await test.step("what is typed after a key that leads into a field, before either is heard, is in the field", async () => {
    const letGo = await holdFile(page, "signs");
    await page.goto("/");
    const [first = ""] = await rowsInOrder(page);
    await page.keyboard.type(`/${first.slice(0, 8)}`);
    await page.keyboard.press("Backspace");
    letGo();
    await expect(textFilter(page)).toHaveValue(first.slice(0, 7));
    await expect(page).toHaveURL(`/?q=${first.slice(0, 7)}`);
    await expect(rows(page)).toHaveCount(1);
  });
});

async function rowsInOrder(page: Parameters<typeof shownIds>[0]): Promise<string[]> {
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  await expect(rows(page).first()).toBeVisible();
  return shownIds(page);
}
