/** What a person chose about watching: kept in this browser, the same in all of its tabs. */
import { useSyncExternalStore } from "react";
import { type ChoiceStore, createChoiceStore } from "./choice-store.ts";
import {
  type Preferences,
  PREFERENCES_FORM,
  type PreferencesChange,
  withChange,
} from "./preferences-choices.ts";

// The page's own, from when it is first asked for: reading it is the first touch of storage.
let own: ChoiceStore<Preferences> | undefined;
const store = (): ChoiceStore<Preferences> => (own ??= createChoiceStore(window, PREFERENCES_FORM));

/** The choices in force. The same object until one of them changes. */
export const readPreferences = (): Preferences => store().read();

/** Makes a choice, here and in the other tabs. Where storage is denied or full it holds until this tab is left. */
export const changePreferences = (change: PreferencesChange): void =>
  store().change((before) => withChange(before, change));

const subscribe = (listener: () => void): (() => void) => store().subscribe(listener);

/** The choices in force; renders again when one of them changes, in whichever tab. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, readPreferences);
