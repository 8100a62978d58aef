/** Hears what a page and its workers complain of. */
import type { BrowserContext } from "@playwright/test";

/** Chromium's own line for each response with an error status and each request without one. */
const FAILED_REQUEST = /Failed to load resource/u;

/** Listens from now on; gives what was heard. */
export function hearComplaints(context: BrowserContext): () => readonly string[] {
  const heard: string[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error" || FAILED_REQUEST.test(message.text())) return;
    heard.push(`console: ${message.text()}`);
  });
  // Rejections that nobody handles come as errors too.
  context.on("weberror", (webError) => void heard.push(`uncaught: ${String(webError.error())}`));
  context.on("page", (page) => page.on("crash", () => void heard.push("the page crashed")));
  return () => heard;
}
