import { sessionNamed } from "./support/api.ts";
import { barsOf } from "./support/bars.ts";
import { details, grid, NEXT_POLL, pollNow, row, updatedAt } from "./support/list.ts";
import { BARE_SPEC, TRAINED, WHOLE_SPEC } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

// High enough for two open rows.
test.use({ viewport: { width: 1440, height: 1600 }, world: { sessions: 10, speed: 0 } });

test("a row opens in place to all that is known of its session, and stays open through answers", async ({
  page,
  dashboard,
}) => {
  const { trainingSessions, parameterDefinitions } = await sessionNamed(dashboard, TRAINED);

  await test.step("it opens to its trainings, as a table with a bar each", async () => {
    await page.goto("/");
    await row(page, TRAINED).click();
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
    await expect(page).toHaveURL(`/?open=${TRAINED}`);
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "12");

    const table = details(page, TRAINED).getByRole("table", { name: "Training sessions" });
    for (const { id, state } of trainingSessions) {
      const training = table.locator(`[role="row"][data-training-id="${id}"]`);
      await expect(training).toHaveAttribute("data-state", state);
      await expect(training).toContainText(new RegExp(state, "iu"));
      await expect(training.getByRole("cell").nth(2)).toHaveText(/\d\s*[smhd]/u);
    }
    const running = table.locator('[data-bar][data-state="running"]');
    await expect(running).toHaveCount(1);
    const { axis, bars } = await barsOf(table);
    expect(bars.length).toBe(trainingSessions.length);
    for (const bar of bars.filter(({ state, width }) => state === "running" && width > 12)) {
      expect(Math.abs(bar.left - bar.createdX)).toBeLessThan(2);
      expect(Math.abs(bar.right - axis.right)).toBeLessThan(2);
    }
  });

  await test.step("the parameter definitions of all four functions are there", async () => {
    const table = details(page, TRAINED)
      .getByRole("region", { name: "Parameter definitions" })
      .getByRole("table");
    for (const name of ["createState", "train", "evaluateInput", "evaluateOutput"] as const) {
      const definitions = parameterDefinitions[name];
      expect(definitions.length).toBeGreaterThan(0);
      for (const { name: parameter, required, rules } of definitions) {
        const told = table
          .getByRole("row")
          .filter({ hasText: name })
          .filter({ has: page.getByRole("cell", { name: parameter, exact: true }) });
        await expect(told).toHaveCount(1);
        for (const type of rules.allowedTypes) await expect(told).toContainText(type);
        await expect(told).toContainText(`[${rules.shape.join(", ")}]`);
        await expect(told.getByRole("cell").last()).toHaveText(required ? "yes" : "no");
      }
    }
  });

  await test.step("an answer neither closes it, nor scrolls, nor takes the focus from what is in it", async () => {
    // Nothing is to be held for a pointer.
    await page.mouse.move(200, 20);
    const button = details(page, TRAINED).getByRole("button", { name: "Copy session id" });
    await button.focus();
    const place = await button.boundingBox();
    const before = await updatedAt(page);
    await expect.poll(() => updatedAt(page), NEXT_POLL).toBeGreaterThan(before);
    await expect(button).toBeFocused();
    await expect(row(page, TRAINED)).toHaveAttribute("aria-expanded", "true");
    expect(await button.boundingBox()).toEqual(place);
  });

  await test.step("several rows may be open, each closes by itself, and the URL says which", async () => {
    await expect(page).toHaveURL(`/?open=${TRAINED}`);
    await row(page, WHOLE_SPEC).click();
    await expect(details(page, TRAINED)).toBeVisible();
    await expect(details(page, WHOLE_SPEC)).toBeVisible();
    await expect(page).toHaveURL(`/?open=${TRAINED},${WHOLE_SPEC}`);
    await row(page, TRAINED).click();
    await expect(details(page, TRAINED)).toHaveCount(0);
    await expect(page).toHaveURL(`/?open=${WHOLE_SPEC}`);
    await row(page, WHOLE_SPEC).click();
    await expect(page).toHaveURL("/");
  });
});

test("rows that a link opens tell of a training that ends, and every value of their location", async ({
  page,
  dashboard,
}) => {
  await test.step("a training is seen to end while its row is open", async () => {
    const opened = Date.now();
    await page.goto(`/?open=${WHOLE_SPEC},${BARE_SPEC},${TRAINED}`);
    const running = details(page, WHOLE_SPEC).locator('[role="row"][data-state="running"]');
    const id = await running.getAttribute("data-training-id");
    const moved = 5 * 60_000;
    await dashboard.moveClock({ offsetMs: moved });
    await pollNow(page);
    const ended = details(page, WHOLE_SPEC).locator(`[role="row"][data-training-id="${id}"]`);
    await expect(ended).toHaveAttribute("data-state", "completed");
    await expect(ended).toContainText(/within \d/u);
    const [lastOpen, firstEnded] = await ended
      .locator("[data-bar]")
      .evaluate(({ dataset }: HTMLElement) => [Number(dataset["lastOpen"]), Number(dataset["firstEnded"])]);
    expect(firstEnded).toBeGreaterThan(lastOpen ?? Infinity);
    // Nobody looked while the API's clock was moved, so it may have ended at any time of that.
    expect(firstEnded).toBeLessThan((lastOpen ?? 0) + moved + (Date.now() - opened));
  });

  await test.step("the location card tells every value of the specification, and names what is not set", async () => {
    const figures = (id: string) => details(page, id).getByRole("definition");
    await expect(figures(WHOLE_SPEC)).toHaveText([
      "32",
      /128\s*GiB/u,
      /4\s*×\s*L4/u,
      /500\s*GiB/u,
      /16\s*GiB/u,
    ]);
    await expect(details(page, WHOLE_SPEC)).toContainText("Persistent launcher");
    await expect(details(page, WHOLE_SPEC)).toContainText("900718b8-4ee8-4518-ba9d-5545c2359509");
    await row(page, BARE_SPEC).scrollIntoViewIfNeeded();
    await expect(figures(BARE_SPEC)).toHaveText(["0.25", /512\s*MiB/u, "not set", "not set", "not set"]);
    await expect(details(page, BARE_SPEC)).toContainText("Temporary launcher");
    await expect(figures(BARE_SPEC).nth(1)).toHaveAttribute("title", "512 MiB");
  });
});
