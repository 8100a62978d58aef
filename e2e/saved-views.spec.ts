import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInThemes } from "./support/accessible.ts";
import { clipboardOf } from "./support/clipboard.ts";
import { rows, textFilter } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

const button = (page: Page): Locator => page.getByRole("button", { name: /^Views/u });
const panel = (page: Page): Locator => page.getByRole("dialog", { name: "Saved views" });
const link = (page: Page, name: string): Locator => panel(page).getByRole("link", { name, exact: true });
const nameField = (page: Page): Locator => panel(page).getByRole("textbox", { name: "Name for this view" });

async function openList(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(rows(page).first()).toBeVisible();
}

/** Saves the present view, with the panel open before and after. */
async function save(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await page.keyboard.press("Enter");
  await expect(nameField(page)).toHaveValue("");
}

/** A page with one saved view, `?state=running&sort=activity` under "Busy", and the panel closed. */
async function withBusy(page: Page): Promise<void> {
  await openList(page, "/?state=running&sort=activity");
  await button(page).click();
  await save(page, "Busy");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
}

/** Opens what can be done with the view. */
async function change(page: Page, name: string): Promise<void> {
  await button(page).click();
  await panel(page)
    .getByRole("button", { name: `Change view ${name}` })
    .click();
}

test("a view is saved under a name, which the button wears while it is the present one", async ({ page }) => {
  await withBusy(page);
  await expect(button(page)).toHaveText("Views: Busy");
  await expect(button(page)).toBeFocused();
  await textFilter(page).fill("x");
  await expect(button(page)).toHaveText("Views");
  await page.reload();
  await expect(button(page)).toHaveText("Views");
  await textFilter(page).fill("");
  await expect(button(page)).toHaveText("Views: Busy");
  // Somebody who only looks at the page sees it too.
  await page.reload();
  await expect(button(page)).toHaveText("Views: Busy");
});

test("a view is applied as a step of the history, and its link says all of it", async ({ page }) => {
  await withBusy(page);
  await openList(page, "/");
  await button(page).click();
  await expect(link(page, "Busy")).toHaveAttribute("href", "/?state=running&sort=activity");
  await link(page, "Busy").click();
  await expect(page).toHaveURL("/?state=running&sort=activity");
  await expect(panel(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("neither a pause nor open rows belong to a view", async ({ page }) => {
  await withBusy(page);
  const id = (await rows(page).first().getAttribute("data-session-id")) ?? "";
  await openList(page, `/?open=${id}&sort=activity&state=running&paused=1`);
  await expect(button(page)).toHaveText("Views: Busy");
  await textFilter(page).fill("x");
  await button(page).click();
  await save(page, "With text");
  await expect(link(page, "With text")).toHaveAttribute("href", "/?q=x&state=running&sort=activity");
  await link(page, "Busy").click();
  // A pause goes on, whichever view is shown.
  await expect(page).toHaveURL("/?state=running&sort=activity&paused=1");
});

test("a view is renamed, never to another's name", async ({ page }) => {
  await withBusy(page);
  await button(page).click();
  await save(page, "Other");
  await page.keyboard.press("Escape");
  await change(page, "Busy");
  const field = panel(page).getByRole("textbox", { name: "New name" });
  await field.fill("Other");
  await expect(panel(page)).toContainText("Another view has this name.");
  await expect(panel(page).getByRole("button", { name: "Rename" })).toBeDisabled();
  await field.fill("Busiest");
  await page.keyboard.press("Enter");
  await expect(link(page, "Busiest")).toBeVisible();
  await expect(link(page, "Busy")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(button(page)).toHaveText("Views: Busiest");
});

test("a view is updated to what is shown now, from its line or by saving under its name", async ({
  page,
}) => {
  await withBusy(page);
  await openList(page, "/?group=model");
  await change(page, "Busy");
  await panel(page).getByRole("button", { name: "Update to the present view" }).click();
  await expect(link(page, "Busy")).toHaveAttribute("href", "/?group=model");
  await page.keyboard.press("Escape");
  await openList(page, "/?group=launcher");
  await button(page).click();
  await nameField(page).fill("Busy");
  await panel(page).getByRole("button", { name: "Update" }).click();
  await expect(link(page, "Busy")).toHaveAttribute("href", "/?group=launcher");
  await expect(panel(page).getByRole("link")).toHaveCount(1);
});

test("a view is deleted, and that is undone", async ({ page }) => {
  await withBusy(page);
  await button(page).click();
  await save(page, "Second");
  await page.keyboard.press("Escape");
  await change(page, "Busy");
  await panel(page).getByRole("button", { name: "Delete" }).click();
  await expect(link(page, "Busy")).toHaveCount(0);
  const undo = panel(page).getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await expect(panel(page).getByRole("link")).toHaveText(["Busy", "Second"]);
  await expect(nameField(page)).toBeFocused();
});

test("a view's link is copied whole", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await withBusy(page);
  await openList(page, "/");
  await button(page).click();
  await panel(page).getByRole("button", { name: "Copy link to view Busy" }).click();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("Link copied");
  await page.keyboard.press("Escape");
  expect(await clipboardOf(page)).toBe(`${new URL(page.url()).origin}/?state=running&sort=activity`);
});

test("all tabs have the same views", async ({ page, context }) => {
  await openList(page, "/");
  const other = await context.newPage();
  await openList(other, "/?state=failed");
  await button(other).click();
  await withBusy(page);
  await expect(link(other, "Busy")).toBeVisible();
  await save(other, "Failing");
  await button(page).click();
  await expect(panel(page).getByRole("link")).toHaveText(["Busy", "Failing"]);
});

test("what was kept and is no view is passed over", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem(
      "decthings.views",
      JSON.stringify([7, { name: "", query: "" }, { name: "Kept", query: "?state=rubbish&q=x&other=1" }]),
    );
  });
  await openList(page, "/");
  await button(page).click();
  await expect(panel(page).getByRole("link")).toHaveText(["Kept"]);
  await expect(link(page, "Kept")).toHaveAttribute("href", "/?q=x");
});

test("a name is shown as text, with nothing in it hidden", async ({ page }) => {
  const hostile = "<img src=x onerror=alert(1)>\u202Eevil\u200B" + "long ".repeat(30);
  await openList(page, "/?state=idle");
  await button(page).click();
  await save(page, hostile);
  await expect(panel(page).getByRole("link")).toContainText(
    "<img src=x onerror=alert(1)>⟨U+202E⟩evil⟨U+200B⟩",
  );
  const bar = page.getByRole("search", { name: "Filters" });
  expect(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});

test("keys typed into the panel are no shortcuts, and Escape closes it", async ({ page }) => {
  await openList(page, "/");
  await button(page).click();
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type("pip");
  await expect(nameField(page)).toHaveValue("pip");
  await expect(page).toHaveURL("/");
  await page.keyboard.press("Escape");
  await expect(button(page)).toBeFocused();
});

test.describe("a check by WCAG 2.2 AA finds nothing wrong with the panel", () => {
  test.use({ world: { speed: 0, sessions: 6 } });

  for (const width of [1440, 390, 320]) {
    test(`at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openList(page, "/?sort=started");
      if (width <= 720) await page.getByRole("button", { name: "More filters" }).click();
      await button(page).click();
      await save(page, "Oldest first");
      await panel(page).getByRole("button", { name: "Change view Oldest first" }).click();
      await expect(panel(page).getByRole("textbox", { name: "New name" })).toBeVisible();
      await expectAccessibleInThemes(page, "panel");
    });
  }

  test("after a view was deleted", async ({ page }) => {
    await withBusy(page);
    await change(page, "Busy");
    await panel(page).getByRole("button", { name: "Delete" }).click();
    await expect(panel(page).getByRole("button", { name: "Undo" })).toBeFocused();
    await expectAccessible(page, "deleted");
  });
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the panel covers the sheet of the filters and is closed by its button", async ({ page }) => {
    await openList(page, "/");
    await page.getByRole("button", { name: "More filters" }).tap();
    await button(page).tap();
    await panel(page).getByRole("button", { name: "Close" }).tap();
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
  });
});
