import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInThemes } from "./support/accessible.ts";
import { clipboardOf } from "./support/clipboard.ts";
import { holdFile } from "./support/held-file.ts";
import { grid, live, pollNow, row, rows, shownIds, textFilter, updatedAt } from "./support/list.ts";
import { bar, openSelectable, selected } from "./support/selection.ts";
import { AT_THE_BEGINNING, BEFORE, ENDING } from "./support/sessions.ts";
import { expect, FEW, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

/** Shows the rows while selecting is still to come. @returns what lets it come */
async function openBeforeSelecting(page: Page): Promise<() => void> {
  const letGo = await holdFile(page, "list-tools");
  await page.goto("/");
  // All of them: those that come with the rest of an answer stand between others.
  await expect(rows(page)).toHaveCount(FEW);
  return letGo;
}

async function clear(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(bar(page)).toHaveText("");
}

test("what selects before selecting has been fetched is not lost, selects no text and opens nothing", async ({
  page,
}) => {
  await test.step("keys", async () => {
    const letGo = await openBeforeSelecting(page);
    await rows(page).first().focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Space");
    letGo();
    await expect(bar(page)).toContainText(`${FEW - 1} selected`);
    await expect(rows(page).first()).toHaveAttribute("aria-selected", "false");
    expect(await page.evaluate(() => String(getSelection()))).toBe("");
  });

  await test.step("clicks", async () => {
    const letGo = await openBeforeSelecting(page);
    // As they are seen: the document's own order may wait until somebody comes.
    const [, second = "", , fourth = ""] = await shownIds(page);
    await row(page, second).click({ modifiers: ["ControlOrMeta"] });
    await row(page, fourth).click({ modifiers: ["Shift"] });
    letGo();
    await expect(bar(page)).toContainText("3 selected");
    expect(await page.evaluate(() => String(getSelection()))).toBe("");
    await expect(page).toHaveURL("/");
  });
});

test("keys select rows and ranges, and what Escape and Clear do comes one after the other", async ({
  page,
}) => {
  await openSelectable(page);
  const ids = await shownIds(page);
  const [first = "", second = "", third = ""] = ids;

  await test.step("Space selects the row with focus and takes it back, and opens nothing", async () => {
    await page.keyboard.press(" ");
    await expect(row(page, first)).toHaveAttribute("aria-selected", "true");
    await expect(row(page, second)).toHaveAttribute("aria-selected", "false");
    await expect(bar(page)).toHaveText("1 selected");
    await expect(row(page, first)).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press(" ");
    await expect(row(page, first)).toHaveAttribute("aria-selected", "false");
    await expect(bar(page)).toHaveText("");
    await expect(page).toHaveURL("/");
  });

  await test.step("Shift with arrows, J, K, End and Home takes the range along", async () => {
    await row(page, first).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+J");
    await expect(selected(page)).toHaveCount(3);
    await expect(row(page, third)).toBeFocused();
    await page.keyboard.press("Shift+K");
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(bar(page)).toHaveText("4 selected");
    await expect(row(page, third)).toHaveAttribute("aria-selected", "false");
    await page.keyboard.press("Shift+End");
    await expect(bar(page)).toHaveText(`${FEW - 1} selected`);
    await page.keyboard.press("Shift+Home");
    await expect(bar(page)).toHaveText("4 selected");
  });

  await test.step("a range goes on over the heads of groups, there and back", async () => {
    await clear(page);
    await page.getByRole("button", { name: "Launcher", exact: true }).click();
    const heads = grid(page).locator('[data-key^="group:"]');
    await expect(heads.first()).toBeVisible();
    const [top = ""] = await shownIds(page);
    await row(page, top).focus();
    await page.keyboard.press(" ");
    const presses = FEW + 20;
    for (let press = 0; press < presses; press += 1) await page.keyboard.press("Shift+ArrowDown");
    await expect(bar(page)).toHaveText(`${FEW} selected`);
    for (let press = 0; press < presses; press += 1) await page.keyboard.press("Shift+ArrowUp");
    await expect(bar(page)).toHaveText("1 selected");
    await expect(row(page, top)).toHaveAttribute("aria-selected", "true");
    await page.getByRole("button", { name: "None", exact: true }).click();
    await expect(heads).toHaveCount(0);
  });

  await test.step("Clear gives the focus back to the list", async () => {
    await clear(page);
    await row(page, first).focus();
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Clear" }).focus();
    await page.keyboard.press("Enter");
    await expect(bar(page)).toHaveText("");
    await expect(row(page, first)).toBeFocused();
  });

  await test.step("Escape closes a menu of the bar first, and clears after that", async () => {
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Export" }).last().click();
    await expect(page.getByRole("menu", { name: "Export" })).toContainText("1 session selected");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(bar(page)).toHaveText("1 selected");
    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveText("");
  });

  await test.step("Control with A selects all that the filters show, and Escape clears before it does anything else", async () => {
    await openSelectable(page, "/?state=running");
    const shown = await rows(page).count();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ControlOrMeta+A");
    await expect(bar(page)).toHaveText(`${shown} selected`);
    const [top = ""] = await shownIds(page);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveText("");
    await expect(row(page, top)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(row(page, top)).toHaveAttribute("aria-expanded", "false");
  });
});

test("what is selected stays so whatever comes between, and is copied and opened by its ids", async ({
  page,
  context,
  dashboard,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await dashboard.moveClock(BEFORE);
  await openSelectable(page);

  await test.step("a session that ends while it is selected stays selected", async () => {
    await row(page, ENDING).focus();
    await page.keyboard.press(" ");
    await dashboard.moveClock(AT_THE_BEGINNING);
    await pollNow(page);
    await expect(row(page, ENDING)).toHaveAttribute("data-activity", "ended");
    await expect(row(page, ENDING)).toHaveAttribute("aria-selected", "true");
    await expect(bar(page)).toHaveText("1 selected");
    await clear(page);
  });

  const ids = await shownIds(page);
  const [first = "", second = "", third = ""] = ids;

  await test.step("clicks select with Control, with Shift, and on the check box; a plain click opens as ever", async () => {
    const at = (index: number) => row(page, ids[index] ?? "");
    await at(1).click({ modifiers: ["ControlOrMeta"] });
    await at(4).click({ modifiers: ["Shift"] });
    await expect(bar(page)).toHaveText("4 selected");
    expect(await page.evaluate(() => String(getSelection()))).toBe("");
    await at(2).click({ modifiers: ["ControlOrMeta"] });
    await expect(at(2)).toHaveAttribute("aria-selected", "false");
    await at(6).getByRole("gridcell").first().click();
    await expect(at(6)).toHaveAttribute("aria-selected", "true");
    await at(6).getByRole("gridcell").first().dblclick();
    await expect(bar(page)).toHaveText("4 selected");
    await expect(page).toHaveURL("/");
    await at(0).click();
    await expect(at(0)).toHaveAttribute("aria-expanded", "true");
    await expect(bar(page)).toHaveText("4 selected");
    await at(0).click();
    await expect(page).toHaveURL("/");
    await clear(page);
  });

  await test.step("the ids are copied in the order of the list, one a line", async () => {
    for (const index of [5, 2]) await row(page, ids[index] ?? "").click({ modifiers: ["ControlOrMeta"] });
    await page.getByRole("button", { name: "Copy ids" }).click();
    await expect(page.getByRole("status", { name: "Messages" })).toHaveText("Ids copied");
    // A field of one line shows the line end as nothing, or as a blank.
    expect((await clipboardOf(page)).replace(/\s/u, "")).toBe(`${ids[2]}${ids[5]}`);
    await clear(page);
  });

  await test.step("only the selected are opened, whatever filtered them, and the selection ends", async () => {
    await row(page, first).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await textFilter(page).fill(first);
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Open only these" }).click();
    await expect(page).toHaveURL(`/?ids=${first},${second}`);
    await expect(rows(page)).toHaveCount(2);
    await expect(bar(page)).toHaveText("");
    await expect(selected(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(page).toHaveURL("/");
  });

  await test.step("what is selected stays so through order, filters, answers and a look at a session's page", async () => {
    await row(page, first).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await textFilter(page).fill(first);
    await expect(bar(page)).toHaveText("3 selected, 2 not shown");
    await textFilter(page).fill("");
    await expect(bar(page)).toHaveText("3 selected");
    await page.getByRole("button", { name: "Sort" }).click();
    await page.getByRole("menuitemradio", { name: "Oldest" }).click();
    await expect(page).toHaveURL("/?sort=started");
    const before = await updatedAt(page);
    await pollNow(page);
    await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
    await grid(page).press("End");
    for (const id of [first, second, third])
      await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
    await row(page, second).focus();
    await page.keyboard.press("o");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
    await page.goBack();
    await expect(bar(page)).toHaveText("3 selected");
  });
});

test.describe("a hundred sessions", () => {
  test.use({ world: { speed: 0, sessions: 100 } });

  test("are selected with the last one in view, and opened by their ids, all at once", async ({ page }) => {
    await openSelectable(page);

    await test.step("the row that was selected last is in view: the bar covers nothing", async () => {
      const lowest = await rows(page).evaluateAll(
        (found) =>
          found
            .filter((element) => element.getBoundingClientRect().bottom <= innerHeight - 28)
            .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .at(-1)
            ?.getAttribute("data-session-id") ?? "",
      );
      await row(page, lowest).focus();
      await page.keyboard.press(" ");
      await expect(bar(page)).toHaveText("1 selected");
      const box = await row(page, lowest).boundingBox();
      const list = await grid(page).boundingBox();
      if (!box || !list) throw new Error("The row is drawn.");
      expect(box.y + box.height).toBeLessThanOrEqual(list.y + list.height + 1);
    });

    await test.step("all of them are opened by their ids", async () => {
      await clear(page);
      const rowCount = (await grid(page).getAttribute("aria-rowcount")) ?? "";
      await page.keyboard.press("ControlOrMeta+A");
      await expect(bar(page)).toHaveText(`${Number(rowCount) - 1} selected`);
      await page.getByRole("button", { name: "Open only these" }).click();
      await expect(page).toHaveURL(/\/\?ids=/u);
      await expect(grid(page)).toHaveAttribute("aria-rowcount", rowCount);
      await page.reload();
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      await expect(grid(page)).toHaveAttribute("aria-rowcount", rowCount);
    });
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("taps select once the menu or a finger that rests has begun it", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    const [first = "", second = ""] = await shownIds(page);

    await test.step("a finger that rests on a row selects it, and taps select from then on", async () => {
      const box = await row(page, first).boundingBox();
      if (!box) throw new Error("The row is drawn.");
      await page.getByRole("button", { name: "More filters" }).focus();
      await expect(grid(page)).toHaveAttribute("aria-multiselectable", "true");
      const client = await page.context().newCDPSession(page);
      const at = { x: box.x + 60, y: box.y + 20 };
      await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
      await expect(bar(page)).toHaveText("1 selected");
      await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await expect(row(page, first)).toHaveAttribute("aria-expanded", "false");
      await row(page, second).tap();
      await expect(bar(page)).toHaveText("2 selected");
      await page.getByRole("button", { name: "Clear" }).tap();
      await expect(bar(page)).toHaveText("");
    });

    await test.step("the menu begins to select by taps, and Done ends it", async () => {
      await page.getByRole("button", { name: "More filters" }).tap();
      await page.getByRole("button", { name: "Export" }).tap();
      await page.getByRole("menuitem", { name: "Select sessions" }).tap();
      await expect(bar(page)).toHaveText("Choose sessions to select them");
      await row(page, first).tap();
      await row(page, second).tap();
      await expect(bar(page)).toHaveText("2 selected");
      await row(page, first).tap();
      await expect(bar(page)).toHaveText("1 selected");
      await expect(row(page, second)).toHaveAttribute("aria-expanded", "false");
      await page.getByRole("button", { name: "Clear" }).tap();
      await row(page, first).tap();
      await expect(row(page, first)).toHaveAttribute("aria-expanded", "true");
    });
  });
});

test.describe("a check by WCAG 2.2 AA", () => {
  test.use({ world: { speed: 0, sessions: 6 } });

  test("finds nothing wrong with a selection, at any width", async ({ page }) => {
    await openSelectable(page);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    for (const width of [1440, 390, 320]) {
      await test.step(`at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessibleInThemes(page, `selection, ${width} px`);
        await page.getByRole("button", { name: "Export" }).last().click();
        await expect(page.getByRole("menu")).toBeVisible();
        await expectAccessible(page, `menu, ${width} px`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("menu")).toHaveCount(0);
      });
    }
  });
});
