import type { Locator, Page } from "@playwright/test";
import { expectAccessibleInThemes, PANEL_SIZES } from "./support/accessible.ts";
import { clipboardOf } from "./support/clipboard.ts";
import { holdFile } from "./support/held-file.ts";
import { live, row, rows, textFilter } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, FEW, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

const palette = (page: Page): Locator => page.getByRole("dialog", { name: "Find a session or command" });
const field = (page: Page): Locator => palette(page).getByRole("combobox", { name: "Session or command" });
const options = (page: Page): Locator => palette(page).getByRole("option");
const active = (page: Page): Locator => palette(page).getByRole("option", { selected: true });

async function open(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

async function run(page: Page, command: string): Promise<void> {
  await open(page);
  await field(page).fill(command);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
}

test("is opened from anywhere, does what is chosen and gives the focus back", async ({ page }) => {
  await test.step("what is typed before its file has come is in its field once it has, and is no shortcut", async () => {
    const letGo = await holdFile(page, "overlays");
    await page.goto("/");
    await expect(rows(page)).toHaveCount(FEW);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("pause");
    await expect(palette(page)).toBeHidden();
    letGo();
    await expect(field(page)).toHaveValue("pause");
    await expect(active(page)).toContainText("Pause updates");
    await expect(page).toHaveURL("/");
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
  });

  await test.step("Escape gives focus back to where it was, and a second press of its shortcut closes it", async () => {
    await row(page, TRAINED).focus();
    for (const closing of ["Escape", "Control+k"]) {
      await open(page);
      await page.keyboard.press(closing);
      await expect(palette(page), closing).toBeHidden();
      await expect(row(page, TRAINED), closing).toBeFocused();
    }
    // A press that comes before the browser has told of the closing is a press.
    await open(page);
    await page.evaluate(async () => {
      const press = () =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }),
        );
      press();
      await Promise.resolve();
      press();
    });
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(row(page, TRAINED)).toBeFocused();
    // So does leaving a field that a key led into.
    await page.keyboard.press("/");
    await expect(textFilter(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(row(page, TRAINED)).toBeFocused();
    // What is open is closed first, and its button has the focus again.
    const settings = page.getByRole("button", { name: "Settings" });
    await settings.click();
    await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
    await open(page);
    await page.keyboard.press("Escape");
    await expect(settings).toBeFocused();
    // Also from within a field, where single letters are text.
    await textFilter(page).focus();
    await open(page);
    await page.keyboard.type("p?");
    await expect(field(page)).toHaveValue("p?");
    await page.keyboard.press("Escape");
    await expect(textFilter(page)).toBeFocused();
    await expect(page).toHaveURL("/");
  });

  await test.step("a session is found by a part of its id, and its page is one key away", async () => {
    await open(page);
    await field(page).fill(TRAINED.slice(0, 8));
    await expect(options(page)).toHaveCount(1);
    await expect(active(page)).toContainText(TRAINED);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
    await expect(palette(page)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TRAINED);
    await page.goBack();
    await expect(rows(page).first()).toBeVisible();
  });

  await test.step("arrows move what Enter does, and focus stays in the field", async () => {
    await open(page);
    await expect(active(page)).toContainText("Go to Sessions");
    await page.keyboard.press("ArrowUp");
    await expect(active(page)).toContainText("Keyboard shortcuts");
    await expect(active(page)).toBeInViewport();
    for (const name of ["Go to Sessions", "Go to Timeline", "Go to Launchers", "Pause updates"]) {
      await page.keyboard.press("ArrowDown");
      await expect(active(page)).toContainText(name);
    }
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveAttribute(
      "aria-activedescendant",
      (await active(page).getAttribute("id")) ?? "",
    );
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/?paused=1");
    await expect(live(page)).toHaveAttribute("data-phase", "paused");
  });

  await test.step("it is opened from the settings as well, and chosen from with the pointer", async () => {
    await page.keyboard.press("p");
    await expect(page).toHaveURL("/");
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Commands" }).click();
    await expect(field(page)).toBeFocused();
    await options(page).filter({ hasText: "Sort: activity" }).click();
    await expect(page).toHaveURL("/?sort=activity");
    await open(page);
    await page.mouse.click(5, 5);
    await expect(palette(page)).toBeHidden();
  });
});

test("commands do what the controls of the page do", async ({ page, context, dashboard }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await expect(rows(page)).toHaveCount(FEW);

  await test.step("they change the view", async () => {
    for (const [command, url] of [
      ["last 1 h", "/?range=1h"],
      ["group model", "/?group=model&range=1h"],
      ["sort oldest", "/?sort=started&group=model&range=1h"],
      ["ended hide", "/?sort=started&group=model&ended=hide&range=1h"],
      ["back to now", "/?sort=started&group=model&ended=hide"],
      ["clear all", "/?sort=started&group=model"],
      ["group none", "/?sort=started"],
    ] as const) {
      await run(page, command);
      await expect(page, command).toHaveURL(url);
    }
    await run(page, "theme dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await run(page, "filter by text");
    await expect(textFilter(page)).toBeFocused();
  });

  await test.step("they poll, copy and open other parts of the page", async () => {
    const calls = () => dashboard.stats().calls["Debug/getDebugSessions"] ?? 0;
    const before = calls();
    await run(page, "poll now");
    await expect.poll(calls).toBeGreaterThan(before);
    await expect(page).toHaveURL("/?sort=started");
    await run(page, "copy link");
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Link copied");
    const address = page.url();
    expect(await clipboardOf(page)).toBe(address);
    await row(page, TRAINED).focus();
    await run(page, "settings");
    await expect(page.getByRole("dialog", { name: "Settings" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(row(page, TRAINED)).toBeFocused();
    await run(page, "shortcuts");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(row(page, TRAINED)).toBeFocused();
  });
});

test.describe("hostile ids", () => {
  test.use({ world: { scenario: "hostile", sessions: 25, speed: 0 } });

  test("are found and shown inert", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    await open(page);
    await field(page).fill("img");
    await expect(options(page).first()).toBeVisible();
    expect(await palette(page).locator("img, script, b").count()).toBe(0);
    const box = await palette(page).boundingBox();
    const width = await options(page)
      .first()
      .evaluate((element) => element.scrollWidth);
    expect(width).toBeLessThanOrEqual(box?.width ?? 0);
  });
});

test.describe("ten thousand sessions", () => {
  test.use({ world: { scenario: "scale", sessions: 10_000, speed: 0 } });

  test("are looked through at each key", async ({ page }) => {
    await page.goto("/");
    await expect(live(page)).toHaveAttribute("data-phase", "live", { timeout: 20_000 });
    const id = (await rows(page).first().getAttribute("data-session-id")) ?? "";
    await open(page);
    await page.keyboard.type(id);
    await expect(options(page)).toHaveCount(1);
    await expect(active(page)).toContainText(id);
  });
});

test("a check by WCAG 2.2 AA finds nothing wrong with the palette", async ({ page }) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  for (const size of PANEL_SIZES) {
    await page.setViewportSize(size);
    await open(page);
    for (const [query, says] of [
      ["", /found$/u],
      ["a", /found$/u],
      ["nobody", /^No session/u],
    ] as const) {
      await field(page).fill(query);
      await expect(palette(page).getByRole("status")).toHaveText(says);
      await expectAccessibleInThemes(page, `"${query}", ${size.width} px`);
    }
    await page.keyboard.press("Escape");
    await expect(palette(page)).toHaveCount(0);
  }
});
