/** What a person chose about watching and its list: kept in this browser, the same in all of its tabs. */
import { pageChoice } from "./page-choice.ts";
import { PREFERENCES_FORM, type PreferencesChange, withChange } from "./preferences-choices.ts";

/** The choices in force. The same object until one of them changes. */
export const preferences = pageChoice(PREFERENCES_FORM);

/** Makes a choice, here and in the other tabs. Where storage is denied or full it holds until this tab is left. */
export const changePreferences = (change: PreferencesChange): void =>
  void preferences.change((before) => withChange(before, change));
