import type { Locator, Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { NEXT_POLL } from "./support/list.ts";
import { AT_THE_BEGINNING, BEFORE, ENDING, TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { sessions: 25, speed: 0 }, viewport: { width: 1440, height: 1400 } });

const launchers = (page: Page): Locator => page.getByRole("treegrid", { name: "Launchers" });
const heads = (page: Page): Locator => launchers(page).getByRole("row", { level: 1 });

/** The sessions that the API tells on each persistent launcher. */
async function placed(dashboard: Parameters<typeof runningSessions>[0]): Promise<Map<string, string[]>> {
  const on = new Map<string, string[]>();
  for (const { id, executionLocation: place } of await runningSessions(dashboard)) {
    const launcher =
      place && "persistentLauncherId" in place ? String(place.persistentLauncherId) : undefined;
    if (launcher !== undefined) on.set(launcher, [...(on.get(launcher) ?? []), id]);
  }
  return on;
}

test("each launcher tells what it has and what runs on it, as the API does", async ({ page, dashboard }) => {
  const on = await placed(dashboard);
  await page.goto("/launchers");
  await expect(heads(page).first()).toBeVisible();
  await expect(page.getByText(new RegExp(`^${on.size} persistent · \\d+ temporary$`, "u"))).toBeVisible();
  for (const [launcher, sessions] of on) {
    const head = heads(page).filter({
      has: page.getByRole("link", { name: `Sessions on launcher ${launcher}` }),
    });
    await expect(head).toContainText(new RegExp(`${sessions.length} sessions?`, "u"));
    await expect(head.getByRole("gridcell").nth(2)).toHaveText(/^\d+(\.\d+)?$/u);
    await expect(head.getByRole("gridcell").nth(3)).toHaveText(/(MiB|GiB|TiB)$/u);
    for (const id of sessions) {
      await expect(launchers(page).getByRole("link", { name: `Session ${id}` })).toBeAttached();
    }
  }
});

test("its name leads to its sessions in the list, a session's to its page", async ({ page, dashboard }) => {
  const on = await placed(dashboard);
  const [launcher = ""] = [...on].find(([, ids]) => ids.includes(TRAINED)) ?? [];
  await page.goto("/launchers");
  await launchers(page)
    .getByRole("link", { name: `Sessions on launcher ${launcher}` })
    .click();
  await expect(page).toHaveURL(`/?launcher=${launcher}`);
  await page.goBack();
  await launchers(page)
    .getByRole("link", { name: `Session ${TRAINED}` })
    .click();
  await expect(page).toHaveURL(`/sessions/${TRAINED}`);
});

test("a link may be to one launcher, or to one that nobody has seen", async ({ page, dashboard }) => {
  const [launcher = ""] = [...(await placed(dashboard)).keys()];
  await page.goto(`/launchers?launcher=${launcher}`);
  await expect(heads(page)).toHaveCount(1);
  await page.getByRole("button", { name: "All launchers" }).click();
  await expect(page).toHaveURL("/launchers");
  await expect(heads(page)).not.toHaveCount(1);
  await page.goto("/launchers?launcher=nobody");
  await expect(page.getByText("Nothing was seen on this launcher")).toBeVisible();
});

test("what ended is kept with its launcher, folded away", async ({ page, dashboard }) => {
  await dashboard.moveClock(BEFORE);
  await page.goto("/launchers");
  await expect(launchers(page).getByRole("link", { name: `Session ${ENDING}` })).toBeAttached();
  await dashboard.moveClock(AT_THE_BEGINNING);
  const ended = launchers(page).getByRole("link", { name: `Session ${ENDING}, Ended` });
  const before = launchers(page).getByRole("row", { name: /before, no longer reported/u });
  await expect(before.first()).toBeVisible(NEXT_POLL);
  await expect(ended).toHaveCount(0);
  for (const one of await before.all()) await one.click();
  await expect(ended).toBeAttached();
});

test("arrow keys go through the rows, fold launchers and open sessions", async ({ page }) => {
  await page.goto("/launchers");
  await expect(heads(page).first()).toBeVisible();
  const count = async () => Number(await launchers(page).getAttribute("aria-rowcount"));
  const all = await count();
  await heads(page).first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(heads(page).first()).toHaveAttribute("aria-expanded", "false");
  expect(await count()).toBeLessThan(all);
  await page.keyboard.press("ArrowRight");
  await expect(heads(page).first()).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(launchers(page).getByRole("row", { level: 2 }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sessions\//u);
});

test.describe("a check by WCAG 2.2 AA finds nothing wrong with the launchers", () => {
  test.slow();
  test.use({ world: { sessions: 6, speed: 0 } });

  test("and nothing out of reach", async ({ page }) => {
    await page.goto("/launchers");
    await expect(heads(page).first()).toBeVisible();
    await expectAccessibleEverywhere(page, "launchers");
  });
});

test.describe("an empty world", () => {
  test.use({ world: { scenario: "empty" } });

  test("has no launchers, and says so", async ({ page }) => {
    await page.goto("/launchers");
    await expect(page.getByText("No debug sessions are running")).toBeVisible();
  });
});
