/** The page as an app that is installed: what it keeps, that it opens without its server, and that it is never an old one. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "./support/browsers.ts";
import { keptBuilds, keptPaths, pageKept } from "./support/kept-page.ts";
import { live, NEXT_POLL, pollNow, row, rows, shownIds, updatedAt } from "./support/list.ts";
import { ownBuild } from "./support/own-build.ts";
import { CANARY_KEY, DIST, startPage } from "./support/servers.ts";
import { TRAINED } from "./support/sessions.ts";
import { storedSessions } from "./support/stored.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ mode: "gateway", world: { sessions: 5, speed: 0 }, serviceWorkers: "allow" });

test("it may be installed, is kept whole, and opens as it was kept from another website's link too", async ({
  dashboard,
  clock,
  watchdog,
}) => {
  const profile = mkdtempSync(join(tmpdir(), "dashboard-profile-"));
  const { context } = await startBrowser(profile, { clock, watchdog });
  try {
    const page = await context.newPage();

    await test.step("Chromium finds nothing that stands against installing it", async () => {
      await page.goto(`${dashboard.url}/?sort=started`);
      await expect(rows(page)).toHaveCount(5);
      const session = await context.newCDPSession(page);
      const { url, errors } = await session.send("Page.getAppManifest");
      expect({ url, errors }).toEqual({ url: `${dashboard.url}/manifest.json`, errors: [] });
      expect((await session.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
    });

    await test.step("a link on another website opens the page that was kept as it opens one that was not", async () => {
      await pageKept(page);
      const { port } = new URL(dashboard.url);
      // By this name it is another website. For its icon Chromium asks in vain.
      watchdog.expect(/favicon\.ico/u);
      await page.goto(`http://localhost:${port}/healthz`);
      await page.evaluate((address) => {
        const link = document.createElement("a");
        link.href = address;
        document.body.append(link);
        link.click();
      }, `${dashboard.url}/?sort=started`);
      await expect(page).toHaveURL(`${dashboard.url}/?sort=started`);
      await expect(rows(page)).toHaveCount(5);
      expect(watchdog.complaints()).toEqual([]);
    });

    await test.step("the whole build is kept, and nothing that the server says by itself but how the page runs", async () => {
      watchdog.expect(FAILED_REQUEST);
      const before = await updatedAt(page);
      // Calls that the worker could have taken part in.
      await pollNow(page);
      await expect.poll(() => updatedAt(page), NEXT_POLL).toBeGreaterThan(before);
      for (const path of ["/healthz", "/metrics", "/v0/Debug/getDebugSessions", "/access"])
        await page.evaluate((address) => fetch(address, { method: "HEAD" }).then(() => undefined), path);
      expect(dashboard.stats().calls["Debug/getDebugSessions"]).toBeGreaterThan(1);
      const builds = Object.entries(await keptPaths(page));
      expect(builds.map(([name]) => name)).toEqual([expect.stringMatching(/^page [0-9a-f]{16}$/u)]);
      const assets = readdirSync(join(DIST, "assets"))
        .filter((name) => !name.endsWith(".br"))
        .map((name) => `/assets/${name}`);
      expect(builds[0]?.[1].toSorted()).toEqual(["/", "/config.json", ...assets].toSorted());
    });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test("without its server it opens with what was known, goes on when it is back, and gives it the last word", async ({
  page,
  dashboard,
  watchdog,
}) => {
  watchdog.expect(FAILED_REQUEST);
  const options = { mode: "gateway", upstream: dashboard.apiUrl, apiKey: CANARY_KEY } as const;
  const served = await startPage(options);
  await page.goto(`${served.url}/?sort=started`);
  await expect(rows(page)).toHaveCount(5);
  await pageKept(page);
  await expect.poll(() => storedSessions(page).then((all) => all.length)).toBe(5);
  const before = await shownIds(page);
  await served.close();

  await test.step("it opens with what was known and its age, and goes on when the server is back", async () => {
    await page.reload();
    await expect(rows(page)).toHaveCount(5);
    expect(await shownIds(page)).toEqual(before);
    await expect(live(page)).toHaveAttribute("data-phase", "retrying", NEXT_POLL);
    await expect(live(page)).toContainText("showing what was known");
    await expect(live(page)).not.toHaveAttribute("data-updated-at");
    // Another view by its link, whose code was never asked for while there was a server.
    await page.goto(`${served.url}/sessions/${TRAINED}`);
    await expect(page.getByRole("tab", { name: "Timeline" })).toBeVisible();
    await page.goto(`${served.url}/?sort=started`);
    await expect(row(page, TRAINED)).toBeVisible();

    const again = await startPage(options, served.port);
    try {
      await expect(live(page)).toHaveAttribute("data-phase", "live", NEXT_POLL);
      expect(await shownIds(page)).toEqual(before);
    } finally {
      await again.close();
    }
  });

  await test.step("a server that wants an access token is asked, and answers without it do not pass", async () => {
    const field = page.getByRole("textbox", { name: "Access token" });
    const shared = await startPage({ ...options, accessToken: "canary-token-5c21f0" }, served.port);
    await page.reload();
    await expect(field).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await shared.close();
    // What the server said last holds while it is gone.
    await page.reload();
    await expect(field).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
  });
});

test("a newer build is shown by the next load, takes the older one's place, and an open page follows once", async ({
  page,
  context,
  dashboard,
  watchdog,
}) => {
  watchdog.expect(FAILED_REQUEST);
  const build = ownBuild();
  const served = await startPage({ mode: "gateway", upstream: dashboard.apiUrl, distDir: build.dir });
  try {
    const open = await context.newPage();
    await open.goto(`${served.url}/?sort=started&q=a`);
    await expect(live(open)).toHaveAttribute("data-phase", "live");
    await pageKept(open);
    const older = await keptPaths(open);
    const view = open.url();
    build.renew();

    await page.goto(served.url);
    const entry = () => page.locator("script[src^='/assets/index-']").getAttribute("src");
    expect(Object.values(older).flat()).not.toContain(await entry());
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    // The newer build's files are kept, and none of the older one's.
    await expect.poll(() => keptBuilds(page)).toEqual([`page ${"0".repeat(16)}`]);
    expect(Object.values(await keptPaths(page)).flat()).toContain(await entry());

    // While the browser has them at hand, the older build's files are enough for the open page. Then there are none.
    const session = await context.newCDPSession(open);
    await session.send("Network.clearBrowserCache");
    let loads = 0;
    open.on("load", () => (loads += 1));
    await open.bringToFront();
    await open.keyboard.press("?");
    await expect.poll(() => loads).toBe(1);
    await expect(live(open)).toHaveAttribute("data-phase", "live");
    await expect(open).toHaveURL(view);
    await open.keyboard.press("?");
    await expect(open.getByRole("dialog")).toBeVisible();
    expect(loads).toBe(1);
  } finally {
    await page.close();
    await served.close();
    build.remove();
  }
});
