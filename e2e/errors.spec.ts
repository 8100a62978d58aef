import { allSignsAreThere, live, NEXT_POLL, pollNow, row, rows, updatedAt } from "./support/list.ts";
import { FAILING_WAYS, type FailingWay } from "./support/problems.ts";
import { TRAINED } from "./support/sessions.ts";
import { forgetVisit } from "./support/stored.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 5, speed: 0 } });
test.beforeEach(({ watchdog }) => watchdog.expect(FAILED_REQUEST));

/** One way for each thing that the page may say. */
const ONE_OF_EACH = FAILING_WAYS.filter(
  ({ words }, index) => FAILING_WAYS.findIndex((way) => way.words === words) === index,
);

const KINDS = ["an error of the API", "an answer that cannot be read", "a failing server or connection"];

function kindOf({ error, frame, status }: FailingWay["faults"]): string | undefined {
  if (error !== undefined) return KINDS[0];
  return KINDS[frame !== undefined || status === 200 ? 1 : 2];
}

test.describe("before there is any answer", () => {
  for (const kind of KINDS) {
    test(`${kind} is told, and a new try recovers at once`, async ({ page, dashboard }) => {
      for (const { name, faults, phase, words } of FAILING_WAYS.filter(
        (way) => kindOf(way.faults) === kind,
      )) {
        await test.step(name, async () => {
          await forgetVisit(page, dashboard.url);
          dashboard.setFaults(faults);
          await page.goto("/");
          await expect(live(page)).toHaveAttribute("data-phase", phase);
          await expect(live(page)).not.toHaveAttribute("data-updated-at");
          const alert = page.getByRole("alert");
          await expect(alert).toContainText(words);
          // What the visit before still had to store as it was left may have come after all else was cleared.
          await expect(alert).toContainText(/No answer yet\.|Showing what was known before\./u);
          await expect(page.getByText("No debug sessions are running")).toHaveCount(0);

          dashboard.setFaults({});
          await alert.getByRole("button", { name: "Try again" }).click();
          await expect(rows(page)).toHaveCount(5);
          await expect(live(page)).toHaveAttribute("data-phase", "live");
          await expect(alert).toHaveCount(0);
        });
      }
    });
  }

  test("an answer that does not come is given up after ten seconds, and a time that the API asks to wait is kept", async ({
    page,
    dashboard,
  }) => {
    const alert = page.getByRole("alert");
    await test.step("an answer that does not come is given up after ten seconds", async () => {
      dashboard.setFaults({ hang: true });
      await page.goto("/");
      await expect(live(page)).toHaveAttribute("data-phase", "connecting");
      await expect(alert).toContainText(/did not answer within 10 s\./u, { timeout: 14_000 });
      await expect(live(page)).toHaveAttribute("data-phase", "retrying");
      await expect.poll(() => dashboard.stats()).toMatchObject({ inFlight: 0, aborted: 1 });
    });

    await test.step("the time the API asks to wait is kept, whatever is filtered meanwhile", async () => {
      dashboard.setFaults({ status: 429, retryAfterSeconds: 300 });
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(live(page)).toHaveAttribute("data-phase", "waiting");
      await expect(live(page)).toContainText(/retry in [45]\s*m/u);
      const { calls } = dashboard.stats();
      await page.getByRole("textbox", { name: "Session ids" }).fill(TRAINED);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`/?ids=${TRAINED}`);
      await expect(live(page)).toHaveAttribute("data-phase", "waiting");
      await expect(alert).toContainText("Too many requests.");
      expect(dashboard.stats().calls).toEqual(calls);
    });
  });
});

test("through every problem the last answer stays, dated, and a new try recovers", async ({
  page,
  dashboard,
}) => {
  await page.goto(`/?open=${TRAINED}`);
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  const answered = await updatedAt(page);
  const alert = page.getByRole("alert");
  const again = alert.getByRole("button", { name: "Try again" });
  for (const [index, { name, faults, phase, words }] of ONE_OF_EACH.entries()) {
    await test.step(name, async () => {
      dashboard.setFaults(faults);
      await (index > 0 ? again.click() : pollNow(page));
      await expect(alert).toContainText(words);
      await expect(live(page)).toHaveAttribute("data-phase", phase);
      await expect(alert).toContainText(/Showing the last answer from \d\d:\d\d:\d\d\./u);
      await expect(rows(page)).toHaveCount(5);
      await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
      expect(await updatedAt(page)).toBe(answered);
    });
  }
  dashboard.setFaults({});
  await again.click();
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  await expect(alert).toHaveCount(0);
  expect(await updatedAt(page)).toBeGreaterThan(answered);
});

test("a problem that passes is gone without anybody's doing", async ({ page, context, dashboard }) => {
  const alert = page.getByRole("alert");
  await test.step("a failing server, with the next poll", async () => {
    dashboard.setFaults({ status: 503, times: 1 });
    await page.goto("/");
    await expect(alert).toContainText("HTTP status 503");
    await expect(live(page)).toContainText(/retry in \d+\s*s/u);
    await expect(live(page)).toHaveAttribute("data-phase", "live", { timeout: 14_000 });
    await expect(alert).toHaveCount(0);
  });

  await test.step("without a network the page says it is offline, and is live again as soon as there is one", async () => {
    await expect(rows(page)).toHaveCount(5);
    await allSignsAreThere(page);
    await context.setOffline(true);
    await expect(live(page)).toHaveAttribute("data-phase", "offline", NEXT_POLL);
    await expect(alert).toContainText(
      /Offline since \d\d:\d\d:\d\d\. Showing the last answer, \d+\s*[sm] old\. What happened since is hatched\./u,
    );
    await expect(rows(page)).toHaveCount(5);
    await context.setOffline(false);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await expect(alert).toHaveCount(0);
  });
});
