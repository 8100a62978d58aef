import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { allSignsAreThere, live, NEXT_POLL, rows } from "./support/list.ts";
import { CANARY_KEY, DIST, startApi, startPage } from "./support/servers.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ mode: "gateway", world: { sessions: 5, speed: 0 } });

test("the gateway's key appears in nothing a browser gets, whether the API takes it or not", async ({
  page,
  dashboard,
  watchdog,
}) => {
  await test.step("the gateway forwards, and its key appears in nothing a browser gets", async () => {
    const got: Promise<string>[] = [];
    page.on("response", (response) => {
      got.push(
        response.body().then(
          (body) => `${response.url()} ${JSON.stringify(response.headers())} ${body.toString("latin1")}`,
          () => "",
        ),
      );
    });
    page.on("request", (request) => got.push(Promise.resolve(JSON.stringify(request.headers()))));
    await page.goto("/");
    await expect(rows(page)).toHaveCount(5);
    await expect(page.getByText("Gateway", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Forget key" })).toHaveCount(0);
    const seen = await Promise.all(got);
    expect(seen.some((text) => text.includes("getDebugSessions"))).toBe(true);
    const storage = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    const all = [...seen, await page.content(), storage, ...watchdog.console()].join("\n");
    expect(all).not.toContain(CANARY_KEY);
  });

  await test.step("a key that the API rejects is told without being shown, and cannot be changed in the page", async () => {
    const gateway = await startPage({
      mode: "gateway",
      upstream: dashboard.apiUrl,
      apiKey: `bad-${CANARY_KEY}`,
    });
    try {
      await page.goto(gateway.url);
      await expect(live(page)).toHaveAttribute("data-phase", "unauthorised");
      const alert = page.getByRole("alert");
      await expect(alert).toContainText("Give the gateway another key and restart it.");
      await expect(alert.getByRole("button", { name: "Change API key" })).toHaveCount(0);
      const shown = (await page.content()) + watchdog.console().join() + JSON.stringify(gateway.log);
      expect(shown).not.toContain(CANARY_KEY);
      expect(gateway.log.length).toBeGreaterThan(3);
    } finally {
      await page.close();
      await gateway.close();
    }
  });
});

test("no file of the build holds a key, whatever the environment held", async () => {
  const files = await readdir(DIST, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), "latin1")),
  );
  expect(texts.length).toBeGreaterThan(10);
  const secrets = [CANARY_KEY, process.env["DECTHINGS_API_KEY"]].filter((secret) => secret !== undefined);
  for (const secret of secrets) expect(texts.some((text) => text.includes(secret))).toBe(false);
  expect(texts.some((text) => /Bearer [\w-]{8,}|DECTHINGS_API_KEY/u.test(text))).toBe(false);
});

test("when the API goes away, or the gateway itself, the page says so and keeps what it has", async ({
  page,
  clock,
  watchdog,
}) => {
  watchdog.expect(FAILED_REQUEST);
  const world = { sessions: 5, speed: 0, now: clock.now };
  const api = await startApi(world);
  const gateway = await startPage({ mode: "gateway", upstream: api.url, apiKey: CANARY_KEY });
  let back: Awaited<ReturnType<typeof startApi>> | undefined;
  const alert = page.getByRole("alert");
  try {
    await test.step("without the API it says so and keeps what it has, and goes on when it is back", async () => {
      await page.goto(gateway.url);
      await expect(rows(page)).toHaveCount(5);
      await api.close();
      await expect(alert).toContainText(/HTTP status 50\d/u, NEXT_POLL);
      await expect(live(page)).toHaveAttribute("data-phase", "retrying");
      await expect(rows(page)).toHaveCount(5);

      back = await startApi(world, api.port);
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(live(page)).toHaveAttribute("data-phase", "live");
      await expect(alert).toHaveCount(0);
      expect(JSON.stringify(gateway.log) + (await page.content())).not.toContain(CANARY_KEY);
    });

    await test.step("without the gateway it says so and keeps what it has", async () => {
      await allSignsAreThere(page);
      await gateway.close();
      await expect(alert).toContainText(/No connection to/u, NEXT_POLL);
      await expect(live(page)).toHaveAttribute("data-phase", "retrying");
      await expect(rows(page)).toHaveCount(5);
    });
  } finally {
    await gateway.close();
    await back?.close();
  }
});
