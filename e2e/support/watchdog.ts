/** Hears everything a page complains of, so that a test fails on a complaint nobody expected. */
import type { BrowserContext } from "@playwright/test";

export interface Watchdog {
  /** Watches every page of a context, those opened later included. */
  watch(context: BrowserContext): Promise<void>;
  /** A complaint that is part of what is tested. */
  expect(complaint: RegExp): void;
  /** What was complained of and not expected. */
  complaints(): readonly string[];
  /** All that was written to the console, of whatever kind. */
  console(): readonly string[];
}

/** Chromium's own line for each response with an error status and each request without one. */
export const FAILED_REQUEST = /Failed to load resource/;

/** Runs in the page before its own scripts: a report of the content security policy becomes a console error. */
function reportViolations(): void {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
    console.error(`Content security policy: ${violatedDirective} ${blockedURI} ${sample}`);
  });
}

export function createWatchdog(): Watchdog {
  const expected: RegExp[] = [];
  const heard: string[] = [];
  const written: string[] = [];
  return {
    async watch(context) {
      context.on("console", (message) => {
        written.push(message.text());
        if (message.type() === "error") heard.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (webError) => heard.push(`uncaught: ${String(webError.error())}`));
      context.on("dialog", (dialog) => {
        heard.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await context.addInitScript(reportViolations);
    },
    expect: (complaint) => void expected.push(complaint),
    complaints: () => heard.filter((text) => !expected.some((complaint) => complaint.test(text))),
    console: () => written,
  };
}
