/** Keeps the choices about watching in local storage, under one key, in step with the other tabs of the browser. */
import {
  decodePreferences,
  encodePreferences,
  type Preferences,
  type PreferencesChange,
  withChange,
} from "./preferences-choices.ts";

const SLOT = "decthings.watching";

/** What is used of a window. Asking for its storage may throw. */
export interface StoragePage {
  readonly localStorage: Pick<Storage, "getItem" | "setItem">;
  readonly addEventListener: (type: "storage", listener: (event: Pick<StorageEvent, "key">) => void) => void;
}

export interface PreferenceStore {
  /** The same object until a choice changes. */
  readonly read: () => Preferences;
  readonly change: (change: PreferencesChange) => void;
  /** Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** @param page lives as long as the store does */
export function createPreferenceStore(page: StoragePage): PreferenceStore {
  const listeners = new Set<() => void>();
  let current = decodePreferences(null);
  /** What was chosen could not be written, so what is written is not what was chosen. */
  let isOnlyHere = false;

  const take = (next: Preferences): void => {
    if (encodePreferences(next) === encodePreferences(current)) return;
    current = next;
    for (const listener of listeners) listener();
  };
  const takeWritten = (): void => {
    try {
      take(decodePreferences(page.localStorage.getItem(SLOT)));
    } catch {
      // Storage is denied: what was chosen in this tab holds.
    }
  };

  takeWritten();
  page.addEventListener("storage", ({ key }) => {
    // No key: all of the storage was cleared.
    if (key !== SLOT && key !== null) return;
    isOnlyHere = false;
    takeWritten();
  });

  return {
    read: () => current,
    change(change) {
      // Another tab's choice may be written before its event is heard, and this one must not undo it.
      if (!isOnlyHere) takeWritten();
      take(withChange(current, change));
      try {
        page.localStorage.setItem(SLOT, encodePreferences(current));
        isOnlyHere = false;
      } catch {
        isOnlyHere = true;
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
