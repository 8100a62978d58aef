import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectAccessibleEverywhere, outOfReach, painted } from "./support/accessible.ts";
import { live, pollNow, rows, textFilter } from "./support/list.ts";
import { AT_THE_BEGINNING, BEFORE, ENDING, NOBODY, TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 6, speed: 0 }, viewport: { width: 1440, height: 900 } });

// A run of the check takes a while on a busy machine, and a view is looked at six times.
test.slow();

const isWide = (width: number) => width > 720;
const isNarrow = (width: number) => !isWide(width);
const isExtreme = (width: number) => width === 1440 || width === 320;

test.describe("a check by WCAG 2.2 AA finds nothing wrong, and nothing out of reach, with", () => {
  test("the list with its menus, its sheet of filters and the connection's panel", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page)).toHaveCount(6);

    await test.step("the list", () => expectAccessibleEverywhere(page, "list"));

    for (const name of ["State", "Location", "Sort Newest"]) {
      await test.step(`the menu ${name}`, async () => {
        await page.getByRole("button", { name }).click();
        await expect(page.getByRole("menu")).toBeVisible();
        await expectAccessibleEverywhere(page, name, (width) => width === 1440);
        await page.keyboard.press("Escape");
      });
    }

    await test.step("the connection's panel, wide and narrow", async () => {
      await page.getByRole("button", { name: /^Connection/u }).click();
      await expect(page.getByRole("button", { name: "Poll now" })).toBeVisible();
      await expectAccessibleEverywhere(page, "connection", isWide);
      await page.keyboard.press("Escape");
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("button", { name: /^Connection/u }).click();
      await expect(page.getByRole("button", { name: "Poll now" })).toBeVisible();
      await expectAccessibleEverywhere(page, "connection", isNarrow);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.keyboard.press("Escape");
    });

    await test.step("the sheet of filters", async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("button", { name: "More filters" }).click();
      await expect(page.getByRole("button", { name: "State" })).toBeVisible();
      await expectAccessibleEverywhere(page, "sheet of filters", isNarrow);
    });
  });

  test("an open row, a list filtered to nothing, and one with ids that are missing, grouped, with a notice", async ({
    page,
  }) => {
    await test.step("an open row", async () => {
      await page.goto(`/?open=${TRAINED}&q=${TRAINED.slice(0, 8)}`);
      await expect(page.getByRole("table", { name: "Training sessions" })).toBeVisible();
      await expectAccessibleEverywhere(page, "open row");
    });

    await test.step("a list filtered to nothing", async () => {
      await textFilter(page).fill("nothing is called like this");
      await expect(page.getByText("No session matches these filters")).toBeVisible();
      await expectAccessibleEverywhere(page, "filtered to nothing");
    });

    await test.step("missing ids and a notice, grouped and filtered by its counts", async () => {
      await page.goto(`/?ids=${TRAINED},${NOBODY}&group=launcher&state=running&sort=foo`);
      await expect(page.getByRole("status", { name: "Ids not returned" })).toBeVisible();
      await expect(page.getByRole("status", { name: "Link notice" })).toContainText("sort=foo");
      await expectAccessibleEverywhere(page, "missing ids");
    });
  });

  test("the page of a session on each tab, of one that is not there, and of no view", async ({ page }) => {
    await page.goto(`/sessions/${TRAINED}`);
    for (const tab of ["Timeline", "Location", "Parameters", "Activity", "Raw"]) {
      await test.step(`the tab ${tab}`, async () => {
        await page.getByRole("tab", { name: tab }).click();
        await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
        await expectAccessibleEverywhere(page, tab, tab === "Timeline" ? undefined : isExtreme);
      });
    }

    await test.step("a session that is not there", async () => {
      await page.goto(`/sessions/${NOBODY}`);
      await expect(page.getByText("This session is not running")).toBeVisible();
      await expectAccessibleEverywhere(page, "not running");
    });

    await test.step("no view", async () => {
      await page.goto("/nowhere");
      await expect(page.getByText("There is no such view")).toBeVisible();
      await expectAccessibleEverywhere(page, "no view");
    });
  });

  test("an answer that has to be waited for, problems, with and without an answer, and what ended", async ({
    page,
    context,
    dashboard,
    watchdog,
  }) => {
    watchdog.expect(FAILED_REQUEST);
    const again = page.getByRole("button", { name: "Try again" });

    await test.step("an answer that has to be waited for", async () => {
      dashboard.setFaults({ hang: true });
      await page.goto("/");
      await expect(live(page)).toHaveAttribute("data-phase", "connecting");
      await expectAccessibleEverywhere(page, "connecting");
    });

    await test.step("a problem, and no answer yet", async () => {
      await dashboard.moveClock(BEFORE);
      dashboard.setFaults({ error: "too_many_requests" });
      await page.goto("/");
      await expect(live(page)).toHaveAttribute("data-phase", "waiting");
      await expectAccessibleEverywhere(page, "no answer yet");
    });

    await test.step("what ended, and what cannot be read or is not known", async () => {
      dashboard.setFaults({});
      await again.click();
      await expect(page.locator(`[data-session-id="${ENDING}"]`)).toBeVisible();
      // The button stood in the middle of the list, and nothing moves under a pointer.
      await page.mouse.move(0, 0);
      await dashboard.moveClock(AT_THE_BEGINNING);
      dashboard.setFaults({ sessions: ["unreadable", "unknown-state", "unknown-location"] });
      await pollNow(page);
      await expect(page.getByText(/Ended while watching/u).first()).toBeVisible();
      await expectAccessibleEverywhere(page, "ended, unreadable and unknown");
    });

    await test.step("a key that is rejected", async () => {
      dashboard.setFaults({ error: "bad_credentials" });
      await pollNow(page);
      await expect(live(page)).toHaveAttribute("data-phase", "unauthorised");
      await expectAccessibleEverywhere(page, "rejected key");
    });

    for (const [faults, phase] of [
      [{ error: "invalid_parameter" }, "refused"],
      [{ status: 502, body: "html" }, "retrying"],
      [{ status: 429, retryAfterSeconds: 300 }, "waiting"],
    ] as const) {
      await test.step(phase, async () => {
        dashboard.setFaults(faults);
        await again.click();
        await expect(live(page)).toHaveAttribute("data-phase", phase);
        await expectAccessibleEverywhere(page, phase, isExtreme);
      });
    }

    await test.step("no network", async () => {
      await context.setOffline(true);
      await again.click();
      await expect(live(page)).toHaveAttribute("data-phase", "offline");
      await expectAccessibleEverywhere(page, "offline", isExtreme);
    });
  });

  test.describe("an empty world", () => {
    test.use({ world: { scenario: "empty" } });

    test("as it is", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByText("No debug sessions are running")).toBeVisible();
      await expectAccessibleEverywhere(page, "empty");
    });
  });

  test.describe("the connect screen", () => {
    test.use({ mode: "direct" });

    test("with and without a problem", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("button", { name: "Connect" })).toBeVisible();
      await expectAccessibleEverywhere(page, "connect");
      await page.getByRole("button", { name: "Connect" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await expectAccessibleEverywhere(page, "refused key");
    });
  });
});

test.describe("at 200 % zoom", () => {
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });

  test("nothing is out of reach, and the list keeps room for rows", async ({ page, dashboard, watchdog }) => {
    watchdog.expect(FAILED_REQUEST);
    await page.goto(`/?open=${TRAINED}`);
    await expect(page.getByRole("table", { name: "Training sessions" })).toBeAttached();
    await expectAccessible(page, "zoomed list");
    expect(await outOfReach(page)).toEqual([]);
    dashboard.setFaults({ status: 503 });
    await pollNow(page);
    await expect(page.getByRole("alert")).toBeVisible();
    await painted(page);
    expect(await outOfReach(page)).toEqual([]);
    const list = await page.getByRole("treegrid", { name: "Debug sessions" }).boundingBox();
    expect(list?.height).toBeGreaterThan(120);
    await page.goto(`/sessions/${TRAINED}?tab=location`);
    await expect(page.getByRole("tabpanel")).toBeVisible();
    expect(await outOfReach(page)).toEqual([]);
  });
});

/** How what marks a state is drawn, in the colours it is drawn with. */
const drawn = (mark: Locator) =>
  mark.evaluate((element) => {
    const { backgroundColor, backgroundImage, borderStyle, borderRadius, boxShadow } =
      getComputedStyle(element);
    const { content } = getComputedStyle(element, "::after");
    return JSON.stringify([backgroundColor, backgroundImage, borderStyle, borderRadius, boxShadow, content]);
  });

test.describe("as a person wants it", () => {
  test.use({ world: { sessions: 25, speed: 0 } });

  test("states are told apart in forced colours, the focus is seen wherever it goes, and with less motion nothing moves", async ({
    page,
  }) => {
    await test.step("in forced colours states are told apart, and the focus is seen wherever it goes", async () => {
      await page.emulateMedia({ forcedColors: "active" });
      await page.goto("/");
      await expect(rows(page).first()).toBeVisible();
      const pictures = new Map<string, string>();
      for (const activity of ["running", "starting", "failed", "idle"]) {
        const row = page.locator(`[data-session-id][data-activity="${activity}"]`).first();
        if ((await row.count()) === 0) continue;
        const box = await row.boundingBox();
        const glyph = { x: 36, y: (box?.y ?? 0) + 4, width: 28, height: 24 };
        pictures.set((await page.screenshot({ clip: glyph })).toString("base64"), activity);
      }
      expect([...pictures.values()].length).toBeGreaterThanOrEqual(3);
      const bars = new Map<string, string>();
      for (const state of ["running", "completed", "failed"])
        bars.set(await drawn(page.locator(`[data-bar][data-state="${state}"]`).first()), state);
      expect([...bars.values()]).toEqual(["running", "completed", "failed"]);

      const unseen: string[] = [];
      for (let step = 0; step < 30; step += 1) {
        await page.keyboard.press("Tab");
        const lost = await focusLost(page);
        if (lost !== undefined) unseen.push(lost);
      }
      expect(unseen).toEqual([]);
    });

    await test.step("with less motion nothing on the page moves", async () => {
      await page.emulateMedia({ forcedColors: "none" });
      await page.goto(`/?open=${TRAINED}`);
      await expect(page.getByRole("table", { name: "Training sessions" })).toBeVisible();
      const moving = () =>
        page.evaluate(() =>
          document.getAnimations().map((one) => (one instanceof CSSAnimation ? one.animationName : one.id)),
        );
      expect(await moving()).toEqual([]);
      await page.getByRole("button", { name: "State" }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      expect(await moving()).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Copy link to this view" }).hover();
      expect(await moving()).toEqual([]);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      await expect.poll(moving).not.toEqual([]);
    });
  });
});

/** The focused control, where nothing round it shows that it is. */
const focusLost = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return undefined;
    const rings = [activeElement, activeElement.parentElement].map((element) => {
      const { outlineStyle, outlineWidth } = element
        ? getComputedStyle(element)
        : { outlineStyle: "", outlineWidth: "" };
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    });
    return rings.includes(true) ? undefined : activeElement.outerHTML.slice(0, 80);
  });
