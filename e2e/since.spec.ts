import type { DebugSession } from "@decthings/api-client";
import type { Page } from "@playwright/test";
import { runningSessions } from "./support/api.ts";
import { turn } from "./support/attention.ts";
import { BEGINNING } from "./support/clock.ts";
import { grid, NEXT_POLL, row, rows } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

// The world stands still but for the jumps that a test makes; the view is high enough for the ended sessions below the others.
test.use({ world: { speed: 0 }, viewport: { width: 1280, height: 1600 } });

const AWAY_MS = 10 * 60_000;

/** The page on its list, with timers that a test moves. */
async function open(page: Page, path = "/"): Promise<void> {
  await page.clock.install({ time: BEGINNING });
  await page.goto(path);
  await expect(rows(page).first()).toBeVisible();
  // Who looks is heeded right after the first rows; the bar below comes with that.
  await expect(page.getByRole("contentinfo")).toContainText("Watching since");
}

type Outcome = "completed" | "failed";

/** Trainings of sessions that are there now which ended since, one entry each: the id of the session. */
function endings(before: readonly DebugSession[], now: readonly DebugSession[], outcome: Outcome): string[] {
  const endedBefore = new Set(
    before.flatMap(({ trainingSessions }) =>
      trainingSessions.filter(({ state }) => state !== "running" && state !== "starting").map(({ id }) => id),
    ),
  );
  return now.flatMap(({ id, trainingSessions }) =>
    trainingSessions
      .filter((training) => training.state === outcome && !endedBefore.has(training.id))
      .map(() => id),
  );
}

const without = (some: readonly DebugSession[], others: readonly DebugSession[]): string[] => {
  const ids = new Set(others.map(({ id }) => id));
  return some.map(({ id }) => id).filter((id) => !ids.has(id));
};

const line = (page: Page) => page.getByRole("status", { name: "Since you looked" });
const icon = (page: Page) => page.locator('link[rel="icon"]');

test("on return the tab and one line tell what happened since, until somebody looks", async ({
  page,
  dashboard,
}) => {
  const running = /^\d+ running · Debug Sessions$/u;
  await open(page);
  const before = await runningSessions(dashboard);

  await test.step("the tab tells of failures that nobody saw, until somebody looks", async () => {
    await expect(page).toHaveTitle(running);
    await expect(icon(page)).toHaveAttribute("data-shows", "running");
    await turn(page, "hidden");
    await dashboard.moveClock({ offsetMs: AWAY_MS });
    const failed = endings(before, await runningSessions(dashboard), "failed").length;
    expect(failed).toBeGreaterThan(0);
    await page.clock.fastForward(AWAY_MS);
    await expect(page).toHaveTitle(new RegExp(`^\\(${failed} failed\\) \\d+ running · Debug Sessions$`, "u"));
    await expect(icon(page)).toHaveAttribute("data-shows", "failed");
    await expect(icon(page)).toHaveAttribute("href", /^data:image\/svg/u);

    await turn(page, "visible");
    await expect(page).toHaveTitle(running);
    await expect(icon(page)).toHaveAttribute("data-shows", "running");
  });

  await test.step("the line tells what happened since, each count a link to it", async () => {
    const now = await runningSessions(dashboard);
    const expected = {
      started: without(now, before),
      completed: endings(before, now, "completed"),
      failed: endings(before, now, "failed"),
      ended: without(before, now),
    };
    expect(Object.values(expected).every((ids) => ids.length > 0)).toBe(true);
    await expect(line(page)).toHaveText(
      /^Since you looked, 10\s*m ago: \d+ started · \d+ completed · \d+ failed · \d+ ended/u,
      NEXT_POLL,
    );
    for (const [word, ids] of Object.entries(expected)) {
      await line(page)
        .getByRole("link", { name: `${ids.length} ${word}`, exact: true })
        .click();
      const sessions = new Set(ids);
      await expect(rows(page)).toHaveCount(sessions.size);
      for (const id of sessions) await expect(row(page, id)).toBeVisible();
      await page.goBack();
    }
    await line(page).getByRole("button", { name: "Dismiss" }).click();
    await expect(line(page)).toHaveCount(0);
  });

  await test.step("the tab tells that the page stands still", async () => {
    await page.getByRole("button", { name: "Pause updates" }).click();
    await expect(page).toHaveTitle("Paused · Debug Sessions");
    await expect(icon(page)).toHaveAttribute("data-shows", "trouble");
  });
});

test("nothing is told after a short time away, nor where nothing happened, and of a session its state", async ({
  page,
  dashboard,
}) => {
  await open(page);

  await test.step("nothing is told after a short time away", async () => {
    await turn(page, "hidden");
    await page.clock.fastForward(30_000);
    await dashboard.moveClock({ offsetMs: AWAY_MS });
    await turn(page, "visible");
    await expect(grid(page).locator('[data-activity="ended"]').first()).toBeVisible(NEXT_POLL);
    await expect(line(page)).toHaveCount(0);
  });

  await test.step("nor where nothing happened", async () => {
    await turn(page, "hidden");
    await page.clock.fastForward(AWAY_MS);
    await turn(page, "visible");
    await expect(page.getByRole("status", { name: "Live updates" })).toHaveAttribute("data-phase", "live");
    await expect(line(page)).toHaveCount(0);
  });

  await test.step("the tab of a session tells its state", async () => {
    await page.goto(`/sessions/${TRAINED}`);
    await expect(page).toHaveTitle("97385e39 training · Debug Sessions");
  });
});
