/** Light, dark, or as the system says; kept in this browser, the same in all of its tabs. */
import type { ChoiceForm } from "./choice-store.ts";
import { pageChoice } from "./page-choice.ts";
import { useChoice } from "./use-choice.ts";

/** In the order in which the button goes round. */
export const THEMES = {
  auto: { label: "Theme: as the system", icon: "auto", next: "light" },
  light: { label: "Theme: light", icon: "sun", next: "dark" },
  dark: { label: "Theme: dark", icon: "moon", next: "auto" },
} as const;

export type Theme = keyof typeof THEMES;

const isTheme = (value: string | null): value is Theme => value !== null && Object.hasOwn(THEMES, value);

export const THEME_FORM: ChoiceForm<Theme> = {
  slot: "theme",
  encode: (theme) => theme,
  decode: (text) => (isTheme(text) ? text : "auto"),
};

const choice = pageChoice(THEME_FORM);

function show(): void {
  const theme = choice.read();
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Shows the theme in force, and from now on whatever is chosen, in whichever tab. Called once, before the first paint. */
export function showTheme(): void {
  show();
  choice.subscribe(show);
}

export const chooseTheme = (theme: Theme): void => void choice.change(() => theme);

/** The theme in force. */
export const currentTheme: () => Theme = choice.read;

/** The theme in force and the step to the next one. */
export function useTheme(): { theme: Theme; next: () => void } {
  const theme = useChoice(choice);
  return { theme, next: () => chooseTheme(THEMES[theme].next) };
}
