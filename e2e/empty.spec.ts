import { expect, test } from "./support/test.ts";

test.use({ world: { scenario: "empty" } });

test("an empty world has no lanes, no launchers and nothing to export, and says so", async ({ page }) => {
  const nothing = page.getByText("No debug sessions are running");

  await test.step("the timeline has no lanes", async () => {
    await page.goto("/timeline");
    await expect(nothing).toBeVisible();
  });

  await test.step("there are no launchers", async () => {
    await page.goto("/launchers");
    await expect(nothing).toBeVisible();
  });

  await test.step("the list has nothing to export", async () => {
    await page.goto("/");
    await expect(nothing).toBeVisible();
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByRole("menu")).toContainText("0 sessions shown");
    for (const kind of [/each session/u, /each training/u, /^JSON/u])
      await expect(page.getByRole("menuitem", { name: kind })).toHaveAttribute("aria-disabled", "true");
  });
});
