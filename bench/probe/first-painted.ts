import { painted } from "./painted.ts";

/** Resolves with the time from the start of the navigation until the first of what a selector finds is painted, ms. */
export function watchFirst(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      resolve(painted());
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}
