import { vi } from "vitest";

/** From now on every media query matches, or none does, until mocks are restored. */
export function allMediaMatch(value: boolean): void {
  // What an earlier call put in its place would answer for the browser.
  vi.spyOn(window, "matchMedia").mockRestore();
  const match = window.matchMedia.bind(window);
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    Object.defineProperty(match(query), "matches", { value }),
  );
}
