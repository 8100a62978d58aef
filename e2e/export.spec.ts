import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessibleInThemes } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { row, rows, shownIds } from "./support/list.ts";
import { bar, openSelectable } from "./support/selection.ts";
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

test("what is shown is exported as CSV, in the order of the list", async ({ page, dashboard }) => {
  await page.goto("/?state=running&sort=started");
  await expect(rows(page).first()).toBeVisible();
  const shown = await shownIds(page);
  const { name, text } = await exported(page, "CSV, a row for each session");
  expect(name).toMatch(/^decthings-sessions-\d{8}T\d{6}Z\.csv$/u);
  const [head, ...lines] = cells(text);
  expect(head?.slice(0, 4)).toEqual(["id", "startedAt", "activity", "modelId"]);
  expect(lines.map(([id]) => id)).toEqual(shown);
  const answered = new Map((await runningSessions(dashboard)).map((session) => [session.id, session]));
  expect(lines.map(([id = "", startedAt]) => [id, startedAt])).toEqual(
    shown.map((id) => [id, new Date(answered.get(id)?.startedAt ?? NaN).toISOString()]),
  );
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("Exported");
});

test("each training is a row of its own table", async ({ page, dashboard }) => {
  await page.goto(`/?q=${TRAINED}`);
  await expect(rows(page)).toHaveCount(1);
  const { name, text } = await exported(page, "CSV, a row for each training");
  expect(name).toMatch(/^decthings-trainings-/u);
  const session = (await runningSessions(dashboard)).find(({ id }) => id === TRAINED);
  const [, ...lines] = cells(text);
  expect(
    new Set(lines.map(([sessionId, , trainingId, , state]) => `${sessionId} ${trainingId} ${state}`)),
  ).toEqual(new Set(session?.trainingSessions.map(({ id, state }) => `${TRAINED} ${id} ${state}`)));
});

test("a selection is exported as JSON, with what was answered, and nothing of those beside it", async ({
  page,
  dashboard,
}) => {
  await openSelectable(page);
  const ids = await shownIds(page);
  const chosen = [ids[1] ?? "", ids[3] ?? ""];
  for (const id of chosen) await row(page, id).click({ modifiers: ["ControlOrMeta"] });
  await expect(bar(page)).toHaveText("2 selected");
  const { name, text } = await exported(page, /^JSON/u, "last");
  expect(name).toMatch(/\.json$/u);
  const answered = new Map((await runningSessions(dashboard)).map((session) => [session.id, session]));
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

test("what the filters hide is exported with a selection all the same", async ({ page }) => {
  await openSelectable(page);
  const [first = "", second = ""] = await shownIds(page);
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByRole("searchbox", { name: "Search sessions" }).fill(second);
  await expect(bar(page)).toHaveText("2 selected, 1 not shown");
  const { text } = await exported(page, "CSV, a row for each session", "last");
  expect(
    cells(text)
      .slice(1)
      .map(([id]) => id),
  ).toEqual([second, first]);
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

test.describe("an empty list", () => {
  test.use({ world: { scenario: "empty" } });

  test("has nothing to export, and says so", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByText("No debug sessions are running")).toBeVisible();
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("menu")).toContainText("0 sessions shown");
    for (const kind of [/each session/u, /each training/u, /^JSON/u])
      await expect(page.getByRole("menuitem", { name: kind })).toHaveAttribute("aria-disabled", "true");
  });
});

test("a check by WCAG 2.2 AA finds nothing wrong with the menu", async ({ page }) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("menuitem", { name: /^JSON/u })).toBeVisible();
  await expectAccessibleInThemes(page, "menu");
});
