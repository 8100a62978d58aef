import type { BrowserContext, Page } from "@playwright/test";
import { live, NEXT_POLL, pollNow, rows, updatedAt } from "./support/list.ts";
import { BARE_SPEC, TRAINED, WHOLE_SPEC } from "./support/sessions.ts";
import { expect, test, type Dashboard } from "./support/test.ts";

// High enough for the ended sessions, which stand below the others.
test.use({ world: { sessions: 25 }, viewport: { width: 1280, height: 1600 } });

const LIST = "Debug/getDebugSessions";
const calls = (dashboard: Dashboard) => dashboard.stats().calls[LIST] ?? 0;

/** A tab of the same browser on an address of the dashboard, with its rows there. */
async function openTab(context: BrowserContext, address = "/"): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(rows(tab).first()).toBeVisible();
  return tab;
}

/** Whether a tab is the one that asks, as its menu says. */
async function asks(tab: Page): Promise<boolean> {
  await tab.getByRole("button", { name: /^Connection/u }).press("Enter");
  const polls = tab
    .getByRole("dialog", { name: "Connection" })
    .getByText(/^(?:This tab asks|Another tab of this browser asks)/u);
  const told = await polls.innerText();
  await tab.keyboard.press("Escape");
  return told === "This tab asks";
}

test("three tabs make the calls of one, and each shows every answer", async ({ context, dashboard }) => {
  const opening = Date.now();
  const tabs = [await openTab(context), await openTab(context), await openTab(context)];
  expect(calls(dashboard)).toBeLessThanOrEqual(Math.ceil((Date.now() - opening) / 4_500) + 1);
  const [first] = tabs;
  const newestOfFirst = async () => (first ? updatedAt(first) : 0);
  // From an answer that was just shown, after which no call is under way.
  const earlier = await newestOfFirst();
  await expect.poll(newestOfFirst, NEXT_POLL).toBeGreaterThan(earlier);
  const begun = Date.now();
  const before = calls(dashboard);
  const seen = new Set<number>();
  await expect.poll(async () => seen.add(await newestOfFirst()).size, { timeout: 30_000 }).toBe(4);
  const made = calls(dashboard) - before;
  expect(made).toBeGreaterThanOrEqual(3);
  expect(made).toBeLessThanOrEqual(Math.ceil((Date.now() - begun) / 4_500) + 1);
  const newest = await Promise.all(tabs.map(updatedAt));
  expect(new Set(newest).size).toBe(1);
});

test("tabs that ask for different ids share their calls", async ({ context, dashboard }) => {
  const tabs = await Promise.all(
    [TRAINED, WHOLE_SPEC, BARE_SPEC].map((id) => openTab(context, `/?ids=${id}`)),
  );
  for (const tab of tabs) await expect(rows(tab)).toHaveCount(1);
  const [first] = tabs;
  const begun = Date.now();
  const before = calls(dashboard);
  const from = first ? await updatedAt(first) : 0;
  await expect
    .poll(async () => (first ? await updatedAt(first) : 0) - from, { timeout: 30_000 })
    .toBeGreaterThan(12_000);
  expect(calls(dashboard) - before).toBeLessThanOrEqual(Math.ceil((Date.now() - begun) / 4_500) + 1);
  const newest = await Promise.all(tabs.map(updatedAt));
  expect(new Set(newest).size).toBe(1);
});

test("when the tab that asks closes, freezes or is killed, another goes on within two intervals", async ({
  context,
  dashboard,
  watchdog,
}) => {
  const closing = await openTab(context);
  const tabs = [await openTab(context), await openTab(context)] as const;

  await test.step("closed, it leaves the others to go on from where it was", async () => {
    expect(await asks(closing)).toBe(true);
    const before = calls(dashboard);
    const from = await Promise.all(tabs.map(updatedAt));
    await closing.close();
    await expect.poll(() => calls(dashboard), NEXT_POLL).toBeGreaterThan(before);
    for (const [index, tab] of tabs.entries()) {
      await expect.poll(() => updatedAt(tab), NEXT_POLL).toBeGreaterThan(from[index] ?? NaN);
      await expect(live(tab)).toHaveAttribute("data-phase", "live");
    }
  });

  await test.step("frozen, it leaves another to go on, and follows again after", async () => {
    const [freezing, other] = (await asks(tabs[0])) ? tabs : [tabs[1], tabs[0]];
    expect(await asks(freezing)).toBe(true);
    const session = await context.newCDPSession(freezing);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    const before = calls(dashboard);
    await expect.poll(() => calls(dashboard), NEXT_POLL).toBeGreaterThan(before);
    await expect(live(other)).toHaveAttribute("data-phase", "live");
    await session.send("Page.setWebLifecycleState", { state: "active" });
    const from = await updatedAt(other);
    await expect.poll(() => updatedAt(freezing), NEXT_POLL).toBeGreaterThan(from);
  });

  await test.step("killed, it leaves another to go on", async () => {
    const [killed, other] = (await asks(tabs[0])) ? tabs : [tabs[1], tabs[0]];
    expect(await asks(killed)).toBe(true);
    expect(watchdog.complaints()).toEqual([]);
    watchdog.expect(/crash/iu);
    const before = calls(dashboard);
    const session = await context.newCDPSession(killed);
    // The answer never comes: the renderer is gone.
    void session.send("Page.crash").catch(() => undefined);
    await expect.poll(() => calls(dashboard), NEXT_POLL).toBeGreaterThan(before);
    await expect(live(other)).toHaveAttribute("data-phase", "live");
  });
});

test("trying again in a tab that follows asks for all of them", async ({ context, dashboard }) => {
  dashboard.setFaults({ error: "bad_credentials" });
  const first = await context.newPage();
  await first.goto("/");
  await expect(live(first)).toHaveAttribute("data-phase", "unauthorised");
  const other = await context.newPage();
  await other.goto("/");
  await expect(live(other)).toHaveAttribute("data-phase", "unauthorised");
  expect(calls(dashboard)).toBe(1);
  dashboard.setFaults({});
  await other.getByRole("button", { name: "Try again" }).click();
  await expect(rows(other)).toHaveCount(25);
  await expect(rows(first)).toHaveCount(25);
  // What was over for both is over for neither: it goes on when the other does not.
  await expect(live(first)).toHaveAttribute("data-phase", "live");
  await other.getByRole("button", { name: "Pause updates" }).click();
  await expect(live(other)).toHaveAttribute("data-phase", "paused");
  const before = await updatedAt(first);
  await expect.poll(() => updatedAt(first), NEXT_POLL).toBeGreaterThan(before);
});

test("a paused tab stays as it is while another goes on", async ({ context, dashboard }) => {
  const paused = await openTab(context, "/?paused=1");
  const other = await openTab(context);
  await expect(live(paused)).toHaveAttribute("data-phase", "paused");
  const at = await updatedAt(paused);
  await dashboard.moveClock({ offsetMs: 600_000 });
  await pollNow(other);
  await expect(other.locator('[data-activity="ended"]').first()).toBeVisible(NEXT_POLL);
  expect(await updatedAt(paused)).toBe(at);
  await expect(paused.locator('[data-activity="ended"]')).toHaveCount(0);
  await paused.getByRole("button", { name: "Resume updates" }).click();
  await expect(paused.locator('[data-activity="ended"]').first()).toBeVisible(NEXT_POLL);
});
