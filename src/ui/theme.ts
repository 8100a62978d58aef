/** Light, dark, or as the system says; kept in this browser, the same in all of its tabs. */
import { useSyncExternalStore } from "react";

const KEY = "theme";

/** In the order in which the button goes round. */
export const THEMES = {
  auto: { label: "Theme: as the system", next: "light" },
  light: { label: "Theme: light", next: "dark" },
  dark: { label: "Theme: dark", next: "auto" },
} as const;

export type Theme = keyof typeof THEMES;

const isTheme = (value: string | null): value is Theme => value !== null && Object.hasOwn(THEMES, value);

const listeners = new Set<() => void>();
let current: Theme = "auto";

function show(theme: Theme): void {
  current = theme;
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  for (const listener of listeners) listener();
}

/** Shows the kept theme. Called before the first paint; a browser that denies storage starts with the system's. */
export function applyStoredTheme(): void {
  try {
    const kept = localStorage.getItem(KEY);
    show(isTheme(kept) ? kept : "auto");
  } catch {
    show("auto");
  }
}

/** From now on what another tab chooses is shown here as well. Called once. */
export function followTheme(): void {
  addEventListener("storage", ({ key }) => {
    // No key: all of the storage was cleared.
    if (key === KEY || key === null) applyStoredTheme();
  });
}

export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is denied or full: the choice holds until the page is left.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme in force. */
export const currentTheme = (): Theme => current;

/** The theme in force and the step to the next one. */
export function useTheme(): { theme: Theme; next: () => void } {
  const theme = useSyncExternalStore(subscribe, currentTheme);
  return { theme, next: () => chooseTheme(THEMES[theme].next) };
}
