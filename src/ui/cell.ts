/** A value that changes more often than a page should render: what shows it listens, and nothing else learns of it. */

export interface Cell<T> {
  readonly now: () => T | undefined;
  readonly set: (value: T | undefined) => void;
  /** Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Holds nothing at first. */
export function createCell<T>(): Cell<T> {
  let current: T | undefined;
  const listeners = new Set<() => void>();
  return {
    now: () => current,
    set: (value) => {
      if (value === current) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
