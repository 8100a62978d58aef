import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { sessionNamed } from "./support/api.ts";
import { row } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

const axis = (page: Page) => page.getByRole("tabpanel").locator("[data-axis-from]");
const backToNow = (page: Page) => page.getByRole("button", { name: "Back to now" });

/** The two ends of the axis, epoch ms. */
const ends = (page: Page) =>
  axis(page).evaluate(({ dataset }) => [Number(dataset["axisFrom"]), Number(dataset["axisTo"])] as const);

/** The range in the link, epoch ms. */
function linked(page: Page): readonly [number, number] {
  const { searchParams } = new URL(page.url());
  return [Date.parse(searchParams.get("from") ?? ""), Date.parse(searchParams.get("to") ?? "")];
}

/** Where a share of the axis is on the screen. */
async function placeAt(page: Page, x: number): Promise<readonly [number, number]> {
  const box = await axis(page).boundingBox();
  if (!box) throw new Error("The axis is not to be seen.");
  return [box.x + x * box.width, box.y + box.height / 2];
}

test("the axis of the list and of a session is moved by pointer, wheel and keys", async ({
  page,
  dashboard,
}) => {
  await page.goto("/");

  await test.step("the list's axis zooms too: its rows follow at once, the link when the reader rests", async () => {
    const head = page.getByRole("columnheader", { name: "Timeline" });
    await expect(head.locator(".tl-gestures")).toBeAttached();
    const box = await head.locator("[data-axis-from]").boundingBox();
    if (!box) throw new Error("The axis is not to be seen.");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 0.5 * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.9 * box.width, y, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=.*&to=/u);
    const [from, to] = linked(page);
    expect((to - from) / 3_600_000).toBeCloseTo(0.4 * 3, 1);
    await expect(page.getByRole("button", { name: "Last 3 h" })).toBeHidden();
    await page.getByRole("button", { name: "Back to now" }).click();
    await expect(page).toHaveURL("/?range=1h");
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL("/");
  });

  await row(page, TRAINED).focus();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(`/sessions/${TRAINED}`);
  await expect(axis(page)).toBeVisible();

  await test.step("a stretch dragged over a session's axis is what is shown then, and a step that one can go back from", async () => {
    const [from, to] = await ends(page);
    await page.mouse.move(...(await placeAt(page, 0.25)));
    await page.mouse.down();
    await page.mouse.move(...(await placeAt(page, 0.5)), { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=.*&to=/u);
    const [a, b] = linked(page);
    const span = to - from;
    expect(Math.abs(a - (from + 0.25 * span))).toBeLessThan(0.02 * span);
    expect(Math.abs(b - (from + 0.5 * span))).toBeLessThan(0.02 * span);
    expect(await ends(page)).toEqual([a, b]);
    await expectAccessible(page, "a stretch of a session");
    await page.goBack();
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
    await expect(backToNow(page)).toBeHidden();
  });

  await test.step("the wheel zooms with Control about the pointer, pans with Shift, and all of it is one step", async () => {
    const [from, to] = await ends(page);
    await page.mouse.move(...(await placeAt(page, 0.5)));
    await page.keyboard.down("Control");
    // In one go: what rests for a quarter of a second is a step of its own.
    await Promise.all(Array.from({ length: 4 }, () => page.mouse.wheel(0, -200)));
    await page.keyboard.up("Control");
    await page.keyboard.down("Shift");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Shift");
    await expect(page).toHaveURL(/from=.*&to=/u);
    const [a, b] = linked(page);
    expect(b - a).toBeLessThan((to - from) / 2);
    expect(a).toBeGreaterThan(from);
    expect(b).toBeLessThan(to);
    await page.goBack();
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
    await expect(backToNow(page)).toBeHidden();
  });

  await test.step("the pointer is followed by a line that says the time", async () => {
    const [from, to] = await ends(page);
    await page.mouse.move(...(await placeAt(page, 0.5)));
    const words = page.getByRole("tabpanel").locator(".cross");
    const middle = new Date((from + to) / 2);
    await expect(words).toContainText(`:${String(middle.getUTCMinutes()).padStart(2, "0")}:`);
  });

  await test.step("trainings are one stop for Tab, arrows go between them, and the one in focus is told", async () => {
    const { trainingSessions } = await sessionNamed(dashboard, TRAINED);
    const rows = page.getByRole("tabpanel").locator("[data-row]").getByRole("button");
    await expect(rows).toHaveCount(trainingSessions.length);
    await page.getByRole("button", { name: "Zoom in" }).focus();
    await page.keyboard.press("Tab");
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(rows.nth(1)).toBeFocused();
    const tip = page.getByRole("tooltip");
    await expect(tip).toContainText(trainingSessions[1]?.id.slice(0, 8) ?? "?");
    await page.keyboard.press("End");
    await expect(rows.last()).toBeFocused();
    await expect(tip).toContainText("Running");
    await expect(rows.last()).toHaveAccessibleDescription(/Running/u);
    await page.keyboard.press("Enter");
    await expect(rows.last()).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Tab");
    await expect(tip).toBeHidden();
    await expect(page.getByRole("button", { name: "Copy as CSV" })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(rows.last()).toBeFocused();
  });

  await test.step("a range that was moved stands still until the reader goes back to now", async () => {
    await page.getByRole("button", { pressed: false, name: "1 h", exact: true }).click();
    await expect(page).toHaveURL(/range=1h/u);
    // One stop for Tab among the trainings; in the timeline Shift and arrows pan.
    await page
      .getByRole("button", { name: /Completed/u })
      .first()
      .focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect(page).toHaveURL(/from=.*&to=/u);
    const before = linked(page);
    await page.keyboard.press("]");
    await expect.poll(() => linked(page)[1] - linked(page)[0]).toBeGreaterThan(before[1] - before[0]);
    await page.keyboard.press("[");
    await expect.poll(() => linked(page)[1] - linked(page)[0]).toBe(before[1] - before[0]);
    await page.reload();
    await expect(axis(page)).toBeVisible();
    expect(await ends(page)).toEqual(linked(page));
    await backToNow(page).click();
    await expect(page).toHaveURL(/range=1h/u);
    await expect(backToNow(page)).toBeHidden();
  });
});
