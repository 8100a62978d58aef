import type { Locator } from "@playwright/test";
import { painted } from "./support/accessible.ts";
import { grid, live, NEXT_POLL, pollNow, row, rows, shownIds, updatedAt } from "./support/list.ts";
import { barsOf } from "./support/bars.ts";
import { runningSessions } from "./support/api.ts";
import { TRAINED } from "./support/sessions.ts";
import { forgetVisit } from "./support/stored.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { sessions: 8, speed: 0 } });

test.describe("an empty world", () => {
  test.use({ world: { scenario: "empty" } });

  test("is told as what the API said", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByText("No debug sessions are running")).toBeVisible();
    await expect(page.getByText("A session appears here within 5 s of starting.")).toBeVisible();
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test("an answer is read as far as it can be: no entry of it hides another, counts twice or moves one", async ({
  page,
  dashboard,
}) => {
  const [, second] = await runningSessions(dashboard);
  await test.step("a session that cannot be read is listed with its id and the reason, and hides no other", async () => {
    dashboard.setFaults({ sessions: ["unreadable"] });
    await page.goto("/");
    await expect(rows(page)).toHaveCount(7);
    await expect(grid(page).getByText("1 · returned, but not in a form this page can read")).toBeVisible();
    const unreadable = grid(page)
      .getByRole("row")
      .filter({ hasText: second?.id ?? "no second session" });
    await expect(unreadable).toContainText("startedAt");
    await page.goto(`/sessions/${second?.id ?? ""}`);
    await expect(page.getByText("This session cannot be read")).toBeVisible();
    await expect(page.getByText(/startedAt/u)).toBeVisible();
  });

  await test.step("one that is nested without end is listed with its id and the reason, and hides no other", async () => {
    await forgetVisit(page, dashboard.url);
    dashboard.setFaults({ sessions: ["deep"] });
    await page.goto("/");
    await expect(rows(page)).toHaveCount(7);
    const unreadable = grid(page)
      .getByRole("row")
      .filter({ hasText: second?.id ?? "no second session" });
    await expect(unreadable).toContainText("nested too deep");
    dashboard.setFaults({});
    await pollNow(page);
    await expect(rows(page)).toHaveCount(8);
  });

  await test.step("a session that is answered twice is listed once", async () => {
    await forgetVisit(page, dashboard.url);
    dashboard.setFaults({ sessions: ["duplicates"] });
    await page.goto("/");
    await expect(rows(page)).toHaveCount(8);
    expect(new Set(await shownIds(page)).size).toBe(8);
  });

  await test.step("the order of an answer does not matter", async () => {
    const before = await shownIds(page);
    const at = await updatedAt(page);
    dashboard.setFaults({ sessions: ["reordered"] });
    await pollNow(page);
    await expect.poll(() => updatedAt(page)).toBeGreaterThan(at);
    await expect(rows(page)).toHaveCount(8);
    expect(await shownIds(page)).toEqual(before);
  });
});

test("answers of older and of later servers are shown as they came", async ({ page, dashboard }) => {
  await test.step("shapes of older servers are read", async () => {
    dashboard.setFaults({ sessions: ["legacy-parameters", "no-location"] });
    await page.goto(`/?open=${TRAINED}`);
    await expect(rows(page)).toHaveCount(8);
    await expect(row(page, TRAINED)).toContainText("not told");
    const details = page.getByRole("region", { name: `Details of session ${TRAINED}` });
    await expect(details).toContainText("No location");
    await expect(details).toContainText("The API did not say where this session runs.");
    await expect(
      details.getByRole("table").last().getByRole("row").filter({ hasText: "createState" }),
    ).toHaveCount(1);
    await expect(details.getByRole("table").last()).not.toContainText("no parameters");
  });

  await test.step("a state or a location of tomorrow's server is shown as it came", async () => {
    await forgetVisit(page, dashboard.url);
    dashboard.setFaults({ sessions: ["unknown-state", "unknown-location"] });
    await page.goto(`/?open=${TRAINED}&range=15m`);
    await expect(row(page, TRAINED)).toContainText("edgeDevice");
    await expect(row(page, TRAINED).locator('[data-bar][data-state="unrecognised"]')).toHaveCount(1);
    const details = page.getByRole("region", { name: `Details of session ${TRAINED}` });
    await expect(details.locator('[role="row"][data-state="unrecognised"]')).toContainText("paused");
    await expect(details).toContainText(/Unrecognised location.*edgeDevice/su);
    // Nobody can tell whether it goes on: it is drawn to now, and no further.
    const { axis, bars } = await barsOf(grid(page));
    const last = Math.max(...bars.map(({ right }) => right));
    expect(last).toBeGreaterThan(axis.right - 2);
    expect(last).toBeLessThanOrEqual(axis.right + 1);
  });

  await test.step("nothing but an id is cut in the table of a session's page, a new state neither", async () => {
    await forgetVisit(page, dashboard.url);
    dashboard.setFaults({ sessions: ["unknown-state"] });
    await page.goto(`/sessions/${TRAINED}`);
    const table = page.getByRole("region", { name: "Training sessions" });
    for (const width of [390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await painted(page);
      await expect(table.locator('[data-state="unrecognised"]')).toContainText("paused");
      const cut = await table
        .locator("th, td:not(:nth-child(2)), .state .plain")
        .evaluateAll((cells) =>
          cells
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map(({ textContent }) => textContent),
        );
      expect(cut, `${width} px`).toEqual([]);
    }
  });
});

test.describe("a flapping world", () => {
  test.use({ world: { scenario: "flapping", sessions: 6, speed: 0 } });

  test("is followed: a session that vanished is ended, and no longer so once it is back", async ({
    page,
  }) => {
    await page.goto("/");
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    const ended = grid(page).locator('[data-activity="ended"]');
    await pollNow(page);
    await expect(ended.first()).toBeVisible(NEXT_POLL);
    const vanished = await idsOf(ended);
    const present = grid(page).locator('[data-session-id]:not([data-activity="ended"])');
    await pollNow(page);
    await expect
      .poll(async () => (await idsOf(present)).filter((id) => vanished.includes(id)).length, NEXT_POLL)
      .toBeGreaterThan(0);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
  });
});

const idsOf = (found: Locator): Promise<(string | null)[]> =>
  found.evaluateAll((elements) => elements.map((element) => element.getAttribute("data-session-id")));
