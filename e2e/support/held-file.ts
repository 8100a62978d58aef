/** A file of the page that is slow to come. The gateway serves what is built at once, so it is held in the browser. */
import type { Page } from "@playwright/test";

/**
 * Holds a file that is fetched on demand until the returned function is called.
 * @param name of the part, as the build names its file
 */
export async function holdFile(page: Page, name: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
