/** What rests while somebody acts: what moves by itself, and, while rows pass, the pointer. */
import type { Page } from "@playwright/test";
import { allSignsAreThere, grid, row, rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

test.use({ world: { speed: 0, scenario: "scale", sessions: 200 } });

const isActing = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute("data-acting"));

/** What moves so by itself: how far into it each is when it begins, in its own lengths. */
const moving = (page: Page, name: string) =>
  page.evaluate(
    (wanted) =>
      document
        .getAnimations()
        .filter((one) => one instanceof CSSAnimation && one.animationName === wanted)
        .map(({ effect }) => {
          const { delay = 0, duration } = effect?.getComputedTiming() ?? {};
          return -delay / Number(duration);
        }),
    name,
  );

/** A key that does nothing. What hears it comes after the first rows. */
async function act(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press("Shift");
      return isActing(page);
    })
    .toBe(true);
}

/** How far apart the steps of 50 ms are of what moves in steps, ms, at most; endless while one has not begun. */
const apart = (page: Page) =>
  page.evaluate(() => {
    const begun = document.getAnimations().flatMap((one) => {
      if (!(one instanceof CSSAnimation) || !["glyph-turn", "sheen"].includes(one.animationName)) return [];
      const { delay = 0 } = one.effect?.getComputedTiming() ?? {};
      return [typeof one.startTime === "number" ? one.startTime + delay : undefined];
    });
    const [first] = begun;
    if (first === undefined || begun.includes(undefined)) return Infinity;
    return Math.max(
      ...begun.map((at = NaN) => {
        const late = Math.abs(at - first) % 50;
        return Math.min(late, 50 - late);
      }),
    );
  });

/** A wheel that turns and turns. @returns what ends it */
async function keepTurning(page: Page): Promise<() => Promise<void>> {
  const timer = await grid(page).evaluate((list) =>
    setInterval(() => list.dispatchEvent(new WheelEvent("wheel")), 30),
  );
  return () => page.evaluate((id) => clearInterval(id), timer);
}

test("where less motion is asked for, what shines stands, and rows that pass are not under the pointer", async ({
  page,
}) => {
  await page.goto("/");

  await test.step("what shines stands, whatever somebody does", async () => {
    const running = rows(page).locator(".bar.running").first();
    const shine = () => running.evaluate((bar) => getComputedStyle(bar, "::after").opacity);
    expect(await shine()).toBe("1");
    await act(page);
    expect(await shine()).toBe("1");
  });

  await test.step("rows that pass are not under the pointer, and a click is for the one that is seen there", async () => {
    await allSignsAreThere(page);
    const lit = page.locator("[data-session-id]:hover");
    await rows(page).first().hover();
    await page.mouse.wheel(0, 480);
    await expect.poll(() => grid(page).evaluate((list) => list.scrollTop)).toBe(480);
    await expect(lit).toHaveCount(1);
    const id = (await lit.getAttribute("data-session-id")) ?? "";
    const end = await keepTurning(page);
    await expect(lit).toHaveCount(0);
    await page.mouse.down();
    await page.mouse.up();
    await expect(row(page, id)).toHaveAttribute("aria-expanded", "true");
    await expect(row(page, id)).toBeFocused();
    await end();
    await expect(lit).toHaveAttribute("data-session-id", id);
  });
});

test.describe("what moves by itself", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("rests while somebody acts, and steps at one moment before and after", async ({ page }) => {
    await page.goto("/");

    await test.step("it rests from the first key to two seconds after the last, and glyphs go on from where they stood", async () => {
      await expect.poll(() => moving(page, "glyph-turn")).not.toEqual([]);
      await expect.poll(() => moving(page, "sheen")).not.toEqual([]);
      await act(page);
      expect(await moving(page, "glyph-turn")).toEqual([]);
      expect(await moving(page, "sheen")).toEqual([]);
      const stood = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".g.turn")].map((glyph) => ({
          turned: Number(glyph.style.getPropertyValue("--turned")),
          matrix: new DOMMatrix(getComputedStyle(glyph).transform),
        })),
      );
      expect(Math.max(...stood.map(({ turned }) => turned))).toBeGreaterThan(0);
      for (const { turned, matrix } of stood) {
        const angle = turned * 2 * Math.PI;
        expect(matrix.a).toBeCloseTo(Math.cos(angle), 3);
        expect(matrix.b).toBeCloseTo(Math.sin(angle), 3);
      }
      await expect.poll(() => isActing(page)).toBe(false);
      const ascending = (a: number, b: number) => a - b;
      const begun = (await moving(page, "glyph-turn")).toSorted(ascending);
      expect(begun).toHaveLength(stood.length);
      for (const [index, turned] of stood
        .map((one) => one.turned)
        .toSorted(ascending)
        .entries())
        expect(begun[index]).toBeCloseTo(turned, 3);
    });

    await test.step("it steps at one moment, whenever each began, and after somebody acted", async () => {
      await expect.poll(() => apart(page)).toBeLessThanOrEqual(1);
      // One is out of step, as if it had begun at another moment, when another begins.
      await page.evaluate(() => {
        const [glyph, other] = document.querySelectorAll<HTMLElement>(".g.turn");
        const [turning] = glyph?.getAnimations() ?? [];
        if (!turning || !other) throw new Error("Not two turn.");
        turning.startTime = Number(turning.startTime) + 20;
        other.style.animationName = "none";
        // Asked for its style, the browser ends the animation; the next one begins anew.
        void getComputedStyle(other).animationName;
        other.style.animationName = "";
      });
      await expect.poll(() => apart(page)).toBeLessThanOrEqual(1);
    });
  });
});
