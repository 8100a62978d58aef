import type { Page } from "@playwright/test";
import { BEGINNING } from "./support/clock.ts";
import { live, updatedAt } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import {
  moveTo,
  ownFonts,
  standingClock,
  standStill,
  stillBrowser,
  type StandingClock,
} from "./support/still.ts";
import { storedUntil } from "./support/stored.ts";
import { expect, test as base } from "./support/test.ts";

const test = base.extend<{ clock: StandingClock }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from its parameter
  clock: async ({}, use) => use(standingClock(BEGINNING)),
});

test.use({
  launchOptions: stillBrowser(),
  world: { sessions: 5 },
  timezoneId: "UTC",
  locale: "en-GB",
});

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The instant of the pictures, epoch ms: each activity is seen in the list then. */
const NOW = BEGINNING + 15 * SECOND;

/** Somebody watched for ten minutes with long waits, then not at all, then for ten minutes with short ones. Epoch ms. */
const ANSWERS = [
  ...Array.from({ length: 5 }, (_, at) => NOW - 70 * MINUTE + at * 2.5 * MINUTE),
  ...Array.from({ length: 21 }, (_, at) => NOW - 5 * SECOND - (20 - at) * 30 * SECOND),
];

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const BOTH = ["light", "dark"] as const;

const PICTURES = [
  { name: "list", path: "/", size: DESK, themes: BOTH },
  { name: "row", path: `/?open=${TRAINED}`, size: DESK, themes: BOTH },
  { name: "session", path: `/sessions/${TRAINED}`, size: DESK, themes: BOTH },
  { name: "timeline", path: "/timeline", size: DESK, themes: BOTH },
  { name: "launchers", path: "/launchers", size: DESK, themes: BOTH },
  // The layout is another one there, the colours are the same.
  { name: "list-phone", path: "/", size: PHONE, themes: ["light"] },
] as const;

/** Has a page see all the answers. It leaves what it saw in the browser's store. */
async function watch(page: Page, clock: StandingClock): Promise<void> {
  const [first = 0, ...others] = ANSWERS;
  clock.at = first;
  await standStill(page, first);
  // So that a wait of minutes is no gap.
  await page.addInitScript(() => localStorage.setItem("decthings.watching", '{"intervalMs":60000}'));
  // Where no row is shown there is little to draw.
  await page.goto("/?q=nothing+is+called+like+this");
  await expect.poll(() => updatedAt(page)).toBe(first);
  await page.getByRole("button", { name: /^Connection/u }).press("Enter");
  const button = await page.getByRole("button", { name: "Poll now" }).elementHandle();
  for (const at of others) {
    clock.at = at;
    await moveTo(page, at);
    await live(page).evaluate(
      (element, { button, at }) =>
        new Promise<void>((resolve) => {
          const seen = new MutationObserver(() => {
            if (Number(element.dataset["updatedAt"]) !== at) return;
            seen.disconnect();
            resolve();
          });
          seen.observe(element, { attributes: true });
          (button as HTMLElement).click();
        }),
      { button, at },
    );
  }
  await expect.poll(() => storedUntil(page)).toBe(others.at(-1));
}

test("the page looks as its pictures do, in both themes", async ({ page, clock, context }) => {
  test.skip(process.platform !== "linux", "the pictures have letters as Chromium draws them on Linux");
  // Eleven pictures, each drawn twice: a slow machine among other tests has its time for them.
  test.setTimeout(300_000);
  await watch(page, clock);
  await page.close();

  clock.at = NOW;
  const still = await context.newPage();
  await standStill(still, NOW);
  await still.addInitScript(() => localStorage.removeItem("decthings.watching"));
  for (const { name, path, size, themes } of PICTURES) {
    await test.step(name, async () => {
      await still.setViewportSize(size);
      await still.goto(path);
      // A load that follows another within the same instant dates its answer a millisecond later.
      await expect.poll(() => updatedAt(still)).toBeGreaterThanOrEqual(NOW);
      await expect
        .poll(() => ownFonts(still), "the fonts that the tests bring")
        .toEqual(["loaded", "loaded"]);
      // What is fetched when a view needs it belongs to the picture.
      await still.waitForLoadState("networkidle");
      for (const colorScheme of themes) {
        await still.emulateMedia({ colorScheme });
        await expect.soft(still).toHaveScreenshot(`${name}-${colorScheme}.png`, { timeout: 40_000 });
      }
    });
  }
});
