import type { Page } from "@playwright/test";
import { grid, idFilter, live, paste, row, rows, shownIds } from "./support/list.ts";
import { NOBODY, TRAINED, WHOLE_SPEC, YOUNG } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

const log = `
14:20:01 started session ${TRAINED} (ok)
14:20:02 see https://example.invalid/sessions/${WHOLE_SPEC}?tab=raw and "${TRAINED}"
`;

/** The ids the page asks for in its next call; undefined when it asks for all. */
async function nextAsked(page: Page, act: () => Promise<void>): Promise<unknown> {
  const call = page.waitForRequest(/\/v0\/Debug\/getDebugSessions$/u);
  await act();
  const body = (await call).postDataBuffer()?.toString("latin1") ?? "";
  const asked: unknown = JSON.parse(body.slice(body.indexOf("{")));
  return asked;
}

test("ids are found in any pasted text and asked of the API", async ({ page }) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  const asked = await nextAsked(page, () => paste(idFilter(page), log));
  expect(asked).toEqual({ debugSessionIds: [TRAINED, WHOLE_SPEC] });
  await expect(page).toHaveURL(`/?ids=${TRAINED},${WHOLE_SPEC}`);
  await expect(rows(page)).toHaveCount(2);
  expect((await shownIds(page)).toSorted()).toEqual([WHOLE_SPEC, TRAINED].toSorted());
});

test("without ids the API is asked for all sessions, never for an empty list", async ({ page }) => {
  expect(await nextAsked(page, async () => void (await page.goto("/?ids=")))).toEqual({});
});

test("an id the API does not return is named, with what that may mean", async ({ page }) => {
  await page.goto(`/?ids=${TRAINED},${NOBODY}`);
  const notice = page.getByRole("status", { name: "Ids not returned" });
  await expect(notice).toContainText("1 of 2 requested ids was not returned");
  await expect(notice).toContainText("does not exist or you have no access");
  await expect(grid(page).getByRole("row").filter({ hasText: NOBODY })).toContainText("Not returned");
  await expect(rows(page)).toHaveCount(1);
  await notice.getByRole("button", { name: "Remove it" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).toHaveURL(`/?ids=${TRAINED}`);
});

test("the timeline names what was not returned as well, and forgets it when asked", async ({ page }) => {
  await page.goto("/timeline?ids=nope");
  const notice = page.getByRole("status", { name: "Ids not returned" });
  await expect(notice).toContainText("The requested id was not returned");
  await notice.getByRole("button", { name: "Remove it" }).click();
  await expect(page).toHaveURL("/timeline");
  await expect(notice).toBeHidden();
});

test("several missing ids are told by their number", async ({ page }) => {
  const others = [`${NOBODY.slice(0, -1)}0`, `${NOBODY.slice(0, -1)}1`];
  await page.goto(`/?ids=${[TRAINED, ...others].join(",")}`);
  await expect(page.getByRole("status", { name: "Ids not returned" })).toContainText(
    "2 of 3 requested ids were not returned: they do not exist or you have no access.",
  );
});

test("each id is a token that can be removed, Backspace removes the last, the cross all", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/?ids=${TRAINED},${WHOLE_SPEC},${YOUNG}`);
  await page.getByRole("button", { name: `Remove ${WHOLE_SPEC}` }).click();
  await expect(page).toHaveURL(`/?ids=${TRAINED},${YOUNG}`);
  await idFilter(page).press("Backspace");
  await expect(page).toHaveURL(`/?ids=${TRAINED}`);
  await page.getByRole("button", { name: "Clear session ids" }).click();
  await expect(page).toHaveURL("/");
  await expect(rows(page)).not.toHaveCount(1);
});

test("the beginning of one known id becomes that id; other words are asked for as they are", async ({
  page,
}) => {
  await page.goto("/");
  await expect(row(page, YOUNG)).toBeVisible();
  await idFilter(page).fill(YOUNG.slice(0, 6));
  await idFilter(page).press("Enter");
  await expect(page).toHaveURL(`/?ids=${YOUNG}`);
  await expect(idFilter(page)).toHaveValue("");
  const asked = await nextAsked(page, async () => {
    await idFilter(page).fill("no-such-session");
    await idFilter(page).press("Enter");
  });
  expect(asked).toEqual({ debugSessionIds: [YOUNG, "no-such-session"] });
});

for (const width of [1440, 1280, 1024, 390, 320]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("no id is cut in the field, and rows of ids that are missing lie below each other", async ({
      page,
    }) => {
      const nobodies = ["a", "b", "c"].map((end) => `00000000-0000-4000-8000-00000000000${end}`);
      await page.goto(`/?ids=${[TRAINED, ...nobodies].join(",")}`);
      await expect(grid(page).getByText(/^Not returned/u)).toHaveCount(3);
      const cut = await page.locator(".token > :first-child, .id-filter .iconbtn").evaluateAll((parts) =>
        parts.flatMap((part) => {
          const [own, field] = [part, part.closest(".field")].map((one) => one?.getBoundingClientRect());
          const isWhole = part.scrollWidth <= part.clientWidth || part.matches("button");
          return isWhole && (own?.right ?? Infinity) <= (field?.right ?? 0) ? [] : [part.outerHTML];
        }),
      );
      expect(cut).toEqual([]);
      const boxes = await grid(page)
        .getByRole("row")
        .evaluateAll((found) =>
          found.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
        );
      const ordered = boxes.toSorted(([a = 0], [b = 0]) => a - b);
      for (const [index, [top = 0]] of ordered.entries())
        expect(top).toBeGreaterThanOrEqual((ordered[index - 1]?.[1] ?? 0) - 1);
    });
  });
}

test("many ids at once are all asked for, and the field stays one line", async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, n) => `00000000-0000-4000-8000-0000000000${10 + n}`);
  await page.goto("/");
  await expect(live(page)).toHaveAttribute("data-phase", "live");
  const height = await page.getByRole("search", { name: "Filters" }).evaluate((bar) => bar.clientHeight);
  const asked = await nextAsked(page, () => paste(idFilter(page), [...many, TRAINED].join("\n")));
  expect(asked).toEqual({ debugSessionIds: [...many, TRAINED] });
  await expect(page.getByRole("status", { name: "Ids not returned" })).toContainText(
    "60 of 61 requested ids",
  );
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("+60", { exact: true })).toBeVisible();
  expect(await page.getByRole("search", { name: "Filters" }).evaluate((bar) => bar.clientHeight)).toBe(
    height,
  );
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
});
