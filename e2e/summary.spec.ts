import type { Page } from "@playwright/test";
import { grid, live, NEXT_POLL, pollNow, row, rows, textFilter } from "./support/list.ts";
import { expectStillUnderProblem } from "./support/place.ts";
import { AT_THE_BEGINNING, BEFORE, ENDING, TRAINED, YOUNG } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 25, speed: 0 }, viewport: { width: 1440, height: 900 } });

const summary = (page: Page) => page.getByRole("region", { name: "Summary" });
const count = (page: Page, name: RegExp) => summary(page).getByRole("button", { name });
const said = (page: Page) => page.getByRole("status", { name: "List changes" });

/** The number that a count begins with. */
const figure = async (page: Page, name: RegExp) =>
  Number(/\d+/u.exec((await count(page, name).textContent()) ?? "")?.[0]);

test("the summary tells what goes on, chooses what is shown, and a problem beside it covers nothing", async ({
  page,
  dashboard,
  watchdog,
}) => {
  const vcpu = summary(page).getByRole("img", { name: /^vCPU in use/u });
  const now = async () => /: ([\d.]+) now/u.exec((await vcpu.getAttribute("aria-label")) ?? "")?.[1];
  const shown = async () => (await summary(page).locator(".spark .v").first().textContent()) ?? "";
  await dashboard.moveClock(BEFORE);
  await page.goto("/");
  await expect(row(page, ENDING)).toBeVisible();

  const before = await test.step("what is held is one figure at first", async () => {
    await expect(vcpu).toHaveAttribute(
      "aria-label",
      /^vCPU in use: [\d.]+ now, [\d.]+ while watched in the last 3 h$/u,
    );
    const figureNow = await shown();
    expect(await now()).toBe(figureNow);
    return figureNow;
  });

  await test.step("what changes is told to who hears the page: not the first answer, and no age", async () => {
    await expect(said(page)).toBeAttached();
    await expect(said(page)).toBeEmpty();
    await dashboard.moveClock(AT_THE_BEGINNING);
    await pollNow(page);
    await expect(row(page, YOUNG)).toBeVisible();
    await expect(said(page)).toContainText(/sessions? started/u);
    await expect(said(page)).toContainText(/sessions? no longer reported/u);
    await expect(said(page)).not.toContainText(/ago|\d\s[hms]\b/u);

    await textFilter(page).pressSequentially("97385e");
    await expect(said(page)).toHaveText("1 session shown");
    await textFilter(page).fill("nothing like this");
    await expect(said(page)).toHaveText("No session shown");
    await textFilter(page).fill("");
    await expect(page).toHaveURL("/");
    await expect(row(page, YOUNG)).toBeVisible();
  });

  await test.step("what was held is drawn as far as it was watched, and says the figure that stands beside it", async () => {
    await expect.poll(shown).not.toBe(before);
    await expect.poll(async () => (await now()) === (await shown())).toBe(true);
    await expect(vcpu).toHaveAttribute("aria-label", / [\d.]+ to [\d.]+ while watched/u);

    const all = await shown();
    await count(page, /running$/u).click();
    await expect.poll(shown).not.toBe(all);
    await expect.poll(async () => (await now()) === (await shown())).toBe(true);
    await expect(summary(page).getByRole("img")).toHaveCount(3);
    // Its place is kept for it: nothing moves when it comes.
    const column = summary(page).locator(".stat.spark").first();
    const width = () =>
      column.evaluate((stat) => getComputedStyle(stat).gridTemplateColumns.split(" ").at(-1));
    expect(await width()).toBe("72px");
    await count(page, /running$/u).click();
    await expect(page).toHaveURL("/");
  });

  await test.step("the figures of sessions choose between those reported and those that ended", async () => {
    await expect(count(page, /ended$/u)).toBeVisible();
    const ended = await figure(page, /ended$/u);
    await count(page, /ended$/u).click();
    await expect(page).toHaveURL("/?ended=only");
    await expect(rows(page)).toHaveCount(ended);
    await expect(row(page, ENDING)).toBeVisible();
    await count(page, /ended$/u).click();
    await expect(page).toHaveURL("/");
    await expect.poll(() => figure(page, /sessions$/u)).toBeGreaterThan(0);
    const reported = await figure(page, /sessions$/u);
    await count(page, /sessions$/u).click();
    await expect(page).toHaveURL("/?ended=hide");
    await expect(grid(page)).toHaveAttribute("aria-rowcount", String(reported + 1));
    await expect(count(page, /sessions$/u)).toHaveAttribute("aria-pressed", "true");
    await count(page, /sessions$/u).click();
    await expect(page).toHaveURL("/");
  });

  await test.step("a press on the count of a state shows its sessions, another takes that off", async () => {
    await count(page, /failed$/u).click();
    await expect(page).toHaveURL("/?state=failed");
    await expect(count(page, /failed$/u)).toHaveAttribute("aria-pressed", "true");
    await expect(grid(page).locator("[data-session-id]:not([data-activity=failed])")).toHaveCount(0);
    await expect(rows(page).first()).toBeVisible();
    await count(page, /running$/u).click();
    await expect(page).toHaveURL("/?state=running,failed");
    await count(page, /failed$/u).press("Enter");
    await expect(page).toHaveURL("/?state=running");
    await count(page, /running$/u).press("Space");
    await expect(page).toHaveURL("/");
    await page.goBack();
    await expect(count(page, /running$/u)).toHaveAttribute("aria-pressed", "true");
    await page.goForward();
    await expect(page).toHaveURL("/");
  });

  await test.step("a problem covers no row that has the focus", async () => {
    await textFilter(page).fill(TRAINED);
    await expect(rows(page)).toHaveCount(1);
    await row(page, TRAINED).focus();
    expect(watchdog.complaints()).toEqual([]);
    watchdog.expect(FAILED_REQUEST);
    dashboard.setFaults({ status: 503 });
    await expect(page.getByRole("alert")).toBeVisible(NEXT_POLL);
    const head = await page.getByRole("columnheader", { name: "Session", exact: true }).boundingBox();
    const box = await row(page, TRAINED).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
  });
});

for (const { name, size, sessions } of [
  { name: "a short list", size: { width: 1440, height: 1400 }, sessions: 12 },
  { name: "a phone", size: { width: 390, height: 844 }, sessions: 25 },
]) {
  test.describe(name, () => {
    test.use({ world: { sessions, speed: 0 }, viewport: size });

    test("stays under the pointer while a problem comes and goes", async ({ page, dashboard, watchdog }) => {
      watchdog.expect(FAILED_REQUEST);
      await page.goto("/");
      await expect(rows(page).first()).toBeVisible();
      await expect(said(page)).toBeAttached();
      const id = (await rows(page).nth(3).getAttribute("data-session-id")) ?? "";
      await row(page, id).hover({ position: { x: 300, y: 10 } });
      await expectStillUnderProblem(row(page, id), dashboard);
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      await page.mouse.move(200, 20);
      await expect.poll(() => grid(page).evaluate((list) => list.scrollTop)).toBe(0);
    });
  });
}
