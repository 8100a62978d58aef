import type { Page } from "@playwright/test";
import { gzipSync } from "node:zlib";

interface Script {
  /** Epoch ms. */
  readonly askedAt: number;
  /** Gzipped, bytes. */
  readonly size: Promise<number>;
}

/**
 * Counts the scripts that a page asks for from now on, workers' included.
 * @returns their size together, gzipped, bytes: of those asked for until an instant (epoch ms), or of all
 */
export function countScripts(page: Page): (until?: number) => Promise<number> {
  const scripts = new Map<string, Script>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith(".js") || scripts.has(pathname)) return;
    const size = response.body().then(
      (body) => gzipSync(body, { level: 9 }).byteLength,
      () => 0,
    );
    scripts.set(pathname, { askedAt: response.request().timing().startTime, size });
  });
  return async (until = Number.POSITIVE_INFINITY) => {
    const asked = [...scripts.values()].filter(({ askedAt }) => askedAt <= until);
    const sizes = await Promise.all(asked.map(({ size }) => size));
    return sizes.reduce((total, size) => total + size, 0);
  };
}
