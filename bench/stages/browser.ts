/** A browser of its own for one page: nothing cached, nothing kept, nothing of another page's in its memory. */
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";
import { PROBE } from "../build.ts";

const VIEWPORT = { width: 1440, height: 900 };

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Everything between two calls of the trace's end; one at a time. */
  startTrace(categories: readonly string[]): Promise<void>;
  stopTrace(): Promise<unknown>;
  close(): Promise<void>;
}

/** An empty page with the probe in it. */
export async function openBrowser(): Promise<Opened> {
  const browser = await chromium.launch(launchOptions());
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.addInitScript({ path: PROBE });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  return {
    context,
    page,
    cdp,
    startTrace: (categories) => browser.startTracing(page, { categories: [...categories] }),
    async stopTrace() {
      const trace: unknown = JSON.parse((await browser.stopTracing()).toString("utf8"));
      return trace;
    },
    close: () => browser.close(),
  };
}
