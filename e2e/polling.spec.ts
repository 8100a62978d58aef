import type { Page } from "@playwright/test";
import { holdAddress, holdFile } from "./support/held-file.ts";
import { grid, idFilter, live, paste, row, rows, textFilter, updatedAt } from "./support/list.ts";
import { TRAINED, WHOLE_SPEC } from "./support/sessions.ts";
import { forgetVisit } from "./support/stored.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

const LIST = "Debug/getDebugSessions";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The page's own measures of one name, oldest first, ms since navigation. */
const measures = (page: Page, name: string): Promise<Span[]> =>
  page.evaluate(
    (wanted) =>
      performance
        .getEntriesByName(wanted, "measure")
        .map(({ startTime, duration }) => ({ start: startTime, end: startTime + duration })),
    name,
  );

test("a page looks once as it opens, and then every five seconds, with one thread", async ({
  page,
  dashboard,
}) => {
  await test.step("polls come one at a time, five seconds after the last answer, each with its measures", async () => {
    dashboard.setFaults({ latencyMs: 400 });
    await page.goto("/");
    await expect.poll(async () => (await measures(page, "poll.render")).length, { timeout: 16_000 }).toBe(3);
    const fetches = await measures(page, "poll.fetch");
    expect(fetches).toHaveLength(3);
    for (const [index, { start }] of fetches.slice(1).entries()) {
      const before = fetches[index] ?? { start: NaN, end: NaN };
      const waited = start - before.end;
      expect(waited).toBeGreaterThan(4_400);
      // A slow answer, as on a busy machine, is waited after for four times as long as it took.
      expect(waited).toBeLessThan(Math.max(5_500, 4 * (before.end - before.start)) + 1_000);
    }
    for (const name of ["poll.decode", "poll.merge"]) expect(await measures(page, name)).toHaveLength(3);
    expect(dashboard.stats()).toEqual({ calls: { [LIST]: 3 }, inFlight: 0, aborted: 0 });
  });

  await test.step("the first look is over before React is there, and is the only one", async () => {
    await forgetVisit(page, dashboard.url);
    dashboard.setFaults({});
    const { calls } = dashboard.stats();
    const letGo = await holdFile(page, "react");
    await page.goto("/", { waitUntil: "commit" });
    const one = { calls: { [LIST]: (calls[LIST] ?? 0) + 1 }, inFlight: 0, aborted: 0 };
    await expect.poll(() => dashboard.stats()).toEqual(one);
    letGo();
    await expect(rows(page).first()).toBeVisible();
    await expect(live(page)).toContainText("Live");
    expect(dashboard.stats()).toEqual(one);
  });

  await test.step("a page that waits for its configuration watches with one thread all the same", async () => {
    await forgetVisit(page, dashboard.url);
    const before = dashboard.stats().calls[LIST] ?? 0;
    const letGo = await holdAddress(page, "**/config.json");
    await page.goto("/", { waitUntil: "commit" });
    await expect(page.getByRole("banner")).toBeVisible();
    letGo();
    await expect(rows(page).first()).toBeVisible();
    expect(page.workers()).toHaveLength(1);
    expect(dashboard.stats().calls).toEqual({ [LIST]: before + 1 });
  });
});

test("a person's choices are kept to: other ids, a pause, and looking calls nothing but the list", async ({
  page,
  dashboard,
}) => {
  await test.step("asking for other ids ends the call under way", async () => {
    dashboard.setFaults({ hang: true });
    await page.goto("/");
    await expect.poll(() => dashboard.stats().inFlight).toBe(1);
    await paste(idFilter(page), TRAINED);
    await expect.poll(() => dashboard.stats()).toEqual({ calls: { [LIST]: 2 }, inFlight: 1, aborted: 1 });
    dashboard.setFaults({});
    await page.getByRole("button", { name: "Clear session ids" }).click();
    await expect(rows(page).first()).toBeVisible();
    await expect.poll(() => dashboard.stats()).toMatchObject({ inFlight: 0, aborted: 2 });
  });

  await test.step("paused, the page asks for nothing until it is resumed", async () => {
    await page.getByRole("button", { name: "Pause updates" }).click();
    await expect(live(page)).toHaveAttribute("data-phase", "paused");
    await expect(page).toHaveURL("/?paused=1");
    const { calls } = dashboard.stats();
    // Past the time of the next poll.
    await expect(live(page)).toContainText(/updated ([7-9]|1\d)\s*s ago/u, { timeout: 14_000 });
    expect(dashboard.stats().calls).toEqual(calls);

    await page.getByRole("button", { name: "Resume updates" }).click();
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await expect(page).toHaveURL("/");
    await expect.poll(() => dashboard.stats().calls[LIST]).toBe((calls[LIST] ?? 0) + 1);
  });

  await test.step("paused and asked for an answer twice in a row, the page shows it", async () => {
    await page.getByRole("button", { name: "Pause updates" }).click();
    await expect(live(page)).toHaveAttribute("data-phase", "paused");
    const before = await updatedAt(page);
    dashboard.setFaults({ latencyMs: 1_000 });
    await page.getByRole("button", { name: /^Connection/u }).click();
    const poll = page.getByRole("button", { name: "Poll now" });
    await poll.click();
    await expect.poll(() => dashboard.stats().inFlight).toBe(1);
    await poll.click();
    await expect.poll(() => updatedAt(page)).toBeGreaterThan(before);
    await expect(live(page)).toHaveAttribute("data-phase", "paused");
  });

  await test.step("watching, expanding, filtering and opening pages calls nothing but the list", async () => {
    dashboard.setFaults({});
    await page.getByRole("button", { name: "Resume updates" }).click();
    await row(page, TRAINED).click();
    await row(page, WHOLE_SPEC).click();
    await textFilter(page).fill("9738");
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("button", { name: "State" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Idle" }).click();
    await page.goto(`/sessions/${TRAINED}`);
    for (const tab of ["Location", "Parameters", "Activity", "Raw", "Timeline"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    }
    await page.getByRole("button", { name: "Copy session id" }).first().click();
    expect(Object.keys(dashboard.stats().calls)).toEqual([LIST]);
  });
});

test("a paused link asks until there is something to see, and no longer", async ({
  page,
  dashboard,
  watchdog,
}) => {
  await test.step("it asks once, so that there is something to see", async () => {
    await page.goto("/?paused=1");
    await expect(rows(page).first()).toBeVisible();
    await expect(live(page)).toHaveAttribute("data-phase", "paused");
    await expect(live(page)).toContainText(/updated ([7-9]|1\d)\s*s ago/u, { timeout: 14_000 });
    expect(dashboard.stats().calls).toEqual({ [LIST]: 1 });
    await expect(grid(page)).toBeVisible();
  });

  await test.step("it goes on asking until there is something to see, and says so", async () => {
    expect(watchdog.complaints()).toEqual([]);
    watchdog.expect(FAILED_REQUEST);
    dashboard.setFaults({ status: 503, times: 1 });
    await forgetVisit(page, dashboard.url);
    await page.goto("/?paused=1");
    await expect(page.getByRole("alert")).toContainText("Polling goes on. No answer yet.");
    await expect(live(page)).toHaveAttribute("data-phase", "paused", { timeout: 20_000 });
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});
