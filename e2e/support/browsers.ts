/** Whole browsers of a test's own, with a profile on the disk: they can be killed, and started again on what they left. */
import { chromium, type BrowserContext } from "@playwright/test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shiftPageClock, type TestClock } from "./clock.ts";
import { testBrowser } from "./launch.ts";
import type { Watchdog } from "./watchdog.ts";

export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Kills the browser's process, which cannot tidy up anything. Resolves once it is gone. */
  kill(): Promise<void>;
}

/** @param profile the folder of the profile; made when it is not there */
export async function startBrowser(
  profile: string,
  { clock, watchdog }: { readonly clock: TestClock; readonly watchdog: Watchdog },
): Promise<OwnBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    ...testBrowser({ whole: true }),
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 1600 },
  });
  await watchdog.watch(context);
  await context.addInitScript(shiftPageClock, clock.offsetMs);
  return {
    context,
    async kill() {
      const session = await context.browser()?.newBrowserCDPSession();
      const processes = (await session?.send("SystemInfo.getProcessInfo"))?.processInfo ?? [];
      const own = processes.find(({ type }) => type === "browser");
      if (!own) throw new Error("The browser does not tell its process.");
      const gone = context.waitForEvent("close");
      process.kill(own.id, "SIGKILL");
      await gone;
    },
  };
}

/** A profile in which the person lets no site keep any data. */
export function profileWithoutStorage(profile: string): void {
  mkdirSync(join(profile, "Default"), { recursive: true });
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(settings));
}
