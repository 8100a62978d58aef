import type { Locator } from "@playwright/test";

/** Where an element is on the screen that was painted last, px from its top: what is put right before a painting moved nothing. */
export const paintedTop = (element: Locator): Promise<number> =>
  element.evaluate(
    (one) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(Math.round(one.getBoundingClientRect().top))),
        );
      }),
  );
