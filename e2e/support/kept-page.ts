/** What the service worker keeps, as any page of its origin can see it. */
import type { Page } from "@playwright/test";

/** Waits until the page is kept whole, and the worker that keeps it answers for this page too. */
export function pageKept(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

/** The names of the builds that are kept. To wait for one to go is to look at these: opening what just went would make it anew. */
export const keptBuilds = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** The paths of all that is kept, by the name of the build. */
export function keptPaths(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const builds: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      builds[name] = requests.map(({ url }) => new URL(url).pathname);
    }
    return builds;
  });
}
