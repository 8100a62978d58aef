import type { Page } from "@playwright/test";
import { details, live, NEXT_POLL, rows, shownIds, updatedAt } from "./support/list.ts";
import { expect, test } from "./support/test.ts";

test.use({ mode: "direct", world: { sessions: 5, speed: 0 } });

const KEY = "direct-key-51c0d9";

const keyField = (page: Page) => page.getByRole("textbox", { name: "API key" });
const connectScreen = (page: Page) => page.getByRole("heading", { name: "Connect to Decthings" });

async function connect(page: Page, key: string, keep = false): Promise<void> {
  await keyField(page).fill(key);
  await page.getByRole("checkbox", { name: "Keep for this tab" }).setChecked(keep);
  await page.getByRole("button", { name: "Connect" }).click();
}

/** Everywhere a page can leave a text, but for session storage. */
async function traces(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([
      location.href,
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      document.cookie,
      databases,
      history.state,
    ]);
  });
  return inPage + page.url();
}

test("the page asks for a key, calls the API with it on its own, and leaves it nowhere", async ({
  page,
  dashboard,
  watchdog,
}) => {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  const called = page.waitForRequest(`${dashboard.apiUrl}/Debug/getDebugSessions`);
  await test.step("it asks for a key before anything is sent", async () => {
    await page.goto("/");
    await expect(connectScreen(page)).toBeVisible();
    await expect(keyField(page)).toHaveAttribute("type", "password");
    await expect(page.getByText(new URL(dashboard.apiUrl).host).first()).toBeVisible();
    expect(dashboard.stats().calls).toEqual({});
  });

  await test.step("a text that can be no key is refused before anything is sent", async () => {
    await connect(page, "  ");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(keyField(page)).toBeFocused();
    expect(dashboard.stats().calls).toEqual({});
  });

  await test.step("with a key it calls the API on its own", async () => {
    await connect(page, KEY);
    await expect(rows(page)).toHaveCount(5);
    await expect(page.getByRole("main")).toBeFocused();
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    expect((await called).headers()["authorization"]).toBe(`Bearer ${KEY}`);
  });

  await test.step("the key is in no URL, no element, no console line and no storage", async () => {
    const first = page.getByRole("button", { name: "Copy link to this view" });
    await expect(first).toBeVisible();
    expect(await traces(page)).not.toContain(KEY);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(KEY);
    expect(urls.join("\n") + watchdog.console().join("\n")).not.toContain(KEY);
  });

  await test.step("a key that is not kept is gone with a reload", async () => {
    await page.reload();
    await expect(connectScreen(page)).toBeVisible();
    await expect(keyField(page)).toHaveValue("");
  });
});

test("a link gives no key, and one that is kept is in session storage alone, until it is forgotten", async ({
  page,
  dashboard,
}) => {
  await test.step("a link sets no address, no key and no mode, and acts on nothing", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    const evil = "http://evil.example/v0";
    const set = ["apiAddress", "httpServerAddress", "upstream", "api"].map(
      (name) => `${name}=${encodeURIComponent(evil)}`,
    );
    const link = `/?${set.join("&")}&apiKey=${KEY}&key=${KEY}&mode=demo&actions=true&action=terminate&terminate=1`;
    await page.goto(link);
    await expect(connectScreen(page)).toBeVisible();
    await expect(keyField(page)).toHaveValue("");
    expect(dashboard.stats().calls).toEqual({});
    await connect(page, KEY);
    await expect(rows(page)).toHaveCount(5);
    expect(dashboard.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
    expect(new Set(asked)).toEqual(new Set([new URL(dashboard.url).host, new URL(dashboard.apiUrl).host]));
  });

  await test.step("the key is in nothing that the page keeps of what it observed", async () => {
    await page.goto("/?sort=started");
    await connect(page, KEY, true);
    await expect(rows(page)).toHaveCount(5);
    const stored = () =>
      page.evaluate(async () => {
        const kept: unknown[] = [];
        const result = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.addEventListener("success", () => resolve(request.result));
            request.addEventListener("error", () => reject(request.error));
          });
        for (const { name = "" } of await indexedDB.databases()) {
          const database = await result(indexedDB.open(name));
          for (const store of database.objectStoreNames) {
            const records = database.transaction(store).objectStore(store);
            kept.push(name, store, await result(records.getAllKeys()), await result(records.getAll()));
          }
          database.close();
        }
        return JSON.stringify(kept, (_, value: unknown) => (value instanceof Map ? [...value] : value));
      });
    // What was observed is there, so that the key would be too.
    const [id = ""] = await shownIds(page);
    await expect.poll(stored).toContain(id);
    expect(await stored()).not.toContain(KEY);
  });

  await test.step("a key that is kept survives a reload in session storage, until it is forgotten", async () => {
    await page.reload();
    await expect(rows(page)).toHaveCount(5);
    expect(await traces(page)).not.toContain(KEY);
    expect(await page.evaluate(() => Object.values(sessionStorage))).toContain(KEY);

    await page.getByRole("button", { name: "Forget key" }).click();
    await expect(connectScreen(page)).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    expect(await page.evaluate(() => Object.values(sessionStorage))).not.toContain(KEY);
    await page.reload();
    await expect(connectScreen(page)).toBeVisible();
    await expect.poll(() => dashboard.stats().inFlight).toBe(0);
    await expect(page).toHaveURL("/?sort=started");
  });
});

test("a link opens in a tab without a key beside one that has it, and the key does not cross", async ({
  page,
  context,
  dashboard,
}) => {
  await page.goto("/");
  await connect(page, KEY, true);
  await expect(rows(page)).toHaveCount(5);
  const [first] = await shownIds(page);

  const otherTab = await context.newPage();
  await otherTab.goto(`/?open=${first}`);
  await expect(rows(otherTab)).toHaveCount(5);
  await expect(details(otherTab, first ?? "")).toBeVisible();
  expect(await traces(otherTab)).not.toContain(KEY);
  expect(await otherTab.evaluate(() => sessionStorage.length)).toBe(0);
  const before = await updatedAt(otherTab);
  await expect.poll(() => updatedAt(otherTab), NEXT_POLL).toBeGreaterThan(before);

  await page.getByRole("button", { name: "Forget key" }).click();
  await expect(connectScreen(page)).toBeVisible();
  await expect(otherTab.getByRole("alert")).toContainText("The tab that asked the API is gone.", {
    timeout: 20_000,
  });
  await expect(rows(otherTab)).toHaveCount(5);
  const { calls } = dashboard.stats();
  await otherTab.getByRole("button", { name: "Enter API key" }).click();
  await connect(otherTab, KEY);
  await expect(live(otherTab)).toHaveAttribute("data-phase", "live");
  expect(dashboard.stats().calls).not.toEqual(calls);
});

test("a key that is rejected or forgotten shows nothing, and another can be given", async ({
  page,
  dashboard,
  watchdog,
}) => {
  await test.step("a rejected key is told, polling stops, and another key can be given", async () => {
    await page.goto("/");
    await connect(page, "bad-direct-key");
    await expect(live(page)).toHaveAttribute("data-phase", "unauthorised");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("The API key was rejected.");
    await expect(alert).not.toContainText("bad-direct-key");
    await expect(alert.getByRole("button", { name: "Try again" })).toBeVisible();
    expect(dashboard.stats().calls).toEqual({ "Debug/getDebugSessions": 1 });
    await alert.getByRole("button", { name: "Change API key" }).click();
    await connect(page, KEY);
    await expect(rows(page)).toHaveCount(5);
  });

  await test.step("forgetting the key clears what it showed", async () => {
    await page.getByRole("button", { name: "Forget key" }).click();
    await expect(connectScreen(page)).toBeVisible();
    await connect(page, "bad-other-key");
    await expect(live(page)).toHaveAttribute("data-phase", "unauthorised");
    await expect(rows(page)).toHaveCount(0);
    await expect(page.getByRole("alert")).toContainText("No answer yet.");
  });

  await test.step("an API that hides Retry-After from other origins is waited for all the same", async () => {
    expect(watchdog.complaints()).toEqual([]);
    watchdog.expect(/Failed to load resource/u);
    dashboard.setFaults({ status: 429, retryAfterSeconds: 1 });
    await page.getByRole("alert").getByRole("button", { name: "Change API key" }).click();
    await connect(page, KEY);
    await expect(live(page)).toHaveAttribute("data-phase", "waiting", NEXT_POLL);
    await expect(live(page)).toContainText(/retry in (1\s*m|5\d\s*s)/u);
  });
});
