import { painted } from "./painted.ts";

/** Resolves with the time from the start of the navigation until a session's row is painted, ms. */
export function watchFirstRow(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector("[data-session-id]") === null) return;
      observer.disconnect();
      resolve(painted());
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}
