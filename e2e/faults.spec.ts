import type { Page } from "@playwright/test";
import { runningSessions } from "./support/api.ts";
import { barsOf } from "./support/bars.ts";
import { BEGINNING, type TestClock } from "./support/clock.ts";
import { grid, live, pollNow, row, rows, shownIds, updatedAt } from "./support/list.ts";
import { startApi, startPage } from "./support/servers.ts";
import { forgetVisit, storedSessions } from "./support/stored.ts";
import { expect, test, type Dashboard } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 5, speed: 0 } });
test.beforeEach(({ watchdog }) => watchdog.expect(FAILED_REQUEST));

const SECOND = 1_000;
const MINUTE = 60_000;

const calls = (dashboard: Dashboard) => dashboard.stats().calls["Debug/getDebugSessions"] ?? 0;
const problem = (page: Page) => page.getByRole("alert");
const clockNotice = (page: Page) => page.getByRole("status", { name: "Clock notice" });
const again = (page: Page) => problem(page).getByRole("button", { name: "Try again" });

/** Time goes by for the API and the page. */
async function skip(page: Page, dashboard: Dashboard, { from = 0, to }: { from?: number; to: number }) {
  await dashboard.moveClock({ offsetMs: to });
  await page.clock.fastForward(to - from);
}

test("an HTTP status is told by the error in it or by its number, and the next try recovers", async ({
  page,
  dashboard,
}) => {
  await test.step("an HTTP status with an error of the API is that error", async () => {
    const told = [
      { status: 401, phase: "unauthorised", words: "The API key was rejected." },
      { status: 402, phase: "waiting", words: "Payment is required." },
      { status: 429, phase: "waiting", words: "Too many requests." },
      { status: 500, phase: "retrying", words: "The API answered unknown." },
    ];
    for (const [index, { status, phase, words }] of told.entries()) {
      await test.step(`${status}`, async () => {
        dashboard.setFaults({ status, body: "frame" });
        if (index === 0) await page.goto("/");
        else await again(page).click();
        await expect(problem(page)).toContainText(words);
        await expect(live(page)).toHaveAttribute("data-phase", phase);
      });
    }
  });

  await test.step("an HTTP status without an error of the API is told by its number", async () => {
    for (const status of [401, 304, 402, 403, 404, 413, 500, 502, 503, 504]) {
      await test.step(`${status}`, async () => {
        dashboard.setFaults({ status });
        await again(page).click();
        await expect(problem(page)).toContainText(`answered with HTTP status ${status}.`);
        await expect(live(page)).toHaveAttribute("data-phase", "retrying");
        await expect(live(page)).toContainText(/retry in \d+\s*[sm]/u);
      });
    }
    dashboard.setFaults({});
    await again(page).click();
    await expect(rows(page)).toHaveCount(5);
    await expect(problem(page)).toHaveCount(0);
  });
});

test("a wait that the API asks for is kept to its end, or until a person tries again", async ({
  page,
  dashboard,
}) => {
  await test.step("where payment is required the page looks again in five minutes", async () => {
    dashboard.setFaults({ error: "payment_required" });
    await page.clock.install({ time: BEGINNING });
    await page.goto("/");
    await expect(problem(page)).toContainText("Payment is required.");
    dashboard.setFaults({});
    await skip(page, dashboard, { to: 4 * MINUTE });
    await expect(live(page)).toContainText(/retry in (1\s*m|5\d\s*s)/u);
    expect(calls(dashboard)).toBe(1);
    await skip(page, dashboard, { from: 4 * MINUTE, to: 6 * MINUTE });
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await expect(rows(page)).toHaveCount(5);
  });

  await test.step("too many requests without a time to wait are waited after for a minute, or until a person tries again", async () => {
    const from = 6 * MINUTE;
    dashboard.setFaults({ status: 429 });
    await pollNow(page);
    await expect(problem(page)).toContainText("Too many requests.");
    await expect(live(page)).toContainText(/retry in (1\s*m|5\d\s*s)/u);
    const before = calls(dashboard);
    // What is left of the first wait differs from the second: that tells when its answer is there.
    await skip(page, dashboard, { from, to: from + 20 * SECOND });
    await expect(live(page)).toContainText(/retry in [34]\d\s*s/u);
    await again(page).click();
    await expect(live(page)).toContainText(/retry in (1\s*m|5\d\s*s)/u);
    expect(calls(dashboard)).toBe(before + 1);

    dashboard.setFaults({});
    await skip(page, dashboard, { from: from + 20 * SECOND, to: from + 70 * SECOND });
    await expect(live(page)).toContainText(/retry in \d\s*s/u);
    expect(calls(dashboard)).toBe(before + 1);
    await skip(page, dashboard, { from: from + 70 * SECOND, to: from + 85 * SECOND });
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    expect(calls(dashboard)).toBe(before + 2);
  });
});

test("an answer counts for more than the browser's word that it is offline", async ({ page, dashboard }) => {
  await page.clock.install({ time: BEGINNING });
  await page.goto("/");
  await expect(rows(page)).toHaveCount(5);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
    dispatchEvent(new Event("offline"));
  });
  const before = await updatedAt(page);
  await skip(page, dashboard, { to: 6 * SECOND });
  await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  await expect(problem(page)).toHaveCount(0);
});

test("an answer that drips is given up ten seconds after it was asked for", async ({ page, dashboard }) => {
  // On the page the deadline goes by the clock that the test moves; in a worker it does not.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await page.clock.install({ time: BEGINNING });
  await page.goto("/");
  await expect(rows(page)).toHaveCount(5);
  dashboard.setFaults({ dripBytesPerSecond: 20 });
  const dripping = page.waitForResponse("**/getDebugSessions");
  await pollNow(page);
  expect((await dripping).status()).toBe(200);
  await skip(page, dashboard, { to: 11 * SECOND });
  await expect(problem(page)).toContainText("did not answer within 10 s.");
  await expect(rows(page)).toHaveCount(5);
  await expect.poll(() => dashboard.stats()).toMatchObject({ inFlight: 0, aborted: 1 });
});

test("an answer is read whatever its type, and a session that it leaves out has ended until another brings it back", async ({
  page,
  dashboard,
}) => {
  await test.step("an answer of the wrong content type is read all the same", async () => {
    dashboard.setFaults({ contentType: "text/html" });
    await page.goto("/");
    await expect(rows(page)).toHaveCount(5);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
  });

  await test.step("a session that one answer leaves out has ended until another brings it back", async () => {
    dashboard.setFaults({});
    await expect(rows(page)).toHaveCount(5);
    const ended = grid(page).locator('[data-activity="ended"]');
    dashboard.setFaults({ sessions: ["vanish-first"] });
    await pollNow(page);
    await expect(ended).toHaveCount(1);
    const id = (await ended.getAttribute("data-session-id")) ?? "";
    dashboard.setFaults({});
    await pollNow(page);
    await expect(ended).toHaveCount(0);
    await expect(row(page, id)).toBeVisible();
    await page.goto(`/sessions/${encodeURIComponent(id)}?tab=activity`);
    await expect(page.getByRole("tabpanel")).toContainText("Session first seen");
    const log = page.getByRole("tabpanel").getByRole("listitem");
    await expect(log.nth(0)).toContainText("Session reported again");
    await expect(log.nth(1)).toContainText("Session no longer reported");
  });
});

const SKEWS = [
  { name: "ahead of", clockSkewMs: -20 * MINUTE },
  { name: "behind", clockSkewMs: 20 * MINUTE },
] as const;

for (const mode of ["demo", "gateway"] as const) {
  test.describe(`in ${mode} mode`, () => {
    test.use({ mode });
    for (const { name, clockSkewMs } of SKEWS) {
      test(`a computer's clock ${name} the API's is told, and ages go by the API's`, async ({
        page,
        dashboard,
        clock,
      }) => {
        dashboard.setFaults({ clockSkewMs });
        await page.goto("/");
        await expect(clockNotice(page)).toContainText(
          new RegExp(`This computer's clock is (20\\s*m|1[89]\\s*m).* ${name} the API's`, "u"),
        );
        await expectTrueAges(page, dashboard, () => clock.now() + clockSkewMs);
      });
    }
  });
}

/** Each session is as old as the API says, and no bar begins or ends after now. */
async function expectTrueAges(page: Page, dashboard: Dashboard, apiNow: TestClock["now"]): Promise<void> {
  for (const { id, startedAt } of await runningSessions(dashboard)) {
    // The minute may be over between two looks.
    const minutes = () => Math.floor((apiNow() - startedAt) / MINUTE) % 60;
    await expect
      .poll(async () => {
        const text = (await row(page, id).locator('[title^="Started "]').innerText()).replaceAll(/\s/gu, " ");
        return text.includes(`${minutes()} m`) || text.includes(`${String(minutes()).padStart(2, "0")} m`);
      })
      .toBe(true);
  }
  const { axis, bars } = await barsOf(grid(page));
  expect(bars.length).toBeGreaterThan(0);
  for (const { left, right } of bars) {
    expect(right).toBeGreaterThanOrEqual(left);
    expect(right).toBeLessThanOrEqual(axis.right + 1);
  }
}

test.describe("in direct mode", () => {
  test.use({ mode: "direct" });

  async function connect(page: Page, key: string): Promise<void> {
    await page.getByRole("textbox", { name: "API key" }).fill(key);
    await page.getByRole("button", { name: "Connect" }).click();
  }

  test("a refused connection is told, what was known stays, and it goes on when the API is back", async ({
    page,
    clock,
  }) => {
    const world = { sessions: 5, speed: 0, now: clock.now };
    const api = await startApi(world);
    const served = await startPage({ mode: "direct", apiAddress: api.url });
    let back: Awaited<ReturnType<typeof startApi>> | undefined;
    try {
      await page.goto(served.url);
      await connect(page, "some-key");
      await expect(rows(page)).toHaveCount(5);
      await api.close();
      await pollNow(page);
      await expect(problem(page)).toContainText(`No connection to 127.0.0.1:${api.port}.`);
      await expect(live(page)).toHaveAttribute("data-phase", "retrying");
      await expect(rows(page)).toHaveCount(5);
      back = await startApi(world, api.port);
      await again(page).click();
      await expect(live(page)).toHaveAttribute("data-phase", "live");
    } finally {
      await served.close();
      await back?.close();
    }
  });

  test("a computer's clock behind the API's or ahead of it is found without a date", async ({
    page,
    dashboard,
  }) => {
    await test.step("behind, by what began after now", async () => {
      dashboard.setFaults({ clockSkewMs: 6 * 60 * MINUTE });
      await page.goto("/");
      await connect(page, "some-key");
      await expect(clockNotice(page)).toContainText("behind the API's");
      await expect(live(page)).toHaveAttribute("data-phase", "live");
    });

    await test.step("ahead, by what begins between two answers", async () => {
      await forgetVisit(page, dashboard.url);
      await page.clock.install({ time: BEGINNING });
      dashboard.setFaults({ clockSkewMs: -6 * 60 * MINUTE });
      await page.goto("/");
      await connect(page, "some-key");
      await expect(rows(page)).toHaveCount(5);
      await expect(clockNotice(page)).toBeEmpty();
      await skip(page, dashboard, { to: 180 * MINUTE });
      await expect(clockNotice(page)).toContainText("ahead of the API's");
    });
  });

  test("where the key is changed, nothing of the key before is shown or kept", async ({
    page,
    dashboard,
  }) => {
    await test.step("a key that is changed while a call is under way: nothing of the old key's answer is shown or kept", async () => {
      dashboard.setFaults({ latencyMs: 8_000, times: 1 });
      await page.goto("/");
      await connect(page, "the-old-key");
      await expect.poll(() => dashboard.stats().inFlight).toBe(1);
      await page.getByRole("button", { name: "Forget key" }).click();
      await connect(page, "bad-new-key");
      await expect(live(page)).toHaveAttribute("data-phase", "unauthorised");
      await expect.poll(() => dashboard.stats()).toMatchObject({ inFlight: 0, aborted: 1 });
      await expect(rows(page)).toHaveCount(0);
      await expect(problem(page)).toContainText("No answer yet.");
      expect(await storedSessions(page)).toEqual([]);
    });

    await test.step("another key shows its own sessions, and nothing of what the key before it showed", async () => {
      await page.getByRole("button", { name: "Forget key" }).click();
      await connect(page, "the-old-key");
      await expect(rows(page)).toHaveCount(5);
      const before = await shownIds(page);
      dashboard.setFaults({ hang: true });
      await pollNow(page);
      await expect.poll(() => dashboard.stats().inFlight).toBe(1);
      await page.getByRole("button", { name: "Forget key" }).click();
      await expect.poll(() => dashboard.stats()).toMatchObject({ inFlight: 0, aborted: 2 });

      dashboard.setFaults({});
      await dashboard.moveClock({ offsetMs: 6 * 60 * MINUTE });
      const others = (await runningSessions(dashboard)).map(({ id }) => id);
      expect(others.toSorted()).not.toEqual(before.toSorted());
      await connect(page, "the-new-key");
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      await expect.poll(async () => (await shownIds(page)).toSorted()).toEqual(others.toSorted());
    });
  });
});
