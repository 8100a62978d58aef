/** The page in Firefox: what it does differently from Chromium is workers, Trusted Types, service workers and storage. */
import { createSimulator } from "../packages/simulator/src/index.ts";
import { findFirefox } from "../scripts/firefox.mjs";
import { runningSessions } from "./support/api.ts";
import { startFirefox } from "./support/firefox.ts";
import { startPage } from "./support/servers.ts";
import { expect, test } from "./support/test.ts";

const firefox = findFirefox();

/** A slow machine starts it in ten seconds. */
const SOON = { timeout: 30_000 } as const;

const ROWS = "document.querySelectorAll('[data-session-id]').length";
const PHASE = "document.querySelector('[data-phase]')?.dataset.phase";

test("firefox shows, opens, keeps and shows again", async () => {
  test.skip(firefox === undefined, "there is no Firefox: install one, or set FIREFOX_PATH");
  test.setTimeout(180_000);
  const simulator = createSimulator({ sessions: 5, speed: 0 });
  const served = await startPage({ mode: "demo", simulator });
  // This browser has the machine's clock, so the world of the test is another one each time.
  const running = await runningSessions({ apiUrl: `${served.url}/v0` });
  const trained = running.find(({ trainingSessions }) => trainingSessions.length > 0);
  const row = `[data-session-id="${trained?.id}"]`;
  const browser = await startFirefox(firefox ?? "");
  try {
    // Its engine has enough of nested lists sooner than others, and not only where they are parsed.
    simulator.setFaults({ sessions: ["deep"] });
    await browser.open(`${served.url}/?sort=started`);
    await expect.poll(() => browser.evaluate(ROWS), SOON).toBe(running.length - 1);
    simulator.setFaults({});
    await expect.poll(() => browser.evaluate(ROWS), SOON).toBe(running.length);
    await expect.poll(() => browser.evaluate(PHASE), SOON).toBe("live");
    // An answer came through the worker, and the next one does.
    const first = await browser.evaluate("document.querySelector('[data-phase]').dataset.updatedAt");
    await expect
      .poll(() => browser.evaluate("document.querySelector('[data-phase]').dataset.updatedAt"), SOON)
      .not.toBe(first);

    await browser.click(row);
    await expect
      .poll(() => browser.evaluate(`document.querySelector('${row}').ariaExpanded`), SOON)
      .toBe("true");
    await expect.poll(() => browser.evaluate("location.search"), SOON).toContain("open=");
    const panel = "document.querySelector('section[aria-label^=\"Details of session\"]')";
    await expect
      .poll(() => browser.evaluate(`${panel}?.querySelectorAll("[data-training-id]").length`), SOON)
      .toBeGreaterThan(0);

    await browser.press("?");
    await expect
      .poll(() => browser.evaluate("document.querySelectorAll('dialog[open]').length"), SOON)
      .toBe(1);
    await browser.press("\uE00C");
    await expect
      .poll(() => browser.evaluate("document.querySelectorAll('dialog[open]').length"), SOON)
      .toBe(0);

    for (const path of ["/timeline", "/launchers"]) {
      await browser.open(served.url + path);
      await expect.poll(() => browser.evaluate(PHASE), SOON).toBe("live");
      await expect
        .poll(() => browser.evaluate("document.querySelector('main').textContent.length"), SOON)
        .toBeGreaterThan(100);
      // All that it asks for by itself is here: what is left in the middle of a request is complained of.
      await expect
        .poll(() => browser.evaluate("document.querySelector('footer').textContent.length"), SOON)
        .toBeGreaterThan(0);
    }
    expect(browser.complaints()).toEqual([]);

    // Kept, it opens without its server.
    await browser.open(`${served.url}/?sort=started`);
    await expect.poll(() => browser.evaluate(PHASE), SOON).toBe("live");
    await browser.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await expect
      .poll(
        () => browser.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name).join())"),
        SOON,
      )
      .toContain("decthings-history");
    await served.close();
    await browser.open(`${served.url}/?sort=started`);
    await expect.poll(() => browser.evaluate(ROWS), SOON).toBe(running.length);
    await expect.poll(() => browser.evaluate(PHASE), SOON).toBe("retrying");
  } finally {
    await browser.close();
  }
});
