import type { Locator, Page } from "@playwright/test";
import { expectAccessible, painted } from "./support/accessible.ts";
import { clipboardOf } from "./support/clipboard.ts";
import { grid, pollNow, row, rows, shownIds, updatedAt } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

// High enough to draw the rows of all sessions.
test.use({ world: { sessions: 25, speed: 0 }, viewport: { width: 1440, height: 1300 } });

/** Heads of groups, as many as are drawn. */
const heads = (page: Page): Locator => grid(page).getByRole("row", { name: /launcher/u, level: 1 });
const temporary = (page: Page): Locator => grid(page).getByRole("row", { name: /^Temporary launchers/u });
const top = (of: Locator): Promise<number> => of.evaluate((element) => element.getBoundingClientRect().top);
/** Where rows begin: below the head of the list. */
const topOfRows = (page: Page): Promise<number> =>
  grid(page)
    .getByRole("columnheader", { name: "Session" })
    .evaluate((element) => element.closest('[role="row"]')?.getBoundingClientRect().bottom ?? 0);

async function openGrouped(page: Page, search = ""): Promise<void> {
  await page.goto(`/?group=launcher${search}`);
  await expect(rows(page).first()).toBeVisible();
  await expect(
    heads(page)
      .first()
      .getByText(/sessions?$/u),
  ).toBeVisible();
}

test("a group has a head that tells of its sessions and folds, by pointer, by keyboard and by a link", async ({
  page,
  context,
  freshPage,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openGrouped(page);
  const head = heads(page).first();
  await expect(head).toHaveAttribute("aria-expanded", "true");
  const shown = await shownIds(page);

  await test.step("the keyboard goes from row to head, folds and unfolds", async () => {
    const [first = "", second = ""] = shown;
    await row(page, second).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(head).toBeFocused();
    for (const [key, expanded] of [
      ["ArrowLeft", "false"],
      ["ArrowLeft", "false"],
      ["ArrowRight", "true"],
      ["Enter", "false"],
      ["Enter", "true"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(head, key).toHaveAttribute("aria-expanded", expanded);
      await expect(head).toBeFocused();
    }
    await page.keyboard.press("ArrowDown");
    await expect(row(page, first)).toBeFocused();
  });

  await test.step("the head tells what its sessions run on and do, and its id can be copied", async () => {
    await expect(head).toContainText(/vCPU/u);
    await expect(head).toContainText(/\d+ (training|idle|starting|last training failed)/u);
    await expect(head.getByRole("img", { name: /^\d+ (running|completed|failed)$/u }).first()).toBeVisible();
    await head.focus();
    await page.keyboard.press("c");
    await expect(page.getByRole("status", { name: "Messages" })).toHaveText("Id copied");
    await expect(head).toHaveAttribute("aria-expanded", "true");
    const launcher = await clipboardOf(page);
    await expect(head).toContainText(launcher.slice(0, 8));
  });

  await test.step("a group folds at a click on its head, and the link keeps it", async () => {
    await expect.poll(() => shownIds(page)).toEqual(shown);
    const count = Number.parseInt(await head.getByText(/ sessions?$/u).innerText(), 10);
    const rowCount = await grid(page).getAttribute("aria-rowcount");
    await head.click();
    await expect(head).toHaveAttribute("aria-expanded", "false");
    await expect.poll(() => shownIds(page)).not.toContain(shown[0]);
    await expect(row(page, shown[count] ?? "")).toBeVisible();
    // A row that is folded away is still one of the list.
    await expect(grid(page)).toHaveAttribute("aria-rowcount", rowCount ?? "");

    const other = await freshPage();
    await other.goto(page.url());
    await expect(heads(other).first()).toHaveAttribute("aria-expanded", "false");
    expect(decodeURIComponent(new URL(page.url()).search)).toMatch(/^\?group=launcher&folded=persistent:/u);
    await page.goBack();
    await expect(head).toHaveAttribute("aria-expanded", "true");
    await head.click();
    await head.click();
    expect(new URL(page.url()).search).toBe("?group=launcher");
  });
});

test.describe("a long list", () => {
  test.use({ world: { sessions: 400, speed: 0 }, viewport: { width: 1440, height: 900 } });

  test("has the head of the group in view at its top, with no row under it, and stands still", async ({
    page,
  }) => {
    await openGrouped(page);
    const begin = await topOfRows(page);
    const head = temporary(page);
    // The last group is the largest.
    const toTheMiddle = async () => {
      await grid(page).evaluate((list) => list.scrollTo({ top: list.scrollHeight / 2 }));
      await expect(head).toBeInViewport();
    };

    await test.step("no row that the keyboard goes to is under the head", async () => {
      await toTheMiddle();
      const ids = await shownIds(page);
      await row(page, ids[8] ?? "").focus();
      for (let step = 0; step < 20; step += 1) await page.keyboard.press("ArrowUp");
      const focused = grid(page).locator('[role="row"]:focus');
      await expect(focused).toHaveAttribute("data-session-id", /./u);
      const bottom = (await top(head)) + 32;
      expect(await top(focused)).toBeGreaterThanOrEqual(bottom - 1);
    });

    await test.step("it stands still when an answer comes, and a folded group stays where its head is", async () => {
      await toTheMiddle();
      const before = await updatedAt(page);
      const seen = await shownIds(page);
      await pollNow(page);
      await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
      expect(await shownIds(page)).toEqual(seen);
      await head.click();
      await expect(head).toHaveAttribute("aria-expanded", "false");
      await expect(head).toBeInViewport();
      expect(await top(head)).toBeGreaterThanOrEqual(begin);
      await head.click();
      await expect(head).toHaveAttribute("aria-expanded", "true");
    });

    await test.step("the head is whole while wheeling, until the next one comes", async () => {
      await toTheMiddle();
      expect(await top(head)).toBe(begin);
      await rows(page).nth(8).hover();
      // What is painted in each frame of the wheeling, as the page itself sees it.
      await page.evaluate(() => {
        const list = document.querySelector('[role="treegrid"]');
        const found: string[] = [];
        const look = () => {
          const box = list?.getBoundingClientRect();
          const at = (y: number) =>
            document
              .elementsFromPoint((box?.left ?? 0) + 60, (box?.top ?? 0) + y)
              // Over the rows lies what keeps the pointer from them.
              .find((element) => element.matches("[data-key] *, [data-key]"))
              ?.closest("[data-key]");
          // Just below the head of the list, and a row further down.
          found.push(
            `${at(40)?.getAttribute("aria-level")} ${at(120)?.getAttribute("data-key") === undefined}`,
          );
          Object.assign(window, { found });
          requestAnimationFrame(look);
        };
        look();
      });
      for (let step = 0; step < 12; step += 1) await page.mouse.wheel(0, 333);
      const found = await page.evaluate(() => Reflect.get(window, "found") as string[]);
      expect(found.length).toBeGreaterThan(2);
      expect([...new Set(found)]).toEqual(["1 false"]);
      expect(await top(head)).toBe(begin);
    });
  });
});

test("a check by WCAG 2.2 AA finds nothing wrong with groups, folded and open, light and wide, dark and narrow", async ({
  page,
}) => {
  const check = async (view: string, from: number) => {
    for (const [colorScheme, size] of [
      ["dark", { width: 390, height: 844 }],
      ["light", { width: 1440, height: 900 }],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await grid(page).evaluate((list, top) => list.scrollTo({ top }), from);
      await painted(page);
      await expectAccessible(page, `${view}, ${colorScheme}, ${size.width} px`);
    }
  };
  await openGrouped(page, `&folded=temporary&open=${TRAINED}`);
  await check("groups", 200);
  await row(page, TRAINED).click();
  await page.getByRole("group", { name: "Group" }).getByRole("button", { name: "Model" }).click();
  await expect(page).toHaveURL("/?group=model&folded=temporary");
  await expect(rows(page).first()).toBeVisible();
  await check("groups of models", 0);
});
