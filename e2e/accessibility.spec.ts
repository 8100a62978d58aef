import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { live, NEXT_POLL, rows } from "./support/list.ts";
import { NOBODY, TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 6, speed: 0 } });

const SCREENS = [
  { name: "1440 px", size: { width: 1440, height: 900 } },
  { name: "390 px", size: { width: 390, height: 844 } },
] as const;

/** Looks at the present view in both themes. */
async function expectAccessibleInBothThemes(page: Page, view: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${view}, ${colorScheme}`);
  }
}

for (const { name, size } of SCREENS) {
  test.describe(`at ${name} a check by WCAG 2.2 AA finds nothing wrong with`, () => {
    test.use({ viewport: size });

    test("the list", async ({ page }) => {
      await page.goto("/");
      await expect(rows(page)).toHaveCount(6);
      await expectAccessibleInBothThemes(page, "list");
    });

    test("an open row", async ({ page }) => {
      await page.goto(`/?open=${TRAINED}&q=${TRAINED.slice(0, 8)}`);
      await expect(page.getByRole("table", { name: "Training sessions" })).toBeVisible();
      await expectAccessibleInBothThemes(page, "open row");
    });

    test("groups, a notice, missing ids and an open menu", async ({ page }) => {
      await page.goto(`/?ids=${TRAINED},${NOBODY}&group=launcher&sort=foo`);
      await expect(page.getByRole("status", { name: "Ids not returned" })).toBeVisible();
      await expectAccessibleInBothThemes(page, "missing ids");
      if (size.width > 720) {
        await page.getByRole("button", { name: "State" }).click();
        await expect(page.getByRole("menu")).toBeVisible();
        await expectAccessibleInBothThemes(page, "menu");
      }
    });

    test("the page of a session, on each tab", async ({ page }) => {
      await page.goto(`/sessions/${TRAINED}`);
      for (const tab of ["Timeline", "Location", "Parameters", "Activity", "Raw"]) {
        await page.getByRole("tab", { name: tab }).click();
        await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
        await expectAccessibleInBothThemes(page, tab);
      }
    });

    test("the page of a session that is not there, and of no view", async ({ page }) => {
      await page.goto(`/sessions/${NOBODY}`);
      await expect(page.getByText("This session is not running")).toBeVisible();
      await expectAccessibleInBothThemes(page, "not running");
      await page.goto("/nowhere");
      await expect(page.getByText("There is no such view")).toBeVisible();
      await expectAccessibleInBothThemes(page, "no view");
    });

    test("an answer that has to be waited for", async ({ page, dashboard }) => {
      dashboard.setFaults({ hang: true });
      await page.goto("/");
      await expect(live(page)).toHaveAttribute("data-phase", "connecting");
      await expectAccessibleInBothThemes(page, "connecting");
    });

    test("problems, with and without an answer", async ({ page, dashboard, watchdog }) => {
      watchdog.expect(FAILED_REQUEST);
      dashboard.setFaults({ error: "too_many_requests" });
      await page.goto("/");
      await expect(live(page)).toHaveAttribute("data-phase", "waiting");
      await expectAccessibleInBothThemes(page, "no answer yet");
      dashboard.setFaults({ sessions: ["unreadable", "unknown-state", "unknown-location"] });
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(rows(page)).toHaveCount(5);
      await expectAccessibleInBothThemes(page, "unreadable and unknown");
      dashboard.setFaults({ error: "bad_credentials" });
      await expect(live(page)).toHaveAttribute("data-phase", "unauthorised", NEXT_POLL);
      await expectAccessibleInBothThemes(page, "rejected key");
    });

    test.describe("an empty world", () => {
      test.use({ world: { scenario: "empty" } });

      test("as it is", async ({ page }) => {
        await page.goto("/");
        await expect(page.getByText("No debug sessions are running")).toBeVisible();
        await expectAccessibleInBothThemes(page, "empty");
      });
    });

    test.describe("the connect screen", () => {
      test.use({ mode: "direct" });

      test("with and without a problem", async ({ page }) => {
        await page.goto("/");
        await expect(page.getByRole("button", { name: "Connect" })).toBeVisible();
        await expectAccessibleInBothThemes(page, "connect");
        await page.getByRole("button", { name: "Connect" }).click();
        await expect(page.getByRole("alert")).toBeVisible();
        await expectAccessibleInBothThemes(page, "refused key");
      });
    });
  });
}
