import type { Page } from "@playwright/test";
import { painted } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { grid, rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

// High enough for all rows. Time stands still: the order of rows does too.
const VIEWPORT = { width: 1440, height: 1300 };

test.use({
  world: { scenario: "hostile", sessions: 25, speed: 0 },
  viewport: VIEWPORT,
  // A trace copies the document at each step, which takes longer than the step with documents like these.
  trace: "off",
});

/** As a browser's text can hold it: a lone surrogate is U+FFFD in a URL and in an attribute read from outside. */
const asLink = (id: string) =>
  id.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu, "\uFFFD");

/** What hostile words would leave if one of them were taken for more than text. */
function aftermath(page: Page) {
  return page.evaluate(() => ({
    flag: Reflect.get(globalThis, "__hostile") === undefined ? "untouched" : "set",
    polluted: Reflect.get({}, "polluted") === undefined ? "untouched" : "set",
    scripts: document.querySelectorAll("script:not([src^='/assets/'])").length,
    images: document.querySelectorAll("img, iframe, object, embed, base").length,
    handlers: [...document.querySelectorAll("*")].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith("on")),
    ).length,
    schemes: [...document.querySelectorAll("a")].filter((link) => !/^https?:$/u.test(link.protocol)).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    listOverflow: [...document.querySelectorAll("[role='treegrid']")].map(
      (list) => list.scrollWidth - list.clientWidth,
    ),
  }));
}

/** Parts of the ids of sessions whose models are called by the widest words. */
const WIDE_MODELS = ["gnp.sdrawkcab", "javascript:"];

const HARMLESS = {
  flag: "untouched",
  polluted: "untouched",
  scripts: 0,
  images: 0,
  handlers: 0,
  schemes: 0,
  overflow: 0,
} as const;

/** How far to the right an open row reaches, px: a long word must not push the others out of reach. */
function extent(page: Page) {
  return page.getByRole("region", { name: /^Details of session/u }).evaluate((details) => ({
    figures: Math.max(
      0,
      ...[...details.querySelectorAll("dd")].map((dd) => dd.getBoundingClientRect().right),
    ),
    parameters: Math.max(0, ...[...details.querySelectorAll("table")].map((table) => table.offsetWidth)),
  }));
}

test("every hostile session is a row of ordinary height at any width, and no two read alike", async ({
  page,
}) => {
  await page.goto("/");
  for (const width of [1440, 800, 390]) {
    await test.step(`at ${width} px every hostile session is a row of ordinary height`, async () => {
      await page.setViewportSize({ width, height: 2600 });
      await expect(rows(page)).toHaveCount(25);
      await painted(page);
      const boxes = await rows(page).evaluateAll((found) =>
        found.map((row) => {
          const box = row.getBoundingClientRect();
          return `${box.height} by ${box.width}`;
        }),
      );
      expect([...new Set(boxes)]).toHaveLength(1);
      expect(await aftermath(page)).toEqual({ ...HARMLESS, listOverflow: [0] });
      await expect(grid(page)).toContainText("<script>");
    });
  }

  await test.step("nothing invisible is left in what is read, and no word is endless", async () => {
    await page.setViewportSize(VIEWPORT);
    await expect(rows(page)).toHaveCount(25);
    const read = await rows(page).evaluateAll((found) =>
      found.map((row) => ({
        id: row.getAttribute("data-session-id") ?? "",
        seen: row.querySelector(".c-id > .id-text")?.textContent ?? "",
        // Line ends and tabs between the parts of a row are no part of its words.
        all: row.textContent.replaceAll(/[\t\n]/gu, ""),
        title: Math.max(
          ...[...row.querySelectorAll("[title]")].map((part) => part.getAttribute("title")?.length ?? 0),
        ),
      })),
    );
    expect(new Set(read.map(({ seen }) => seen)).size).toBe(25);
    const beginnings = read.map(({ id }) => id.slice(0, 8));
    expect(new Set(beginnings).size, "there are twins to tell apart").toBeLessThan(25);
    expect(Math.max(...read.map(({ id }) => id.length)), "there is an endless id").toBeGreaterThan(9_000);
    for (const { seen, all, title } of read) {
      expect.soft(seen).not.toBe("");
      // Controls, zero widths and bidi overrides, and halves of characters.
      expect.soft(all).not.toMatch(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
      expect.soft(seen.length).toBeLessThan(60);
      expect.soft(title).toBeLessThan(1_000);
    }
  });
});

test("every hostile row opens, with no word in it taken for more than text", async ({ page }) => {
  await page.goto("/");
  await expect(rows(page)).toHaveCount(25);
  await rows(page).first().focus();
  await page.keyboard.press("Home");
  for (let left = 25; left > 0; left -= 1) {
    const row = page.locator("[data-session-id]:focus");
    await page.keyboard.press("Enter");
    await expect(row).toHaveAttribute("aria-expanded", "true");
    await expect(page.getByRole("table", { name: "Training sessions" })).toBeVisible();
    expect.soft(await aftermath(page)).toEqual({ ...HARMLESS, listOverflow: [0] });
    const { figures, parameters } = await extent(page);
    expect.soft(figures, "where the last figure of the specification ends").toBeLessThan(VIEWPORT.width);
    expect.soft(parameters, "the width of the parameter table").toBeLessThan(4 * VIEWPORT.width);
    await page.keyboard.press("Enter");
    await expect(row).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("ArrowDown");
  }
});

test("a link opens all of its rows, whatever they are called, and rows whose ids can be no path offer no page", async ({
  page,
  freshPage,
  dashboard,
}) => {
  await page.goto("/");
  await expect(rows(page)).toHaveCount(25);

  await test.step("a link with all rows open opens all of them in a fresh browser", async () => {
    const sessions = await runningSessions(dashboard);
    await rows(page).first().focus();
    await page.keyboard.press("Home");
    for (let left = 25; left > 0; left -= 1) {
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
    }
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "51");

    const elsewhere = await freshPage();
    await elsewhere.goto(page.url());
    await expect(grid(elsewhere)).toHaveAttribute("aria-rowcount", "51");
    const opened = new URL(elsewhere.url()).searchParams.get("open") ?? "";
    const ids = opened.split(",").map((item) => item.replaceAll("%2C", ",").replaceAll("%25", "%"));
    expect(ids.toSorted()).toEqual(sessions.map(({ id }) => asLink(id)).toSorted());
  });

  await test.step("ids that can be no path segment open in the list and offer no page", async () => {
    await page.goto("/?open=.,..,&q=");
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "29");
    await expect(page.getByRole("table", { name: "Training sessions" }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Open page" })).toHaveCount(0);
  });
});

test("every id that can stand in a path has a page, and comes back from it unchanged", async ({
  page,
  dashboard,
}) => {
  const ids = (await runningSessions(dashboard)).map(({ id }) => id);
  const withPage = ids.filter((id) => !["", ".", ".."].includes(id));
  expect(withPage).toHaveLength(22);
  await page.goto("/");
  await expect(rows(page)).toHaveCount(25);
  for (const id of withPage) {
    await test.step(JSON.stringify(id.slice(0, 40)), async () => {
      // In one go: a moment after a scroll the rows are put in order in the document, and another is at the same place.
      await rows(page).evaluateAll((found, wanted) => {
        const own = found.find((row) => row.getAttribute("data-session-id") === wanted);
        if (own instanceof HTMLElement) own.focus();
      }, id);
      await page.keyboard.press("o");
      await expect(page.getByRole("tablist", { name: "Session" })).toBeVisible();
      expect(new URL(page.url()).pathname).toBe(
        new URL(`/sessions/${strictly(asLink(id))}`, page.url()).pathname,
      );
      await page.getByRole("tab", { name: "Raw" }).click();
      await expect(page.getByRole("tabpanel")).toContainText('"startedAt"');
      expect(await aftermath(page)).toEqual({ ...HARMLESS, listOverflow: [] });
      if (WIDE_MODELS.some((part) => id.includes(part))) {
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await aftermath(page)).toEqual({ ...HARMLESS, listOverflow: [] });
        await page.setViewportSize(VIEWPORT);
      }
      // Over the tab, in one go.
      await page.evaluate(() => history.go(-2));
      await expect(rows(page)).toHaveCount(25);
    });
  }
});

test("a page with slashes, per cents, commas, line ends or controls in its id can be opened by its link", async ({
  page,
  dashboard,
}) => {
  const awkward = ["/", "%", ",", "\n", "\0", "?", "#"];
  const all = (await runningSessions(dashboard)).map(({ id }) => id);
  const ids = all.filter((id) => awkward.some((character) => id.includes(character)));
  expect(ids.length).toBeGreaterThan(4);
  for (const id of ids) {
    await page.goto(`/sessions/${strictly(asLink(id))}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("tab", { name: "Parameters" }).click();
    await expect(page.getByRole("tabpanel")).toContainText("createState");
    expect(await aftermath(page)).toEqual({ ...HARMLESS, listOverflow: [] });
  }
});

function strictly(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
