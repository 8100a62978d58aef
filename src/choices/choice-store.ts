/** Keeps what a person chose in local storage, under one key, in step with the other tabs of the browser. */

/** What is used of a window. Asking for its storage may throw. */
export interface StoragePage {
  readonly localStorage: Pick<Storage, "getItem" | "setItem">;
  readonly addEventListener: (type: "storage", listener: (event: Pick<StorageEvent, "key">) => void) => void;
}

/** How a choice is written down. */
export interface ChoiceForm<T> {
  readonly slot: string;
  readonly encode: (choice: T) => string;
  /** Reads what was kept, of whatever shape; the defaults where nothing was. */
  readonly decode: (text: string | null) => T;
}

export interface ChoiceStore<T> {
  /** The same object until a choice changes. */
  readonly read: () => T;
  /** @returns whether it is kept; else it holds until the page is left */
  readonly change: (change: (before: T) => T) => boolean;
  /** Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** @param page lives as long as the store does */
export function createChoiceStore<T>(
  page: StoragePage,
  { slot, encode, decode }: ChoiceForm<T>,
): ChoiceStore<T> {
  const listeners = new Set<() => void>();
  let current = decode(null);
  /** What was chosen could not be written, so what is written is not what was chosen. */
  let isOnlyHere = false;

  const take = (next: T): void => {
    if (encode(next) === encode(current)) return;
    current = next;
    for (const listener of listeners) listener();
  };
  const takeWritten = (): void => {
    try {
      take(decode(page.localStorage.getItem(slot)));
    } catch {
      // Storage is denied: what was chosen in this tab holds.
    }
  };

  takeWritten();
  page.addEventListener("storage", ({ key }) => {
    // No key: all of the storage was cleared.
    if (key !== slot && key !== null) return;
    isOnlyHere = false;
    takeWritten();
  });

  return {
    read: () => current,
    change(change) {
      // Another tab's choice may be written before its event is heard, and this one must not undo it.
      if (!isOnlyHere) takeWritten();
      take(change(current));
      try {
        page.localStorage.setItem(slot, encode(current));
        isOnlyHere = false;
      } catch {
        // Storage is denied or full: the choice holds until the page is left.
        isOnlyHere = true;
      }
      return !isOnlyHere;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
