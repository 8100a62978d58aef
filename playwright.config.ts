import { defineConfig } from "@playwright/test";
import { testBrowser } from "./e2e/support/launch.ts";

// No webServer: every test starts the gateway and the simulator it needs (e2e/support), on a port of its own.
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  // One more than the smallest machine it runs on has cores: a third of the time is spent in waiting for polls. With a fourth,
  // browsers wait for each other.
  workers: 3,
  retries: 0,
  // Far longer than anything takes: a wait that ends early says what the machine was busy with, not what is wrong.
  timeout: 90_000,
  expect: {
    timeout: 15_000,
    // The pictures are the same to the pixel from run to run, in a headless shell and a whole browser, and up to three pixels from
    // Chromium 150 to 156. The smallest bar is 30, and 0.05 is a shade of a colour.
    toHaveScreenshot: { pathTemplate: "{testDir}/pictures/{arg}{ext}", threshold: 0.05, maxDiffPixels: 15 },
  },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  use: {
    // Recording costs every test a tenth of its time: E2E_TRACE=1 npm run e2e -- <the one that failed>.
    trace: process.env["E2E_TRACE"] ? "retain-on-failure" : "off",
    // Each test is the first visit of a browser, in which nothing is kept yet: keeping the page would cost it what a test of
    // its own costs. e2e/web-app.spec.ts lets it be kept.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
    launchOptions: testBrowser(),
  },
});
