/** A gateway that is shared with a team: its token, its end and return, and a newer build under an open page. */
import { readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expectAccessible } from "./support/accessible.ts";
import { runningSessions } from "./support/api.ts";
import { startGatewayProcess } from "./support/command.ts";
import { live, NEXT_POLL, rows, shownIds, updatedAt } from "./support/list.ts";
import { ownBuild } from "./support/own-build.ts";
import { CANARY_KEY, startApi, startPage } from "./support/servers.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ mode: "gateway", world: { sessions: 5, speed: 0 } });

const TOKEN = "canary-token-88d1f0";

const startShared = (upstream: string) =>
  startPage({ mode: "gateway", upstream, apiKey: CANARY_KEY, accessToken: TOKEN });

test("a shared dashboard asks for its token once, keeps the view of the link, and leaves the token nowhere", async ({
  page,
  context,
  dashboard,
  watchdog,
}) => {
  const shared = await startShared(dashboard.apiUrl);
  const view = `${shared.url}/?sort=started`;
  const field = page.getByRole("textbox", { name: "Access token" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  try {
    const other = await context.newPage();
    await test.step("each tab asks for it", async () => {
      await other.addInitScript(() => {
        const told: string[] = [];
        Object.assign(globalThis, { told });
        new BroadcastChannel("decthings-access 1").addEventListener("message", ({ data }) =>
          told.push(String(data)),
        );
      });
      await other.goto(view);
      await expect(other.getByRole("textbox", { name: "Access token" })).toBeVisible();
      await page.goto(view);
      await expect(field).toBeFocused();
      await expectAccessible(page, "the access screen");
      expect(watchdog.complaints()).toEqual([]);
    });

    await test.step("another text is refused, and nothing is asked of the API", async () => {
      watchdog.expect(FAILED_REQUEST);
      await field.fill(`${TOKEN}-wrong`);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toHaveText("This is not the access token.");
      await expect(field).toBeFocused();
      expect(dashboard.stats().calls).toEqual({});
    });

    await test.step("with the token the view of the link is there, and the token nowhere", async () => {
      await field.fill(TOKEN);
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(rows(page)).toHaveCount(5);
      await expect(page).toHaveURL(view);
      const kept = await page.evaluate(async () =>
        JSON.stringify([
          location.href,
          document.cookie,
          document.documentElement.outerHTML,
          Object.entries(localStorage),
          Object.entries(sessionStorage),
          await indexedDB.databases(),
        ]),
      );
      const all = [kept, ...asked, ...watchdog.console(), JSON.stringify(shared.log)].join();
      expect(all).not.toContain(TOKEN);
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
      expect(cookie?.value).not.toContain(TOKEN);
    });

    await test.step("a tab that asks for the token goes on when another gave it, and hears no token", async () => {
      await expect(rows(other)).toHaveCount(5);
      await expect(other).toHaveURL(view);
      expect(await other.evaluate("told")).toEqual(["given"]);
    });

    await test.step("it is asked for no more", async () => {
      await page.reload();
      await expect(rows(page)).toHaveCount(5);
      await expect(field).toHaveCount(0);
    });
  } finally {
    await shared.close();
  }
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("not a network address");
  return address.port;
}

test.describe("a gateway that is killed", () => {
  // It runs on the machine's clock.
  test.use({ clock: { offsetMs: 0, now: Date.now } });

  test("is told to be gone, and the page goes on within one interval of its return", async ({
    page,
    watchdog,
  }) => {
    watchdog.expect(FAILED_REQUEST);
    const api = await startApi({ sessions: 5, speed: 0 });
    const port = await freePort();
    const env = { DECTHINGS_API_KEY: CANARY_KEY, DECTHINGS_HTTP_ADDRESS: api.url };
    let gateway = await startGatewayProcess(port, env);
    try {
      await page.goto(`http://127.0.0.1:${port}/?sort=started`);
      // As many as there are at this hour.
      await expect(rows(page)).toHaveCount((await runningSessions({ apiUrl: api.url })).length);
      const ids = await shownIds(page);
      // What tells how watching goes comes with the first rows, and right after them.
      await expect(page.getByRole("contentinfo")).toContainText("Watching since");
      await gateway.kill();
      await expect(page.getByRole("alert")).toContainText(/No connection to/u, NEXT_POLL);
      await expect(live(page)).toHaveAttribute("data-phase", "retrying");
      expect(await shownIds(page)).toEqual(ids);

      const before = await updatedAt(page);
      gateway = await startGatewayProcess(port, env);
      await expect(live(page)).toHaveAttribute("data-phase", "live", NEXT_POLL);
      expect(await updatedAt(page)).toBeGreaterThan(before);
      await expect(page.getByRole("alert")).toHaveCount(0);
      expect(await shownIds(page)).toEqual(ids);
    } finally {
      await gateway.kill();
      await api.close();
    }
  });
});

test("a build that is newer, or lacks a file, makes an open page load once more and no oftener", async ({
  page,
  dashboard,
  watchdog,
}) => {
  watchdog.expect(FAILED_REQUEST);
  const build = ownBuild();
  const lacking = ownBuild();
  for (const name of readdirSync(lacking.assets)) {
    if (/^(?:overlays|session-panel)-/u.test(name)) rmSync(join(lacking.assets, name));
  }
  const serve = (distDir: string) => startPage({ mode: "gateway", upstream: dashboard.apiUrl, distDir });
  const served = await serve(build.dir);
  const servedLacking = await serve(lacking.dir);
  let loads = 0;
  page.on("load", () => (loads += 1));
  try {
    await test.step("a newer build under an open page makes it load once more, and its view stays", async () => {
      await page.goto(`${served.url}/?sort=started&q=a`);
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      const view = page.url();
      build.renew();
      await page.keyboard.press("?");
      await expect.poll(() => loads).toBe(2);
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      await expect(page).toHaveURL(view);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(loads).toBe(2);
    });

    await test.step("a build that lacks a file is loaded once more and no oftener, and the page goes on without it", async () => {
      loads = 0;
      await page.goto(servedLacking.url);
      await expect(rows(page)).toHaveCount(5);
      await page.keyboard.press("?");
      await expect.poll(() => loads).toBe(2);
      await expect(rows(page)).toHaveCount(5);
      await rows(page).first().click();
      await expect(page.getByText("This part could not be fetched.")).toBeVisible();
      expect(loads).toBe(2);
    });
  } finally {
    await served.close();
    await servedLacking.close();
    build.remove();
    lacking.remove();
  }
});
