import type { Page } from "@playwright/test";
import { gzipSync } from "node:zlib";

/** Counts the scripts that a page asks for from now on, workers' included; gives their size together, gzipped, bytes. */
export function countScripts(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith(".js") || sizes.has(pathname)) return;
    sizes.set(
      pathname,
      response.body().then(
        (body) => gzipSync(body, { level: 9 }).byteLength,
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(sizes.values())).reduce((total, size) => total + size, 0);
}
