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

/** The view that is saved under "Busy". */
const BUSY = "/?state=running&sort=activity";

/** Saves the view, with the panel closed before and after. */
async function saveBusy(page: Page): Promise<void> {
  await button(page).click();
  await save(page, "Busy");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
}

async function groupBy(page: Page, name: string): Promise<void> {
  await page.getByRole("group", { name: "Group" }).getByRole("button", { name }).click();
}

async function clearFilters(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Clear all filters" }).click();
}

/** Opens what can be done with the view. */
async function change(page: Page, name: string): Promise<void> {
  await button(page).click();
  await panel(page)
    .getByRole("button", { name: `Change view ${name}` })
    .click();
}

test("a view is saved under a name, and shown again as a step of the history", async ({ page }) => {
  await openList(page, BUSY);

  await test.step("keys typed into the panel are no shortcuts, and Escape closes it", async () => {
    await button(page).click();
    await expect(nameField(page)).toBeFocused();
    await page.keyboard.type("pip");
    await expect(nameField(page)).toHaveValue("pip");
    await expect(page).toHaveURL(BUSY);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
  });

  await test.step("the button wears the name while it is the present view", async () => {
    await saveBusy(page);
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

  await test.step("it is applied as a step of the history, and its link says all of it", async () => {
    await clearFilters(page);
    await expect(page).toHaveURL("/?sort=activity");
    await button(page).click();
    await expect(link(page, "Busy")).toHaveAttribute("href", BUSY);
    await link(page, "Busy").click();
    await expect(page).toHaveURL(BUSY);
    await expect(panel(page)).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL("/?sort=activity");
  });

  await test.step("neither a pause nor open rows belong to it", async () => {
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
});

test("saved views are renamed, updated, deleted and copied, and are the same in all tabs", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openList(page, BUSY);
  await saveBusy(page);
  await button(page).click();
  await save(page, "Other");
  await page.keyboard.press("Escape");

  await test.step("a view is renamed, never to another's name", async () => {
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

  await test.step("a view is deleted, and that is undone", async () => {
    await change(page, "Busiest");
    await panel(page).getByRole("button", { name: "Delete" }).click();
    await expect(link(page, "Busiest")).toHaveCount(0);
    const undo = panel(page).getByRole("button", { name: "Undo" });
    await expect(undo).toBeFocused();
    await expectAccessible(page, "deleted");
    await undo.press("Enter");
    await expect(panel(page).getByRole("link")).toHaveText(["Busiest", "Other"]);
    await expect(nameField(page)).toBeFocused();
    await page.keyboard.press("Escape");
  });

  await test.step("a view's link is copied whole, whatever is shown", async () => {
    await clearFilters(page);
    await button(page).click();
    await panel(page).getByRole("button", { name: "Copy link to view Busiest" }).click();
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Link copied");
    await page.keyboard.press("Escape");
    expect(await clipboardOf(page)).toBe(`${new URL(page.url()).origin}${BUSY}`);
  });

  await test.step("a view is updated to what is shown now, from its line or by saving under its name", async () => {
    await expect(page).toHaveURL("/?sort=activity");
    await groupBy(page, "Model");
    await change(page, "Busiest");
    await panel(page).getByRole("button", { name: "Update to the present view" }).click();
    await expect(link(page, "Busiest")).toHaveAttribute("href", "/?sort=activity&group=model");
    await page.keyboard.press("Escape");
    await groupBy(page, "Launcher");
    await button(page).click();
    await nameField(page).fill("Busiest");
    await panel(page).getByRole("button", { name: "Update" }).click();
    await expect(link(page, "Busiest")).toHaveAttribute("href", "/?sort=activity&group=launcher");
    await expect(panel(page).getByRole("link")).toHaveText(["Busiest", "Other"]);
    await button(page).click();
    await expect(panel(page)).toHaveCount(0);
  });

  await test.step("all tabs have the same views", async () => {
    const other = await context.newPage();
    await openList(other, "/?state=failed");
    await button(other).click();
    await button(page).click();
    await save(page, "Third");
    await expect(link(other, "Third")).toBeVisible();
    await save(other, "Failing");
    await expect(panel(page).getByRole("link")).toHaveText(["Busiest", "Other", "Third", "Failing"]);
  });
});

test("what was kept is shown where it is a view, as text", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem(
      "decthings.views",
      JSON.stringify([7, { name: "", query: "" }, { name: "Kept", query: "?state=rubbish&q=x&other=1" }]),
    );
  });
  await openList(page, "/?state=idle");

  await test.step("what was kept and is no view is passed over", async () => {
    await button(page).click();
    await expect(panel(page).getByRole("link")).toHaveText(["Kept"]);
    await expect(link(page, "Kept")).toHaveAttribute("href", "/?q=x");
    await page.keyboard.press("Escape");
  });

  await test.step("one that the browser does not keep is not said to be saved", async () => {
    const setItem = await page.evaluateHandle(() =>
      Object.getOwnPropertyDescriptor(Storage.prototype, "setItem"),
    );
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await button(page).click();
    await save(page, "Unkept");
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Kept in this tab alone");
    await expect(link(page, "Unkept")).toBeVisible();
    await setItem.evaluate((own) => own && Object.defineProperty(Storage.prototype, "setItem", own));
    await page.keyboard.press("Escape");
  });

  await test.step("a name is shown as text, with nothing in it hidden", async () => {
    const hostile = "<img src=x onerror=alert(1)>\u202Eevil\u200B" + "long ".repeat(30);
    await button(page).click();
    await save(page, hostile);
    await expect(panel(page).getByRole("link").last()).toContainText(
      "<img src=x onerror=alert(1)>⟨U+202E⟩evil⟨U+200B⟩",
    );
    const bar = page.getByRole("search", { name: "Filters" });
    expect(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });
});

test("a check by WCAG 2.2 AA finds nothing wrong with the panel at any width", async ({ page }) => {
  await openList(page, "/?sort=started");
  for (const width of [1440, 390, 320]) {
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      // The sheet of the filters stays open at the next width.
      if (width === 390) await page.getByRole("button", { name: "More filters" }).click();
      await button(page).click();
      const name = `Oldest first, ${width}`;
      await save(page, name);
      await panel(page)
        .getByRole("button", { name: `Change view ${name}` })
        .click();
      await expect(panel(page).getByRole("textbox", { name: "New name" })).toBeVisible();
      await expectAccessibleInThemes(page, `panel, ${width} px`);
      await page.keyboard.press("Escape");
      await expect(panel(page)).toHaveCount(0);
    });
  }
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
    // Nothing of it stays, unseen, where the screen is turned and the button stands elsewhere.
    await button(page).tap();
    await expect(panel(page)).toBeVisible();
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(panel(page)).toHaveCount(0);
  });
});
