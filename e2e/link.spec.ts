import { clipboardOf } from "./support/clipboard.ts";
import { details, grid, live, row, rows, shownIds, textFilter } from "./support/list.ts";
import { TRAINED, WHOLE_SPEC } from "./support/sessions.ts";
import { expect, FEW, test } from "./support/test.ts";

test.use({ world: { speed: 0 }, viewport: { width: 1440, height: 1300 } });

test("a view is its address: steps of the history go through views, and the copied link opens one in a fresh browser", async ({
  page,
  context,
  freshPage,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await expect(rows(page)).toHaveCount(FEW);

  await test.step("typing into the text filter is one step of the history", async () => {
    const before = await page.evaluate(() => history.length);
    await textFilter(page).pressSequentially("97385e39");
    await expect(rows(page)).toHaveCount(1);
    await expect(page).toHaveURL("/?q=97385e39");
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await page.goBack();
    await expect(textFilter(page)).toHaveValue("");
    await expect(rows(page)).toHaveCount(FEW);
  });

  await test.step("back and forward go through the views one by one", async () => {
    await row(page, TRAINED).click();
    await expect(details(page, TRAINED)).toBeVisible();
    await details(page, TRAINED).getByRole("link", { name: "Open page" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TRAINED);
    await page.getByRole("tab", { name: "Location" }).click();
    await expect(page).toHaveURL(`/sessions/${TRAINED}?tab=location`);

    await page.goBack();
    await expect(page.getByRole("tab", { name: "Timeline" })).toHaveAttribute("aria-selected", "true");
    await page.goBack();
    await expect(details(page, TRAINED)).toBeVisible();
    await page.goBack();
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "false");
    await expect(page).toHaveURL("/");
    await page.goForward();
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
    await page.goBack();
    await expect(page).toHaveURL("/");
  });

  await test.step("what is chosen back to its default leaves the URL", async () => {
    const sort = async (name: string) => {
      await page.getByRole("button", { name: "Sort" }).click();
      await page.getByRole("menuitemradio", { name }).click();
    };
    const group = (name: string) =>
      page.getByRole("group", { name: "Group" }).getByRole("button", { name }).click();
    await sort("Oldest");
    await group("Model");
    await expect(page).toHaveURL("/?sort=started&group=model");
    await sort("Newest");
    await expect(page).toHaveURL("/?group=model");
    await group("None");
    await expect(page).toHaveURL("/");
  });

  await test.step("the copied link opens the same view in a fresh browser", async () => {
    await page.getByRole("button", { name: "State" }).click();
    await page.getByRole("menuitemcheckbox", { name: /^Training/u }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Sort" }).click();
    await page.getByRole("menuitemradio", { name: "Trainings" }).click();
    await row(page, TRAINED).click();
    await expect(details(page, TRAINED)).toBeVisible();
    await expect(page).toHaveURL(`/?state=running&sort=trainings&open=${TRAINED}`);
    const seen = await shownIds(page);

    await page.getByRole("button", { name: "Copy link to this view" }).click();
    await expect(page.getByRole("status", { name: "Messages" })).toContainText("Link copied");
    const shared = page.url();
    expect(await clipboardOf(page)).toBe(shared);

    const elsewhere = await freshPage({ viewport: { width: 1440, height: 1300 } });
    await elsewhere.goto(shared);
    await expect(details(elsewhere, TRAINED)).toBeVisible();
    await expect.poll(() => shownIds(elsewhere)).toEqual(seen);
    for (const shown of await rows(elsewhere).all()) {
      await expect(shown).toHaveAttribute("data-activity", "running");
    }
    await expect(elsewhere.getByRole("button", { name: "Sort" })).toContainText("Trainings");
    expect(elsewhere.url()).toBe(shared);
  });
});

test("a link shows what it says, says what of it cannot be, and is cleared of its filters at once", async ({
  page,
}) => {
  await test.step("a link with every filter shows what it says", async () => {
    await page.goto(
      "/?q=9738&location=persistent&model=b8aba70e-42e8-4d95-9fee-27c3421b0cc7&group=launcher&range=12h",
    );
    await expect(rows(page)).toHaveCount(1);
    await expect(row(page, TRAINED)).toBeVisible();
    await expect(textFilter(page)).toHaveValue("9738");
    await expect(page.getByRole("button", { name: /12 h/u })).toBeVisible();
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "3");
    const axis = grid(page).locator("[data-axis-from]");
    const [from, to] = await axis.evaluate((element: HTMLElement) => [
      Number(element.dataset["axisFrom"]),
      Number(element.dataset["axisTo"]),
    ]);
    expect((to ?? 0) - (from ?? 0)).toBe(12 * 3_600_000);
  });

  await test.step("a link of many thousand characters opens the view that it names", async () => {
    const nobody = Array.from(
      { length: 120 },
      (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
    );
    const search = `?group=launcher&open=${[...nobody, TRAINED].join(",")}&folded=${nobody
      .map((id) => `persistent:${id}`)
      .join(",")}`;
    expect(search.length).toBeGreaterThan(8_000);
    await page.goto(`/${search}`);
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
    await page.reload();
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
  });

  const notice = page.getByRole("status", { name: "Link notice" });

  await test.step("invalid values are named and fall back, and unknown parameters survive", async () => {
    await page.goto("/?from-chat=1&sort=foo&state=running,flying&utm=a%20b");
    await expect(notice).toHaveText("Ignored from the link: sort=foo, state=running,flying");
    await expect(rows(page)).toHaveCount(FEW);
    await row(page, TRAINED).click();
    await expect(page).toHaveURL(`/?from-chat=1&open=${TRAINED}&utm=a%20b`);
    await expect(notice).toBeEmpty();
  });

  await test.step("the notice of invalid values can be dismissed", async () => {
    await page.goto("/?sort=foo");
    await expect(notice).toHaveText("Ignored from the link: sort=foo");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice).toBeEmpty();
    await expect(page).toHaveURL("/");
  });

  await test.step("a filter that no session matches says so and can be cleared", async () => {
    await page.goto(`/?q=nothing-like-it&open=${WHOLE_SPEC}`);
    await expect(page.getByText("No session matches these filters")).toBeVisible();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page).toHaveURL(`/?open=${WHOLE_SPEC}`);
    await expect(details(page, WHOLE_SPEC)).toBeVisible();
    await expect(live(page)).toHaveAttribute("data-phase", "live");
  });

  await test.step("all filters are cleared at once, ids too, in the bar and in the sheet of a narrow screen", async () => {
    const clear = page.getByRole("button", { name: "Clear all filters" });
    await expect(clear).toBeHidden();
    await page.goto(`/?ids=${TRAINED}&state=running&ended=hide&sort=started`);
    await expect(rows(page)).toHaveCount(1);
    await clear.click();
    await expect(page).toHaveURL("/?sort=started");
    await expect(clear).toBeHidden();
    await page.goBack();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "More filters" }).click();
    await clear.click();
    await expect(page).toHaveURL("/?sort=started");
  });
});
