import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessibleInThemes } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { row, rows, shownIds, textFilter } from "./support/list.ts";
import { bar, openSelectable, selected } from "./support/selection.ts";
import { CANARY_KEY } from "./support/servers.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

interface Saved {
  readonly name: string;
  readonly text: string;
}

/** What the browser saves at the press. @param menu which of the page's Export buttons */
async function exported(page: Page, kind: string | RegExp, menu: "first" | "last" = "first"): Promise<Saved> {
  await page.getByRole("button", { name: "Export" })[menu]().click();
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: kind }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The rows of a table in which no cell needs quotes. */
const cells = (text: string): string[][] =>
  text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));

test("a menu is in the window wherever its button stands", async ({ page }) => {
  for (const [width, link] of [
    [1280, "/?state=failed"],
    [1200, "/?state=failed"],
    [820, "/?state=failed"],
    [1024, "/timeline?state=failed"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(link);
    await expect(page.getByRole("button", { name: "Location" })).toBeVisible();
    for (const button of await page.locator(".menu-wrap > button:visible").all()) {
      await button.click();
      await expect(page.locator(".menu")).toBeInViewport({ ratio: 1 });
      await page.keyboard.press("Escape");
    }
  }
});

test("the list and a selection are exported as what they show, of a menu that is accessible", async ({
  page,
  dashboard,
}) => {
  const running = await runningSessions(dashboard);
  const answered = new Map(running.map((session) => [session.id, session]));

  await test.step("what is shown is exported as CSV, in the order of the list", async () => {
    await page.goto("/?state=running&sort=started");
    await expect(rows(page).first()).toBeVisible();
    const shown = await shownIds(page);
    const { name, text } = await exported(page, "CSV, a row for each session");
    expect(name).toMatch(/^decthings-sessions-\d{8}T\d{6}Z\.csv$/u);
    const [head, ...lines] = cells(text);
    expect(head?.slice(0, 4)).toEqual(["id", "startedAt", "activity", "modelId"]);
    expect(lines.map(([id]) => id)).toEqual(shown);
    expect(lines.map(([id = "", startedAt]) => [id, startedAt])).toEqual(
      shown.map((id) => [id, new Date(answered.get(id)?.startedAt ?? NaN).toISOString()]),
    );
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Exported");
  });

  await test.step("each training is a row of its own table", async () => {
    await textFilter(page).fill(TRAINED);
    await expect(rows(page)).toHaveCount(1);
    const { name, text } = await exported(page, "CSV, a row for each training");
    expect(name).toMatch(/^decthings-trainings-/u);
    const [, ...lines] = cells(text);
    expect(
      new Set(lines.map(([sessionId, , trainingId, , state]) => `${sessionId} ${trainingId} ${state}`)),
    ).toEqual(
      new Set(answered.get(TRAINED)?.trainingSessions.map(({ id, state }) => `${TRAINED} ${id} ${state}`)),
    );
  });

  await test.step("a selection is exported as JSON, with what was answered, and nothing of those beside it", async () => {
    await openSelectable(page);
    const ids = await shownIds(page);
    const chosen = [ids[1] ?? "", ids[3] ?? ""];
    for (const id of chosen) await row(page, id).click({ modifiers: ["ControlOrMeta"] });
    await expect(bar(page)).toHaveText("2 selected");
    const { name, text } = await exported(page, /^JSON/u, "last");
    expect(name).toMatch(/\.json$/u);
    expect(JSON.parse(text)).toMatchObject({
      schema: "decthings-debug-dashboard/sessions",
      version: 1,
      sessions: chosen.map((id) => ({
        answered: { id, startedAt: answered.get(id)?.startedAt, modelId: answered.get(id)?.modelId },
        observed: { ended: null },
      })),
    });
    await expect(bar(page)).toHaveText("2 selected");
  });

  await test.step("what the filters hide is exported with a selection all the same", async () => {
    await page.keyboard.press("Escape");
    await expect(selected(page)).toHaveCount(0);
    await rows(page).first().focus();
    const [first = "", second = ""] = await shownIds(page);
    await page.keyboard.press("Shift+ArrowDown");
    await textFilter(page).fill(second);
    await expect(bar(page)).toHaveText("2 selected, 1 not shown");
    const { text } = await exported(page, "CSV, a row for each session", "last");
    expect(
      cells(text)
        .slice(1)
        .map(([id]) => id),
    ).toEqual([second, first]);
  });

  await test.step("a check by WCAG 2.2 AA finds nothing wrong with the menu", async () => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("menuitem", { name: /^JSON/u })).toBeVisible();
    await expectAccessibleInThemes(page, "menu");
  });
});

test.describe("in direct mode", () => {
  test.use({ mode: "direct" });

  test("no file holds the key", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("textbox", { name: "API key" }).fill(CANARY_KEY);
    await page.getByRole("button", { name: "Connect" }).click();
    await expect(rows(page).first()).toBeVisible();
    for (const kind of [/each session/u, /each training/u, /^JSON/u]) {
      const { text } = await exported(page, kind);
      expect(text.length).toBeGreaterThan(100);
      expect(text).not.toContain(CANARY_KEY);
    }
  });
});

test.describe("hostile names", () => {
  test.use({ world: { scenario: "hostile", sessions: 25, speed: 0 } });

  test("give no cell that a spreadsheet would evaluate", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    for (const kind of [/each session/u, /each training/u]) {
      const { text } = await exported(page, kind);
      for (const piece of text.split(/[,;\t\r\n"]/u)) expect(piece).not.toMatch(/^\s*[=+@-]/u);
    }
    const { text } = await exported(page, /^JSON/u);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});
