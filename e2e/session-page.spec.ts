import { sessionNamed } from "./support/api.ts";
import { clipboardOf } from "./support/clipboard.ts";
import { details, pollNow, row, rows } from "./support/list.ts";
import { AT_THE_BEGINNING, BEFORE, NOBODY, TRAINED, YOUNG } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { speed: 0 } });

test("a session has a page, with a tab for each part and a link for what is chosen there", async ({
  page,
  context,
  dashboard,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { trainingSessions } = await sessionNamed(dashboard, TRAINED);
  const panel = page.getByRole("tabpanel");

  await test.step("each part has a tab, and each tab a link", async () => {
    await page.goto(`/sessions/${TRAINED}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TRAINED);
    await expect(panel.locator("tr[data-training-id]")).toHaveCount(trainingSessions.length);
    await expect(panel.locator("[data-axis-from]")).toBeVisible();
    await expect(panel.locator("[data-bar]")).toHaveCount(trainingSessions.length);

    for (const [tab, words] of [
      ["Location", /Persistent launcher.*vCPU.*8.*30\s*GiB.*4\s*GiB.*not set.*2\s*×\s*T4.*this session/su],
      ["Parameters", /createState.*train.*evaluateInput.*evaluateOutput/su],
      ["Activity", /Session first seen/u],
      ["Raw", /"startedAt": \d{13}/u],
    ] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page).toHaveURL(`/sessions/${TRAINED}?tab=${tab.toLowerCase()}`);
      await expect(panel).toContainText(words);
    }
    await page.reload();
    await expect(page.getByRole("tab", { name: "Raw" })).toHaveAttribute("aria-selected", "true");
    await page.getByRole("tab", { name: "Raw" }).press("Home");
    await expect(page.getByRole("tab", { name: "Timeline" })).toBeFocused();
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
  });

  await test.step("where it runs leads to who shares that, wherever on the line it is pressed", async () => {
    await page.getByRole("tab", { name: "Location" }).click();
    const other = panel.getByRole("listitem").filter({ hasNotText: "this session" }).first();
    const box = await other.boundingBox();
    if (!box) throw new Error("Nobody shares the launcher.");
    // The strip's left end, where no bar is.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 3);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(TRAINED);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TRAINED);
    await page.getByRole("tab", { name: "Timeline" }).click();
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
  });

  await test.step("a training can be chosen, and the link keeps it", async () => {
    const { id = "" } = trainingSessions[1] ?? {};
    await page.getByRole("button", { name: id }).click();
    await expect(page).toHaveURL(`/sessions/${TRAINED}?training=${id}`);
    await page.reload();
    await expect(page.getByRole("button", { name: id })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("the activity's kinds are a link, and the JSON folds", async () => {
    await page.goto(`/sessions/${TRAINED}?tab=activity`);
    await panel.getByRole("button", { name: "Session" }).click();
    await expect(page).toHaveURL(`/sessions/${TRAINED}?tab=activity&events=session`);
    await expect(page.getByRole("listitem").filter({ hasText: "Training" })).toHaveCount(0);
    await page.getByRole("link", { name: "Raw JSON" }).click();
    await expect(page).toHaveURL(`/sessions/${TRAINED}?tab=raw&events=session`);
    const json = page.getByRole("region", { name: "Raw JSON" });
    await expect(json).toContainText('"createdAt"');
    await page.getByRole("button", { name: /^trainingSessions, / }).press("Enter");
    await expect(json).not.toContainText('"createdAt"');
  });

  await test.step("the page's own link leads to it, whichever tab is open", async () => {
    await expect(page).toHaveURL(/tab=raw/u);
    await page.getByRole("button", { name: "Copy link to session" }).click();
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Link copied");
    await page.getByRole("link", { name: "Sessions" }).first().click();
    await expect(rows(page).first()).toBeVisible();
    expect(await clipboardOf(page)).toBe(`${dashboard.url}/sessions/${TRAINED}`);
  });
});

test("where there is little room, tabs and the table's last line come whole into view", async ({ page }) => {
  await test.step("the tab of a link is whole in view where not all tabs are, and the page stands still", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const list = page.getByRole("tablist");
    for (const name of ["Raw", "Activity"]) {
      await page.goto(`/sessions/${TRAINED}?tab=${name.toLowerCase()}`);
      const tab = list.getByRole("tab", { name });
      await expect(tab).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    }
    await list.getByRole("tab", { name: "Activity" }).press("Home");
    await expect(list.getByRole("tab", { name: "Timeline" })).toBeInViewport({ ratio: 1 });
  });

  await test.step("a low view ends with the last line of the table, which scrolls with the page", async () => {
    await page.setViewportSize({ width: 1280, height: 480 });
    await page.goto(`/sessions/${TRAINED}`);
    const panel = page.getByRole("tabpanel");
    const table = page.getByRole("region", { name: "Training sessions" });
    await expect(table).toBeAttached();
    expect(await table.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    const last = panel.locator("tr[data-training-id]").last();
    await expect(last).not.toBeInViewport();
    await panel.focus();
    await panel.press("End");
    await expect(last).toBeInViewport({ ratio: 1 });
  });
});

test("an open row's axis and each of its trainings have a link of their own", async ({
  page,
  context,
  dashboard,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);

  await test.step("the link to a training is copied in the list and on the page", async () => {
    await page.goto(`/?open=${TRAINED}`);
    const told = page.getByRole("status", { name: "Messages" });
    const listed = details(page, TRAINED).locator("[data-training-id]:not([data-bar])").nth(1);
    const id = (await listed.getAttribute("data-training-id")) ?? "";
    const button = listed.getByRole("button", { name: "Copy link to training" });
    await expect(button).toHaveCSS("opacity", "0");
    await button.focus();
    await expect(button).toHaveCSS("opacity", "1");
    await page.keyboard.press("Enter");
    await expect(told).toContainText("Link copied");
    // The row stays open: the press was the button's.
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
    const link = await clipboardOf(page);
    expect(link).toBe(`${new URL(page.url()).origin}/sessions/${TRAINED}?training=${id}`);

    await page.goto(link);
    const chosen = page.getByRole("button", { pressed: true, name: id.slice(0, 8) });
    await expect(chosen).toBeVisible();
    const there = page.getByRole("row").filter({ hasText: id });
    await there.hover();
    await there.getByRole("button", { name: "Copy link to training" }).click();
    await expect(told).toContainText("Link copied");
  });

  await test.step("a row stands on the list's axis or on its session's own, and the link says so", async () => {
    const { startedAt } = await sessionNamed(dashboard, TRAINED);
    await page.goto(`/?open=${TRAINED}`);
    const axis = details(page, TRAINED).locator("[data-axis-from]");
    const from = async () => Number(await axis.getAttribute("data-axis-from"));
    expect(await from()).toBeGreaterThan(startedAt);
    await details(page, TRAINED).getByRole("button", { name: "Fit session" }).click();
    await expect.poll(from).toBeLessThanOrEqual(startedAt);
    await expect(page).toHaveURL(`/?open=${TRAINED}&fit=${TRAINED}`);
    await page.reload();
    await expect.poll(from).toBeLessThanOrEqual(startedAt);
    await details(page, TRAINED).getByRole("button", { name: "List axis" }).click();
    await expect(page).toHaveURL(`/?open=${TRAINED}`);
    await expect.poll(from).toBeGreaterThan(startedAt);
  });
});

test("a link to what is not there says so, and follows what comes of it", async ({
  page,
  dashboard,
  watchdog,
}) => {
  watchdog.expect(FAILED_REQUEST);
  await dashboard.moveClock(BEFORE);
  const notRunning = page.getByText("This session is not running");
  const allSessions = page.getByRole("link", { name: "All sessions" });

  await test.step("an address that names no view leads to the list", async () => {
    await page.goto("/nowhere/at/all");
    await expect(page.getByText("There is no such view")).toBeVisible();
    await allSessions.click();
    await expect(row(page, TRAINED)).toBeAttached();
  });

  await test.step("nobody's session keeps the rest of the dashboard at work", async () => {
    await page.goto(`/sessions/${NOBODY}?tab=location`);
    await expect(notRunning).toBeVisible();
    // Where answers fail, nobody knows any more.
    dashboard.setFaults({ status: 502 });
    await pollNow(page);
    await expect(page.getByText("Not in the last answer")).toBeVisible();
    dashboard.setFaults({});
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(notRunning).toBeVisible();
    await allSessions.click();
    await expect(rows(page).first()).toBeVisible();
  });

  await test.step("a session that was never seen has its page once it runs", async () => {
    await page.goto(`/sessions/${YOUNG}`);
    await expect(notRunning).toBeVisible();
    await expect(page.getByText(YOUNG).first()).toBeVisible();
    await dashboard.moveClock(AT_THE_BEGINNING);
    await pollNow(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(YOUNG);
  });

  await test.step("once it has ended its page stays, and says that it is no longer reported", async () => {
    await expect(page.getByText("no longer reported")).toHaveCount(0);
    // It runs for less than two hours.
    await dashboard.moveClock({ offsetMs: 2 * 3_600_000 });
    await pollNow(page);
    await expect(page.getByText("no longer reported").first()).toBeVisible();
    await page.getByRole("tab", { name: "Activity" }).click();
    await expect(page.getByRole("tabpanel")).toContainText("Session no longer reported");
  });
});
