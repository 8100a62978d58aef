import type { Page } from "@playwright/test";
import { runningSessions } from "./support/api.ts";
import { BEGINNING } from "./support/clock.ts";
import { rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

interface Shown {
  readonly title: string;
  readonly body: string;
}

/** Runs in the page before its own scripts: notifications are kept where the test finds them, and nobody is asked. */
function keepNotifications(): void {
  const shown: (Shown & { click: () => void })[] = [];
  class KeptNotification extends EventTarget {
    static permission = "default";
    static requestPermission() {
      KeptNotification.permission = "granted";
      return Promise.resolve("granted");
    }
    constructor(title: string, { body }: { body: string }) {
      super();
      shown.push({ title, body, click: () => this.dispatchEvent(new Event("click")) });
    }
    close(): void {}
  }
  Object.assign(window, { Notification: KeptNotification, shownNotifications: shown });
}

const shown = (page: Page): Promise<Shown[]> =>
  page.evaluate(() =>
    (window as unknown as { shownNotifications: Shown[] }).shownNotifications.map(({ title, body }) => ({
      title,
      body,
    })),
  );

/** Whether it is the page's turn to notify: one of a browser's tabs does. */
const hasTurn = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.locks.query()).held?.some(({ name }) => name?.startsWith("decthings-notices")),
  );

const clickNewest = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { shownNotifications: { click: () => void }[] }).shownNotifications.at(-1)?.click(),
  );

test("a person who asks for it is notified when a training ends, once, and led to it", async ({
  page,
  dashboard,
}) => {
  await page.addInitScript(keepNotifications);
  await page.clock.install({ time: BEGINNING });
  const before = await runningSessions(dashboard);
  const AHEAD_MS = 600_000;
  await dashboard.moveClock({ offsetMs: AHEAD_MS });
  const later = await runningSessions(dashboard);
  await dashboard.moveClock({ offsetMs: 0 });
  // The session and its one training that fails in the meantime.
  const found = before.flatMap(({ id, trainingSessions }) => {
    const now = later.find((session) => session.id === id)?.trainingSessions ?? [];
    const running = new Set(trainingSessions.filter(({ state }) => state === "running").map((one) => one.id));
    const ended = now.filter(
      (training) =>
        !trainingSessions.some((one) => one.id === training.id && one.state === training.state) &&
        (training.state === "failed" || training.state === "completed"),
    );
    return ended.length === 1 && ended[0] && running.has(ended[0].id) ? [{ id, training: ended[0] }] : [];
  })[0];
  if (!found) throw new Error("No session of this world has one training that ends.");

  await test.step("of one session, and of nothing that ended before", async () => {
    await page.goto(`/sessions/${found.id}`);
    const box = page.getByRole("checkbox", { name: "Notify when a training ends" });
    await box.click();
    await expect(box).toBeChecked();
    // What tells of endings comes a moment after it is asked for, and tells of those from then on.
    await expect.poll(() => hasTurn(page)).toBe(true);
    await dashboard.moveClock({ offsetMs: AHEAD_MS });
    await page.clock.fastForward(AHEAD_MS);
    await expect.poll(() => shown(page)).toHaveLength(1);
    const [notice] = await shown(page);
    expect(notice?.title).toBe(`Training ${found.training.state}`);
    expect(notice?.body).toContain(`Session ${found.id.slice(0, 8)}`);

    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    expect(await shown(page)).toEqual([]);
  });

  await test.step("of all sessions, and the notification leads to its training", async () => {
    await page.getByRole("button", { name: /^Connection/u }).click();
    const box = page.getByRole("checkbox", { name: "Notify when any training ends" });
    await box.click();
    await expect(box).toBeChecked();
    // It is kept: the page that is loaded next notifies too, before anybody asks it to.
    await page.addInitScript(() => Object.assign(Notification, { permission: "granted" }));
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await page.mouse.move(10, 10);
    await expect(page).toHaveTitle(/running/u);
    // Far enough that something ends, near enough that it is little.
    let offsetMs = AHEAD_MS;
    await expect
      .poll(
        async () => {
          offsetMs += 30_000;
          await dashboard.moveClock({ offsetMs });
          await page.clock.fastForward(30_000);
          return (await shown(page)).length;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await clickNewest(page);
    await expect(page).toHaveURL(/\/sessions\/[^?]+\?training=|\/\?ids=/u);
  });
});
