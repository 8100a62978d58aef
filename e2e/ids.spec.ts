import type { Locator, Page, Request } from "@playwright/test";
import { isDeepStrictEqual } from "node:util";
import { painted } from "./support/accessible.ts";
import { grid, idFilter, live, paste, row, rows, shownIds } from "./support/list.ts";
import { NOBODY, TRAINED, WHOLE_SPEC, YOUNG } from "./support/sessions.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0 } });

const log = `
14:20:01 started session ${TRAINED} (ok)
14:20:02 see https://example.invalid/sessions/${WHOLE_SPEC}?tab=raw and "${TRAINED}"
`;

/** What a call asks for; undefined where it is no call for sessions. */
function askedBy(request: Request): unknown {
  if (!request.url().endsWith("/v0/Debug/getDebugSessions")) return undefined;
  const body = request.postDataBuffer()?.toString("latin1") ?? "";
  const asked: unknown = JSON.parse(body.slice(body.indexOf("{")));
  return asked;
}

/** What the page asks for in its first call after an act that asks for something else than `before`. */
async function nextAsked(page: Page, act: () => Promise<void>, before?: unknown): Promise<unknown> {
  const call = page.waitForRequest((request) => !isDeepStrictEqual(askedBy(request) ?? before, before));
  await act();
  return askedBy(await call);
}

const notReturned = (page: Page): Locator => page.getByRole("status", { name: "Ids not returned" });

test("ids are typed and pasted, asked of the API as tokens, and taken away again", async ({ page }) => {
  const all = {};
  const clear = page.getByRole("button", { name: "Clear session ids" });

  await test.step("without ids the API is asked for all sessions, never for an empty list", async () => {
    expect(await nextAsked(page, async () => void (await page.goto("/?ids=")))).toEqual(all);
    await expect(row(page, YOUNG)).toBeVisible();
  });

  await test.step("the beginning of one known id becomes that id; other words are asked for as they are", async () => {
    await idFilter(page).fill(YOUNG.slice(0, 6));
    await idFilter(page).press("Enter");
    await expect(page).toHaveURL(`/?ids=${YOUNG}`);
    await expect(idFilter(page)).toHaveValue("");
    await expect(rows(page)).toHaveCount(1);
    const type = async () => {
      await idFilter(page).fill("no-such-session");
      await idFilter(page).press("Enter");
    };
    expect(await nextAsked(page, type, { debugSessionIds: [YOUNG] })).toEqual({
      debugSessionIds: [YOUNG, "no-such-session"],
    });
    await nextAsked(page, () => clear.click(), { debugSessionIds: [YOUNG, "no-such-session"] });
    await expect(page).toHaveURL("/");
  });

  await test.step("ids are found in any pasted text and asked of the API", async () => {
    await expect(rows(page)).not.toHaveCount(1);
    expect(await nextAsked(page, () => paste(idFilter(page), log), all)).toEqual({
      debugSessionIds: [TRAINED, WHOLE_SPEC],
    });
    await expect(page).toHaveURL(`/?ids=${TRAINED},${WHOLE_SPEC}`);
    await expect(rows(page)).toHaveCount(2);
    expect((await shownIds(page)).toSorted()).toEqual([WHOLE_SPEC, TRAINED].toSorted());
  });

  await test.step("each id is a token that can be removed, Backspace removes the last, the cross all", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await paste(idFilter(page), YOUNG);
    await expect(page).toHaveURL(`/?ids=${TRAINED},${WHOLE_SPEC},${YOUNG}`);
    await page.getByRole("button", { name: `Remove ${WHOLE_SPEC}` }).click();
    await expect(page).toHaveURL(`/?ids=${TRAINED},${YOUNG}`);
    await idFilter(page).press("Backspace");
    await expect(page).toHaveURL(`/?ids=${TRAINED}`);
    await nextAsked(page, () => clear.click(), { debugSessionIds: [TRAINED] });
    await expect(page).toHaveURL("/");
    await expect(rows(page)).not.toHaveCount(1);
  });

  await test.step("many ids at once are all asked for, and the field stays one line", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const many = Array.from({ length: 60 }, (_, n) => `00000000-0000-4000-8000-0000000000${10 + n}`);
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    const bar = page.getByRole("search", { name: "Filters" });
    const height = await bar.evaluate((element) => element.clientHeight);
    const pasteAll = () => paste(idFilter(page), [...many, TRAINED].join("\n"));
    expect(await nextAsked(page, pasteAll, all)).toEqual({ debugSessionIds: [...many, TRAINED] });
    await expect(notReturned(page)).toContainText("60 of 61 requested ids");
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByText("+60", { exact: true })).toBeVisible();
    expect(await bar.evaluate((element) => element.clientHeight)).toBe(height);
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
  });
});

test("ids the API does not return are named, with what that may mean, and forgotten when asked", async ({
  page,
}) => {
  await test.step("an id that is not returned has a row and a notice, by which it is removed", async () => {
    await page.goto(`/?ids=${TRAINED},${NOBODY}`);
    await expect(notReturned(page)).toContainText("1 of 2 requested ids was not returned");
    await expect(notReturned(page)).toContainText("does not exist or you have no access");
    await expect(grid(page).getByRole("row").filter({ hasText: NOBODY })).toContainText("Not returned");
    await expect(rows(page)).toHaveCount(1);
    await notReturned(page).getByRole("button", { name: "Remove it" }).click();
    await expect(notReturned(page)).toHaveCount(0);
    await expect(page).toHaveURL(`/?ids=${TRAINED}`);
  });

  await test.step("several missing ids are told by their number", async () => {
    const others = [`${NOBODY.slice(0, -1)}0`, `${NOBODY.slice(0, -1)}1`];
    await paste(idFilter(page), others.join(" "));
    await expect(page).toHaveURL(`/?ids=${[TRAINED, ...others].join(",")}`);
    await expect(notReturned(page)).toContainText(
      "2 of 3 requested ids were not returned: they do not exist or you have no access.",
    );
  });

  await test.step("the timeline names what was not returned as well, and forgets it when asked", async () => {
    await page.goto("/timeline?ids=nope");
    await expect(notReturned(page)).toContainText("The requested id was not returned");
    await notReturned(page).getByRole("button", { name: "Remove it" }).click();
    await expect(page).toHaveURL("/timeline");
    await expect(notReturned(page)).toBeHidden();
  });
});

test("no id is cut in the field, and rows of ids that are missing lie below each other, at any width", async ({
  page,
}) => {
  const nobodies = ["a", "b", "c"].map((end) => `00000000-0000-4000-8000-00000000000${end}`);
  await page.goto(`/?ids=${[TRAINED, ...nobodies].join(",")}`);
  for (const width of [1440, 1280, 1024, 390, 320]) {
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await painted(page);
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
  }
});
