import type { Locator, Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { pollNow } from "./support/list.ts";
import { paintedTop } from "./support/place.ts";
import { TRAINED } from "./support/sessions.ts";
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

test("each launcher tells what it has and what is on it, by links, keys and after the end", async ({
  page,
  dashboard,
}) => {
  const on = await placed(dashboard);

  await test.step("it tells what it has and what runs on it, as the API does", async () => {
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

  await test.step("arrow keys go through the rows, fold launchers and open sessions", async () => {
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
    await page.goBack();
    await expect(page).toHaveURL("/launchers");
  });

  await test.step("its name leads to its sessions in the list, a session's to its page", async () => {
    const [launcher = ""] = [...on].find(([, ids]) => ids.includes(TRAINED)) ?? [];
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

  await test.step("a link may be to one that nobody has seen, or to one alone", async () => {
    await page.goto("/launchers?launcher=nobody");
    await expect(page.getByText("Nothing was seen on this launcher")).toBeVisible();
    const [launcher = ""] = [...on.keys()];
    await page.goto(`/launchers?launcher=${launcher}`);
    await expect(heads(page)).toHaveCount(1);
    await page.getByRole("button", { name: "All launchers" }).click();
    await expect(page).toHaveURL("/launchers");
    await expect(heads(page)).not.toHaveCount(1);
  });

  await test.step("type, order and time are chosen by menus and stand in the link", async () => {
    const choose = async (menu: string, kind: "menuitemcheckbox" | "menuitemradio", line: RegExp) => {
      await page.getByRole("button", { name: menu }).click();
      await page.getByRole("menu").getByRole(kind, { name: line }).click();
      await page.keyboard.press("Escape");
    };
    await choose("Type", "menuitemcheckbox", /^Temporary/u);
    await expect(heads(page)).toHaveText([/^Temporary/u]);
    await choose("Type: Temporary", "menuitemcheckbox", /^Temporary/u);
    await choose("Type", "menuitemcheckbox", /^Persistent/u);
    await expect(heads(page).filter({ hasText: /^Temporary/u })).toHaveCount(0);
    await choose("Sort Largest", "menuitemradio", /^Id$/u);
    await choose("Last 3 h", "menuitemradio", /^Last 1 h$/u);
    await expect(page).toHaveURL("/launchers?location=persistent&sort=id&range=1h");
    await expect(
      heads(page)
        .first()
        .getByRole("img", { name: /in the last hour$/u }),
    ).toBeAttached();
    await page.reload();
    await expect(heads(page).getByRole("link")).toHaveCount(on.size);
    const ids = await heads(page)
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
    expect(ids).toEqual([...on.keys()].toSorted().map((id) => `Sessions on launcher ${id}`));
  });

  await test.step("the axis is zoomed and moved, and now is a step away", async () => {
    const axis = launchers(page).locator("[data-axis-from]");
    const ends = async () => ({
      from: Number(await axis.getAttribute("data-axis-from")),
      to: Number(await axis.getAttribute("data-axis-to")),
    });
    const turn = async (key: string, by: number) => {
      await page.keyboard.down(key);
      await page.mouse.wheel(0, by);
      await page.keyboard.up(key);
    };
    await axis.hover();
    await turn("Control", -240);
    await expect(page).toHaveURL(/sort=id&from=[^&]+&to=[^&]+$/u);
    const zoomed = await ends();
    expect(zoomed.to - zoomed.from).toBeLessThan(3_000_000);
    await turn("Shift", -120);
    await expect.poll(async () => (await ends()).to).toBeLessThan(zoomed.to);
    const moved = await ends();
    expect(moved.to - moved.from).toBe(zoomed.to - zoomed.from);
    await page.getByRole("button", { name: "Back to now" }).click();
    await expect(page).toHaveURL("/launchers?location=persistent&sort=id&range=1h");
    await page.keyboard.press("]");
    await expect(page).toHaveURL("/launchers?location=persistent&sort=id");
    await page.keyboard.press("[");
    await expect(page).toHaveURL("/launchers?location=persistent&sort=id&range=1h");
    await page.goto("/launchers");
    await expect(heads(page).filter({ hasText: /^Temporary/u })).toBeVisible();
  });

  await test.step("what ended is kept with it, folded away", async () => {
    const running = await runningSessions(dashboard);
    await dashboard.moveClock({ offsetMs: 600_000 });
    const still = new Set((await runningSessions(dashboard)).map(({ id }) => id));
    const { id = "" } = running.find((session) => !still.has(session.id)) ?? {};
    await expect(launchers(page).getByRole("link", { name: `Session ${id}` })).toBeAttached();
    await pollNow(page);
    const ended = launchers(page).getByRole("link", { name: `Session ${id}, Ended` });
    const before = launchers(page).getByRole("row", { name: /before, no longer reported/u });
    await expect(before.first()).toBeVisible();
    await expect(ended).toHaveCount(0);
    for (const one of await before.all()) await one.click();
    await expect(ended).toBeAttached();
  });
});

test("nothing moves where the reader is: who comes is counted, and who goes stays as it was", async ({
  page,
  dashboard,
}) => {
  await page.goto("/launchers");
  await expect(heads(page).first()).toBeVisible();
  const running = await runningSessions(dashboard);
  await dashboard.moveClock({ offsetMs: 600_000 });
  const still = new Set((await runningSessions(dashboard)).map(({ id }) => id));
  const { id = "" } = running.find((session) => !still.has(session.id)) ?? {};
  const row = launchers(page)
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: `Session ${id}` }) });
  await row.focus();
  // Nor by the notice of the clock that was moved, which comes over the grid.
  const place = () => paintedTop(row);
  const before = await place();
  const waiting = page.getByRole("button", { name: /^Show \d+ new$/u });
  await expect(waiting).toBeVisible({ timeout: 20_000 });
  await expect(row).toBeFocused();
  expect(await place()).toBe(before);
  await page.keyboard.press("Escape");
  await expect(waiting).toHaveCount(0);
  await expect(row).toHaveCount(0);
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
