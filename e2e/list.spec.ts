import { BEGINNING } from "./support/clock.ts";
import { grid, live, NEXT_POLL, pollNow, row, rows, shownIds, updatedAt } from "./support/list.ts";
import { barsOf } from "./support/bars.ts";
import { AT_THE_BEGINNING, BEFORE, ENDING, TRAINED, YOUNG } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

// High enough to draw the rows of all sessions.
test.use({ world: { sessions: 25 }, viewport: { width: 1440, height: 1300 } });

test("the list has rows soon, and is live: what it tells of each session is as new as the answer and the clock", async ({
  page,
  dashboard,
}) => {
  await test.step("there are rows within two seconds of opening the page", async () => {
    const opened = async () => {
      await page.goto("/");
      await expect(rows(page)).toHaveCount(25);
      await expect(grid(page)).toHaveAttribute("aria-rowcount", "26");
      return page.evaluate(() => performance.getEntriesByName("poll.render")[0]?.startTime ?? Infinity);
    };
    // What else the machine does counts for nothing: the best of three is the page's own.
    let best = Infinity;
    for (let time = 0; time < 3 && best >= 2_000; time += 1) best = Math.min(best, await opened());
    expect.soft(best).toBeLessThan(2_000);
  });

  await test.step("a row tells model, place with specification, and trainings by state", async () => {
    const shown = row(page, TRAINED);
    await expect(shown).toHaveAttribute("data-activity", "running");
    for (const name of [
      TRAINED,
      "b8aba70e-42e8-4d95-9fee-27c3421b0cc7",
      /Persistent launcher:.*8\s*vCPU.*30\s*GiB.*2×\s*T4/su,
    ]) {
      await expect(shown.getByRole("gridcell", { name })).toBeVisible();
    }
    await expect(shown).toContainText(/3\s*h\s*51\s*m/u);
    await expect(shown).toContainText(/8\s*vCPU.*30\s*GiB.*2×\s*T4/su);
    for (const count of ["1 running", "3 completed", "1 failed"]) {
      await expect(shown.getByRole("img", { name: count, exact: true })).toBeVisible();
    }
  });

  await test.step("a training is drawn where its creation lies on the axis, and now is the right end", async () => {
    await expect(row(page, TRAINED).locator("[data-bar]")).toHaveCount(5);
    const { axis, bars } = await barsOf(grid(page));
    expect(axis.to - axis.from).toBe(3 * 3_600_000);
    expect(Math.abs(axis.seenAt - axis.to)).toBeLessThan(2_000);
    const told = bars.filter(({ created, width }) => created >= axis.from && width > 12);
    expect(told.length).toBeGreaterThan(10);
    for (const bar of told) {
      const say = JSON.stringify(bar);
      expect.soft(Math.abs(bar.left - bar.createdX), say).toBeLessThan(2);
      if (bar.endedX === undefined) expect.soft(Math.abs(bar.right - axis.right), say).toBeLessThan(2);
      else expect.soft(bar.right, say).toBeLessThan(bar.endedX + 2);
    }
  });

  await test.step("it says when the newest answer came, and the next comes within six seconds", async () => {
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    const first = await updatedAt(page);
    expect(first).toBeGreaterThanOrEqual(BEGINNING);
    await expect.poll(() => updatedAt(page), NEXT_POLL).toBeGreaterThan(first);
    const second = await updatedAt(page);
    // How long the call itself takes is the machine's doing.
    const call = await page.evaluate(() => performance.getEntriesByName("poll.fetch").at(-1)?.duration ?? 0);
    expect(second - first - call).toBeLessThan(6_500);
  });

  await test.step("ages tick between answers", async () => {
    const age = row(page, YOUNG).getByRole("gridcell").nth(4);
    await expect(age).toHaveText(/^[45]\s*m\s*\d\d\s*s$/u);
    dashboard.setFaults({ hang: true });
    await expect(age).not.toHaveText(await age.innerText());
  });
});

test("a session that starts appears, and one that ends stays below the others, under a head that folds", async ({
  page,
  dashboard,
}) => {
  await test.step("what starts appears, and what ends stays", async () => {
    await dashboard.moveClock(BEFORE);
    await page.goto("/");
    await expect(row(page, ENDING)).not.toHaveAttribute("data-activity", "ended");
    await expect(row(page, YOUNG)).toHaveCount(0);

    await dashboard.moveClock(AT_THE_BEGINNING);
    await pollNow(page);
    await expect(row(page, YOUNG)).toBeVisible();
    await expect(row(page, ENDING)).toHaveAttribute("data-activity", "ended");
    await expect(grid(page).getByText("Ended while watching")).toBeVisible();
    const order = await shownIds(page);
    expect(order.indexOf(ENDING)).toBeGreaterThan(order.indexOf(TRAINED));
  });

  await test.step("what ended while watching folds as a group does", async () => {
    const head = grid(page).getByRole("row", { name: /^Ended while watching/u });
    await expect(head).toBeVisible();
    await expect(row(page, ENDING)).toHaveAttribute("aria-level", "2");
    await head.click();
    await expect(row(page, ENDING)).toBeHidden();
    await expect(page).toHaveURL("/?folded=ended");
    await expect(row(page, TRAINED)).toBeVisible();
  });
});

test.describe("on a phone on its side", () => {
  test.use({ viewport: { width: 844, height: 390 } });

  test("half of the screen is rows, and filters are in a sheet that has room for them", async ({ page }) => {
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    expect((await grid(page).boundingBox())?.height).toBeGreaterThan(180);
    await page.getByRole("button", { name: "More filters" }).click();
    for (const name of ["State", "Launcher", "Export"])
      await expect(page.getByText(name, { exact: true }).first()).toBeInViewport({ ratio: 1 });
    await page.getByRole("button", { name: "State" }).click();
    const choice = page.getByRole("menuitemcheckbox").first();
    await expect(choice).toBeInViewport({ ratio: 1 });
    await choice.click();
    await expect(page).toHaveURL(/state=/u);
  });
});

test.describe("a list longer than the view", () => {
  test.use({ world: { sessions: 200, speed: 0 } });

  test("is where it was after each way back to it, and has no row that moves under the pointer", async ({
    page,
    dashboard,
  }) => {
    const top = () => grid(page).evaluate((list) => list.scrollTop);
    const kept = () => page.evaluate(() => (history.state as { top?: number } | null)?.top);
    const inTheMiddle = () =>
      grid(page).evaluate((list) => {
        const { left, top: above, width, height } = list.getBoundingClientRect();
        const found = document.elementFromPoint(left + width / 2, above + height / 2);
        return found?.closest<HTMLElement>("[data-session-id]")?.dataset["sessionId"] ?? "";
      });
    await page.goto("/");
    await expect(rows(page).first()).toBeVisible();
    const [first] = await shownIds(page);

    await test.step("it is where it was after a look at a session's page, and after a reload", async () => {
      await grid(page).evaluate((list) => list.scrollTo({ top: 1_600 }));
      await expect.poll(kept).toBe(1_600);
      // Well within the view, so that nothing has to scroll for it.
      await expect.poll(inTheMiddle).not.toBe("");
      await row(page, await inTheMiddle()).dblclick();
      await expect(page).toHaveURL(/\/sessions\//u);
      await page.goBack();
      await expect.poll(top).toBe(1_600);
      await page.reload();
      await expect(rows(page).first()).toBeVisible();
      await expect.poll(top).toBe(1_600);
      // What keeps it comes after the rows.
      await grid(page).evaluate((list) => list.scrollTo({ top: 1_700 }));
      await expect.poll(kept).toBe(1_700);
      // And by a step right after the wheel, sooner than what is scrolled is kept otherwise.
      await grid(page).evaluate(async (list) => {
        list.scrollTo({ top: 2_400 });
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        document.querySelector<HTMLElement>('nav a[href="/timeline"]')?.click();
      });
      await expect(page).toHaveURL(/\/timeline/u);
      await page.goBack();
      await expect.poll(top).toBe(2_400);
    });

    await test.step("it is where it was after a filter and the way back from it", async () => {
      await grid(page).evaluate((list) => list.scrollTo({ top: 3_000 }));
      await expect.poll(kept).toBe(3_000);
      await page.getByRole("button", { name: "State" }).click();
      await page.getByRole("menuitemcheckbox").first().click();
      await page.keyboard.press("Escape");
      await expect(page).toHaveURL(/state=/u);
      await grid(page).evaluate((list) => list.scrollTo({ top: 64 }));
      await expect.poll(kept).toBe(64);
      await page.goBack();
      await expect.poll(top).toBe(3_000);
      await page.goForward();
      await expect.poll(top).toBe(64);
      await page.goBack();
      await expect(page).toHaveURL("/");
    });

    await test.step("no row moves under the pointer, and what waits is told", async () => {
      await grid(page).evaluate((list) => list.scrollTo({ top: 0 }));
      await expect.poll(async () => (await shownIds(page))[0]).toBe(first);
      await row(page, (await shownIds(page))[4] ?? "").hover();
      // A line about the clock makes the view lower.
      const shown = async () => (await shownIds(page)).slice(0, 12);
      const before = await shown();
      await dashboard.moveClock({ offsetMs: 600_000 });
      const waiting = page.getByRole("button", { name: /^Show \d+ new and \d+ changes$/u });
      await expect(waiting).toBeVisible(NEXT_POLL);
      expect(await shown()).toEqual(before);
      await waiting.click();
      await expect(waiting).toBeHidden();
      expect(await shown()).not.toEqual(before);
    });
  });
});

test.describe("an answer that brings many rows while nobody is in the list", () => {
  test.use({ world: { scenario: "scale", sessions: 4_000 } });

  test("is heard in their order, and stands in it once somebody is", async ({ page }) => {
    await page.goto("/");
    const layer = grid(page).getByRole("rowgroup").first();
    await expect(layer).toHaveAttribute("aria-owns", /\S/u, { timeout: 40_000 });
    const session = await page.context().newCDPSession(page);
    await expect(async () => {
      const before = await shownIds(page);
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      const names: unknown[] = nodes.map(({ name }) => name?.value);
      const heard = [...new Set(names)].filter((name) => before.includes(String(name)));
      expect(await shownIds(page), "no answer came meanwhile").toEqual(before);
      expect(heard).toEqual(before);
    }).toPass();

    await rows(page).nth(3).hover();
    await expect(layer).not.toHaveAttribute("aria-owns");
    const ids = await rows(page).evaluateAll((found) => found.map((one) => one.dataset["sessionId"]));
    expect(ids).toEqual(await shownIds(page));
  });
});
