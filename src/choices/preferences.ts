/** What a person chose about watching and its list: kept in this browser, the same in all of its tabs. */
import { pageChoice } from "./page-choice.ts";
import {
  type Preferences,
  PREFERENCES_FORM,
  type PreferencesChange,
  withChange,
} from "./preferences-choices.ts";

const choice = pageChoice(PREFERENCES_FORM);

/** The choices in force. The same object until one of them changes. */
export const readPreferences = (): Preferences => choice.read();

/** Makes a choice, here and in the other tabs. Where storage is denied or full it holds until this tab is left. */
export const changePreferences = (change: PreferencesChange): void =>
  choice.change((before) => withChange(before, change));

/** The choices in force; renders again when one of them changes, in whichever tab. */
export const usePreferences: () => Preferences = choice.use;
