/** Playwright's `test` with a dashboard of its own: `dashboard` is the running thing, `page` is not yet on it. */
import { test as base, expect, type BrowserContextOptions, type Page } from "@playwright/test";
import type { GatewayOptions } from "../../packages/gateway/src/index.ts";
import { createSimulator, type Faults, type Simulator } from "../../packages/simulator/src/index.ts";
import { shiftPageClock, startClock, type TestClock } from "./clock.ts";
import { CANARY_KEY, moveClock, startApi, startPage, type World } from "./servers.ts";
import { createWatchdog, type Watchdog } from "./watchdog.ts";

export { expect };

export interface Dashboard {
  /** Where the page is, without a slash at the end. */
  readonly url: string;
  /** The base address of the simulated API, as a client on this machine reaches it. */
  readonly apiUrl: string;
  setFaults(faults: Faults): void;
  stats(): ReturnType<Simulator["stats"]>;
  /** Moves the API's clock away from the page's. */
  moveClock(change: { readonly offsetMs?: number; readonly speed?: number }): Promise<void>;
}

/** Sessions of a world that does not say how many: rows cost a browser more than most tests do. */
export const FEW = 8;

interface Options {
  /** How the page runs: `demo` has the API in the gateway, the others have it on another port. */
  readonly mode: "demo" | "gateway" | "direct";
  readonly world: World;
}

interface Fixtures {
  readonly clock: TestClock;
  readonly dashboard: Dashboard;
  readonly watchdog: Watchdog;
  /** A page in a browser context that shares nothing with the others. */
  readonly freshPage: (options?: BrowserContextOptions) => Promise<Page>;
}

function gatewayOptions(mode: Options["mode"], simulator: Simulator, apiUrl: string): GatewayOptions {
  switch (mode) {
    case "demo":
      return { mode, simulator };
    case "gateway":
      return { mode, upstream: apiUrl, apiKey: CANARY_KEY };
    case "direct":
      return { mode, apiAddress: apiUrl };
  }
}

export const test = base.extend<Fixtures & Options>({
  mode: ["demo", { option: true }],
  world: [{}, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from its parameter
  clock: async ({}, use) => use(startClock()),

  dashboard: async ({ mode, world, clock }, use) => {
    const options = { sessions: FEW, ...world, now: clock.now };
    const api = mode === "demo" ? undefined : await startApi(options);
    const simulator = api?.simulator ?? createSimulator(options);
    const page = await startPage(gatewayOptions(mode, simulator, api?.url ?? ""));
    const apiUrl = api?.url ?? `${page.url}/v0`;
    await use({
      url: page.url,
      apiUrl,
      setFaults: (faults) => simulator.setFaults(faults),
      stats: () => simulator.stats(),
      moveClock: (change) => moveClock(apiUrl, change),
    });
    await page.close();
    await api?.close();
  },

  baseURL: async ({ dashboard }, use) => use(dashboard.url),

  // Sheens and turning glyphs cost a browser without a graphics card more than all the tests do.
  contextOptions: async ({ contextOptions }, use) => use({ ...contextOptions, reducedMotion: "reduce" }),

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from its parameter
  watchdog: async ({}, use) => {
    const watchdog = createWatchdog();
    await use(watchdog);
    expect(watchdog.complaints(), "what the page complained of").toEqual([]);
  },

  context: async ({ context, watchdog, clock }, use) => {
    await watchdog.watch(context);
    await context.addInitScript(shiftPageClock, clock.offsetMs);
    await use(context);
  },

  freshPage: async ({ browser, watchdog, clock }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await watchdog.watch(context);
      await context.addInitScript(shiftPageClock, clock.offsetMs);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
