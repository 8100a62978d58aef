/** What a browser and a person do to a page that nobody looks at. Headless Chromium does none of it by itself. */
import type { Page } from "@playwright/test";

/** Says to the page that nobody sees it any more, or that somebody does again. */
export async function turn(page: Page, to: "hidden" | "visible"): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => state === "hidden" });
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, to);
}

/** Stops everything the page runs, as a browser does with tabs long out of sight. @returns what lets it go on */
export async function freeze(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  return async () => {
    await session.send("Page.setWebLifecycleState", { state: "active" });
  };
}
