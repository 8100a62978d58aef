import { preferences } from "./preferences.ts";
import type { Preferences } from "./preferences-choices.ts";
import { useChoice } from "./use-choice.ts";

/** The choices in force; renders again when one of them changes, in whichever tab. */
export const usePreferences = (): Preferences => useChoice(preferences);
