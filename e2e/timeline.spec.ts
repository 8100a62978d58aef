import type { Locator, Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { NEXT_POLL, textFilter } from "./support/list.ts";
import { expectStillUnderProblem } from "./support/place.ts";
import { AT_THE_BEGINNING, BEFORE, TRAINED, YOUNG } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 25, speed: 0 }, viewport: { width: 1440, height: 1300 } });

const timeline = (page: Page): Locator => page.getByRole("treegrid", { name: "Timeline" });
const lanes = (page: Page): Locator => timeline(page).getByRole("link", { name: /^Session / });
const lane = (page: Page, id: string): Locator => timeline(page).getByRole("link", { name: `Session ${id}` });
const laneRow = (page: Page, id: string): Locator =>
  timeline(page).getByRole("row", { name: new RegExp(`Session ${id}`, "u") });
/** Both ends as of one moment: the axis moves on with each second. */
const axis = (page: Page): Promise<{ from: number; to: number }> =>
  timeline(page)
    .locator("[data-axis-from]")
    .evaluate((element: HTMLElement) => ({
      from: Number(element.dataset["axisFrom"]),
      to: Number(element.dataset["axisTo"]),
    }));
const HOUR = 3_600_000;
const brush = (page: Page): Locator => page.getByRole("slider", { name: "Time in view", exact: true });

/** As a person puts back what was moved. */
async function followNow(page: Page): Promise<void> {
  await brush(page).dblclick();
  await expect(page).toHaveURL("/timeline");
}

/** Where the stretch of the link begins, epoch ms. */
const fixedFrom = (page: Page): number => Date.parse(new URL(page.url()).searchParams.get("from") ?? "");

/** A place over the lanes, as a share of the axis. */
async function over(page: Page, x: number): Promise<{ x: number; y: number }> {
  const box = await timeline(page).locator("[data-axis-from]").boundingBox();
  if (!box) throw new Error("the axis is not there");
  return { x: box.x + x * box.width, y: box.y + 200 };
}

/** How many pixels in the picture of a row have a colour: its marks. */
const painted = (page: Page, id: string): Promise<number> =>
  laneRow(page, id).evaluate((row) => {
    const canvas = document.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return 0;
    const [box, place] = [canvas.getBoundingClientRect(), row.getBoundingClientRect()];
    const scale = canvas.height / box.height;
    const { data } = context.getImageData(
      0,
      (place.top - box.top) * scale,
      canvas.width - 60,
      place.height * scale,
    );
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0, a = 0] = data.slice(i, i + 4);
      if (a > 200 && Math.max(r, g, b) - Math.min(r, g, b) > 60) count += 1;
    }
    return count;
  });

/** What the timeline shows, and whether anything of it is counted. */
interface ShownLanes {
  readonly keys: readonly string[];
  /** The visibility of the first heading's count. */
  readonly counts: string | undefined;
  /** The status bar tells how many there are. */
  readonly isCounted: boolean;
}

declare global {
  interface Window {
    shownLanes?: () => ShownLanes;
    firstLanes?: ShownLanes;
  }
}

/** Runs in the page: keeps what the timeline showed with its very first lanes. */
function keepFirstLanes(): void {
  const shownLanes = (): ShownLanes => {
    const count = document.querySelector(".c-group > .count-of");
    const rows = document.querySelectorAll<HTMLElement>(".lane[data-key]");
    return {
      keys: Array.from(rows, (row) => row.dataset["key"] ?? ""),
      counts: count ? getComputedStyle(count).visibility : undefined,
      isCounted: /\d sessions in this time/u.test(document.body.innerText),
    };
  };
  window.shownLanes = shownLanes;
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".lane[data-key]")) return;
    window.firstLanes = shownLanes();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

test.describe("of many sessions", () => {
  test.use({ world: { speed: 0, scenario: "scale", sessions: 3_000 } });

  test("the first lanes stand before all are here, and only those in view are drawn", async ({ page }) => {
    await test.step("the first lanes stay where they are, and nothing is counted until all are here", async () => {
      await page.addInitScript(keepFirstLanes);
      // The order is the list's: lanes have one of their own.
      await page.goto("/timeline?sort=started");
      await expect(page.getByText(/\d sessions in this time/u)).toBeVisible();
      const first = await page.evaluate(() => window.firstLanes);
      const now = await page.evaluate(() => window.shownLanes?.());
      const firstKeys = first?.keys ?? [];
      expect(firstKeys.length).toBeGreaterThan(20);
      expect(now?.keys.slice(0, firstKeys.length)).toEqual(firstKeys);
      expect(first).toMatchObject({ counts: "hidden", isCounted: false });
      expect(now).toMatchObject({ counts: "visible", isCounted: true });
    });

    await test.step("lanes are drawn as far as they are in view, with their group's head at the top", async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole("button", { name: "None" }).click();
      await expect(timeline(page)).toHaveAttribute("aria-rowcount", "3002");
      await expect(lanes(page).first()).toBeVisible();
      await timeline(page).evaluate((list) => list.scrollTo({ top: 20_000 }));
      await expect(timeline(page).getByRole("row", { name: /All sessions/u })).toBeInViewport();
      expect(await lanes(page).count()).toBeLessThan(60);
    });

    await test.step("a time that stands still keeps the list as high as it was", async () => {
      await page.goto("/timeline?group=none&from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z");
      await expect(lanes(page).first()).toBeVisible();
      expect(await lanes(page).count()).toBeLessThan(60);
    });
  });
});

test("each session has a lane, which leads to it, in groups that fold and under the list's filters", async ({
  page,
  dashboard,
}) => {
  await test.step("a lane has a name that tells what its session does, and its trainings are painted", async () => {
    const sessions = await runningSessions(dashboard);
    await page.goto("/timeline");
    await expect(lanes(page)).toHaveCount(sessions.length);
    await expect(lane(page, TRAINED)).toHaveAccessibleName(
      `Session ${TRAINED}, Training, 1 running, 3 completed, 1 failed`,
    );
    await expect.poll(() => painted(page, TRAINED)).toBeGreaterThan(100);
    const { from, to } = await axis(page);
    expect(to - from).toBe(3 * HOUR);
  });

  await test.step("a click on it, or Enter, leads to the session's page", async () => {
    const box = await laneRow(page, TRAINED).boundingBox();
    // A bar leads to its training: timeline-bars.spec.ts.
    await page.mouse.click((box?.x ?? 0) + 200, (box?.y ?? 0) + 10);
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
    await page.goBack();
    await laneRow(page, TRAINED).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/sessions/${TRAINED}`);
  });

  await test.step("lanes are grouped by launcher, by model or not at all, and groups fold", async () => {
    await page.goBack();
    await expect(page).toHaveURL("/timeline");
    const heads = timeline(page).getByRole("row", { expanded: true });
    await expect(heads.first()).toContainText("vCPU");
    await page.getByRole("button", { name: "Model", exact: true }).first().click();
    await expect(page).toHaveURL("/timeline?group=model");
    await page.getByRole("button", { name: "None" }).click();
    await expect(heads).toHaveCount(1);
    const count = await lanes(page).count();
    await heads.click();
    await expect(lanes(page)).toHaveCount(0);
    // What is folded is a part of the link.
    await expect(page).toHaveURL(/group=none&folded=/u);
    await page.reload();
    await expect(timeline(page).getByRole("row", { expanded: false })).toHaveCount(1);
    await expect(lanes(page)).toHaveCount(0);
    await timeline(page).getByRole("row", { expanded: false }).click();
    await expect(lanes(page)).toHaveCount(count);
  });

  await test.step("on a screen of finer pixels it is painted by those", async () => {
    const ratios = () =>
      timeline(page)
        .locator("canvas")
        .evaluate(({ width, clientWidth }: HTMLCanvasElement) => [
          devicePixelRatio,
          Math.round(width / clientWidth),
        ]);
    const size = page.viewportSize() ?? { width: 0, height: 0 };
    const screen = await page.context().newCDPSession(page);
    await screen.send("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 2, mobile: false });
    await expect.poll(ratios).toEqual([2, 2]);
    await screen.send("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false });
    await expect.poll(ratios).toEqual([1, 1]);
  });

  await test.step("the list's filters choose the lanes, by the same links", async () => {
    await page.goto(`/timeline?q=${TRAINED.slice(0, 8)}`);
    await expect(lanes(page)).toHaveCount(1);
    await textFilter(page).fill("nothing is called like this");
    await expect(page.getByText("No session matches these filters")).toBeVisible();
    // Also where the answer to it holds nothing at all.
    await page.goto("/timeline?ids=nobody");
    await expect(page.getByText("No session matches these filters")).toBeVisible();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("button", { name: "State" }).click();
    await page.getByRole("menuitemcheckbox", { name: /Idle/u }).click();
    await expect(page).toHaveURL("/timeline?state=idle");
    await expect(lane(page, TRAINED)).toHaveCount(0);
  });
});

test("the time in view is moved by pointer, wheel and keys, and put back to now", async ({ page }) => {
  await test.step("dragging the picture fixes the time and moves it; the way back to now follows it again", async () => {
    await page.goto("/timeline");
    await expect(lane(page, TRAINED)).toBeVisible();
    const before = await axis(page);
    const [start, end] = [await over(page, 0.4), await over(page, 0.65)];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=.*&to=/u);
    const after = await axis(page);
    expect(after.to - after.from).toBe(3 * HOUR);
    expect(Math.abs(before.from - after.from - 0.25 * 3 * HOUR)).toBeLessThan(90_000);
    await page.getByRole("button", { name: "Back to now" }).click();
    await expect(page).toHaveURL("/timeline");
  });

  await test.step("the brush of the overview is moved by pointer and keys, and a double click puts it back", async () => {
    const box = await brush(page).boundingBox();
    if (!box) throw new Error("no brush");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=.*&to=/u);
    const moved = await axis(page);
    await page.getByRole("slider", { name: "Beginning of the time in view" }).press("ArrowRight");
    await expect.poll(async () => (await axis(page)).from).toBeGreaterThan(moved.from);
    expect((await axis(page)).to).toBe(moved.to);
    await followNow(page);
  });

  await test.step("a wheel with Control zooms about the pointer, a stretch of the axis zooms to it", async () => {
    const first = await axis(page);
    const { x, y } = await over(page, 0.5);
    await page.mouse.move(x, y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    await expect(page).toHaveURL(/from=.*&to=/u);
    const zoomed = await axis(page);
    expect(zoomed.to - zoomed.from).toBeLessThan(0.6 * (first.to - first.from));
    expect(Math.abs((zoomed.from + zoomed.to) / 2 - (first.from + first.to) / 2)).toBeLessThan(60_000);
    const head = await timeline(page).locator("[data-axis-from]").boundingBox();
    const [a, b] = [await over(page, 0.25), await over(page, 0.5)];
    await page.mouse.move(a.x, (head?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move(b.x, (head?.y ?? 0) + 10, { steps: 4 });
    await page.mouse.up();
    const span = zoomed.to - zoomed.from;
    await expect
      .poll(async () => Math.round((await axis(page)).to - (await axis(page)).from))
      .toBeLessThan(0.27 * span);
    await followNow(page);
  });

  await test.step("a key for a longer range goes on from what was moved an instant before", async () => {
    const before = await axis(page);
    // In one go: no link has the move when the key comes.
    await timeline(page).evaluate((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      const at = { clientX: left + (3 * width) / 4, clientY: top + 200, bubbles: true, cancelable: true };
      element.dispatchEvent(new WheelEvent("wheel", { ...at, deltaX: -width / 2 }));
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "]", bubbles: true }));
    });
    await expect(page).toHaveURL(/from=.*&to=/u);
    await expect.poll(async () => (await axis(page)).to).toBeLessThan(before.to);
    await expect
      .poll(async () => {
        const { from, to } = await axis(page);
        return (to - from) / (before.to - before.from);
      })
      .toBeGreaterThan(1.5);
    await followNow(page);
  });

  await test.step("keys zoom and pan, and arrows go through lanes", async () => {
    await laneRow(page, TRAINED).focus();
    await page.keyboard.press("+");
    await expect.poll(async () => (await axis(page)).to - (await axis(page)).from).toBe(1.5 * HOUR);
    const { from } = await axis(page);
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(async () => from - (await axis(page)).from).toBeGreaterThan(0.3 * HOUR);
    await expect(page).toHaveURL(/from=/u);
    // A time that stands still is made shorter and longer too.
    await page.keyboard.press("[");
    await expect.poll(async () => (await axis(page)).to - (await axis(page)).from).toBe(0.75 * HOUR);
    await page.keyboard.press("]");
    await expect.poll(async () => (await axis(page)).to - (await axis(page)).from).toBe(1.5 * HOUR);
    await page.keyboard.press("Home");
    await expect(timeline(page).getByRole("row", { level: 1 }).first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(timeline(page).getByRole("row", { level: 2 }).first()).toBeFocused();
  });

  await test.step("a key that moves the lane with focus out of the time in view is undone by the next", async () => {
    // More in view: a few keys lead past the beginning of the session.
    await page.goto("/timeline?range=6h");
    await laneRow(page, TRAINED).focus();
    const panUntil = async (key: string, count: number) => {
      while ((await laneRow(page, TRAINED).count()) !== count) {
        const before = page.url();
        await page.keyboard.press(key);
        // The lanes follow once the gesture is over, which the link tells.
        await expect(page).not.toHaveURL(before);
        await expect.poll(async () => (await axis(page)).from).toBe(fixedFrom(page));
      }
    };
    await panUntil("Shift+ArrowLeft", 0);
    await expect(page.getByRole("main")).toBeFocused();
    await panUntil("Shift+ArrowRight", 1);
    await expect(laneRow(page, TRAINED)).toBeVisible();
  });
});

test("the pointer has a line with its time, and nothing moves under it: what comes is counted", async ({
  page,
  dashboard,
  watchdog,
}) => {
  await dashboard.moveClock(BEFORE);
  await page.goto("/timeline");
  await expect(lane(page, TRAINED)).toBeVisible();
  const { x, y } = await over(page, 0.5);
  await page.mouse.move(x, y);
  await expect(
    timeline(page)
      .getByText(/^\d\d:\d\d:\d\d$/u)
      .first(),
  ).toBeVisible();
  const drawn = await lanes(page).count();
  await dashboard.moveClock(AT_THE_BEGINNING);
  const waiting = page.getByRole("button", { name: /^Show \d+ new$/u });
  await expect(waiting).toBeVisible(NEXT_POLL);
  await expect(lane(page, YOUNG)).toHaveCount(0);
  expect(await lanes(page).count()).toBe(drawn);

  // A notice above comes with a problem, and goes with it.
  watchdog.expect(FAILED_REQUEST);
  await expectStillUnderProblem(lane(page, TRAINED), dashboard);

  await waiting.click();
  await expect(lane(page, YOUNG)).toBeVisible();
});

test.describe("a check by WCAG 2.2 AA finds nothing wrong with the timeline", () => {
  test.slow();
  test.use({ world: { sessions: 6, speed: 0 } });

  test("and nothing out of reach", async ({ page }) => {
    await page.goto("/timeline");
    await expect(lanes(page).first()).toBeVisible();
    await expectAccessibleEverywhere(page, "timeline");
  });
});
