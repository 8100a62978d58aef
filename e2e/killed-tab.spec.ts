import { launchOptions } from "../scripts/browser.mjs";
import { live, NEXT_POLL } from "./support/list.ts";
import { calls, openTab } from "./support/tabs.ts";
import { expect, test } from "./support/test.ts";

// A process for each tab, which the other tests do without.
test.use({ launchOptions: launchOptions() });

test("when the tab that asks is killed, another goes on within two intervals", async ({
  context,
  dashboard,
  watchdog,
}) => {
  const first = await openTab(context);
  const other = await openTab(context);
  watchdog.expect(/crash/iu);
  const before = calls(dashboard);
  const session = await context.newCDPSession(first);
  // The answer never comes: the renderer is gone.
  void session.send("Page.crash").catch(() => undefined);
  await expect.poll(() => calls(dashboard), NEXT_POLL).toBeGreaterThan(before);
  await expect(live(other)).toHaveAttribute("data-phase", "live");
});
