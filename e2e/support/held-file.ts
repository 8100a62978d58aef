/** A file of the page that is slow to come. The gateway serves what is built at once, so it is held in the browser. */
import type { Page } from "@playwright/test";

/**
 * Holds a script of the page until the returned function is called.
 * @param name of the part, as the build names its file
 */
export const holdFile = (page: Page, name: string): Promise<() => void> =>
  holdAddress(page, `**/assets/${name}-*.js`);

/** Holds what is at an address until the returned function is called. */
export async function holdAddress(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
