import { grid, rows, row } from "./support/list.ts";
import { TRAINED } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 }, viewport: { width: 1440, height: 900 } });

const PLACES = [
  ["Timeline", "/timeline", "t"],
  ["Launchers", "/launchers", "l"],
  ["Sessions", "/", "s"],
] as const;

test("the three places are reached from anywhere, and what is paused stays so", async ({ page }) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  const bar = page.getByRole("navigation", { name: "Main" });
  const place = (name: string) => bar.getByRole("link", { name });

  await test.step("by the bar", async () => {
    for (const [name, path] of PLACES) {
      await place(name).click();
      await expect(page).toHaveURL(path);
      await expect(place(name)).toHaveAttribute("aria-current", "page");
    }
  });

  await test.step("by G and a letter from wherever the focus is", async () => {
    // On a row L copies a link; after G it does not.
    await row(page, TRAINED).focus();
    for (const [name, path, letter] of PLACES) {
      await page.keyboard.press("g");
      await page.keyboard.press(letter);
      await expect(page).toHaveURL(path);
      await expect(place(name)).toHaveAttribute("aria-current", "page");
    }
    await expect(page.getByText("Link copied")).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL("/launchers");
  });

  await test.step("by the palette, and what is paused stays so", async () => {
    await place("Sessions").click();
    await page.getByRole("button", { name: "Pause updates" }).click();
    await expect(page).toHaveURL("/?paused=1");
    await expect(page.getByRole("button", { name: "Resume updates" })).toBeVisible();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Session or command" })).toBeFocused();
    await page.keyboard.type("go to timeline");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/timeline?paused=1");
    await page.getByRole("button", { name: "Resume updates" }).click();
    await expect(page).toHaveURL("/timeline");
  });

  await test.step("pausing leaves what the timeline's link says as it is", async () => {
    await page.goto("/timeline?group=none&range=1h");
    await page.getByRole("button", { name: "Pause updates" }).click();
    await expect(page).toHaveURL("/timeline?group=none&range=1h&paused=1");
    await page.keyboard.press("]");
    await expect(page).toHaveURL("/timeline?group=none&paused=1");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("they stand at the bottom, where a thumb is, and cover nothing", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    const bar = page.getByRole("navigation", { name: "Main" });
    const [box, list] = [await bar.boundingBox(), await grid(page).boundingBox()];
    expect(box?.height).toBe(56);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    for (const link of await bar.getByRole("link").all()) {
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await bar.getByRole("link", { name: "Launchers" }).click();
    await expect(page.getByRole("treegrid", { name: "Launchers" })).toBeVisible();
  });
});
