/** What an automatic check by WCAG 2.2 AA finds wrong with the page as it stands, and what of it cannot be reached. */
import { expect, type Page } from "@playwright/test";
import { violations } from "./axe.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** From the design's own width to the narrowest that WCAG asks for. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 720, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;

/** At one width of each layout the other theme is looked at too. */
const DARK_AT: readonly number[] = [1440, 390];

/** One line for each element found. @param view what is looked at, for the message */
export async function expectAccessible(page: Page, view: string, rules?: readonly string[]): Promise<void> {
  const wrong = await violations(
    page,
    rules ? { type: "rule", values: [...rules] } : { type: "tag", values: TAGS },
  );
  const found = wrong.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(" ")}: ${any[0]?.message ?? ""}`),
  );
  expect.soft(found, view).toEqual([]);
}

/** The sizes of what is opened over a view: of a desk, a phone, and the narrowest that WCAG asks for. */
export const PANEL_SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
] as const;

/** Looks at the present view as it stands, in both themes; and that the page does not scroll sideways. */
export async function expectAccessibleInThemes(page: Page, view: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, `${view}, light`);
  await expectContrastInTheDark(page, view);
  const { scrollWidth, width } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    width: innerWidth,
  }));
  expect(scrollWidth, view).toBe(width);
}

/** The other theme changes colours and nothing else. */
async function expectContrastInTheDark(page: Page, view: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${view}, dark`, ["color-contrast"]);
}

/** Looks at the present view at each width, in both themes, and at what of it is out of reach. */
export async function expectAccessibleEverywhere(
  page: Page,
  view: string,
  isShownAt: (width: number) => boolean = () => true,
): Promise<void> {
  for (const size of SIZES.filter(({ width }) => isShownAt(width))) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light" });
    await painted(page);
    const what = `${view}, ${size.width} px`;
    await expectAccessible(page, what);
    expect.soft(await outOfReach(page), what).toEqual([]);
    if (!DARK_AT.includes(size.width)) continue;
    await expectContrastInTheDark(page, what);
  }
  await page.setViewportSize(SIZES[0]);
}

/** After the page has drawn what a new size asks for. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

/**
 * What a person cannot get to: controls and words cut by the page's edge, or by something that does not scroll; and a page
 * that scrolls sideways. A text may be cut by its own cell, which ends it with an ellipsis.
 */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways by ${scrollWidth - clientWidth} px`);

    const isUnseen = (element: Element) =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      // The product's name gives way to what is needed.
      element.closest(".sr-only, [aria-hidden='true'], .brand") !== null;
    const holdsWords = (element: Element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
    for (const element of document.querySelectorAll("body *")) {
      const isControl = element.matches("a[href], button, input, select, [tabindex='0']");
      if (isUnseen(element) || !(isControl || holdsWords(element))) continue;
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, textOverflow, position, clipPath } = getComputedStyle(around);
        if (textOverflow === "ellipsis" || clipPath !== "none") break;
        if (overflowX === "auto" || overflowX === "scroll" || position === "fixed") break;
        if (overflowX === "visible") continue;
        const edge = around.getBoundingClientRect();
        const cut = Math.max(edge.left - box.left, box.right - edge.right);
        if (cut <= 1) continue;
        const name = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
        found.push(
          `${element.tagName.toLowerCase()}.${element.className} "${name}" is cut by ${Math.round(cut)} px`,
        );
        break;
      }
    }
    return found;
  });
