import { useSyncExternalStore } from "react";
import { type ChoiceForm, type ChoiceStore, createChoiceStore } from "./choice-store.ts";

/** A choice of the page's own, from when it is first asked for: reading it is the first touch of storage. */
export function pageChoice<T>(form: ChoiceForm<T>) {
  let own: ChoiceStore<T> | undefined;
  const store = () => (own ??= createChoiceStore(window, form));
  const read = () => store().read();
  const subscribe = (listener: () => void) => store().subscribe(listener);
  return {
    read,
    change: (change: (before: T) => T): void => store().change(change),
    subscribe,
    /** The choice in force, the same object until it changes; renders again when it does, in whichever tab. */
    use: () => useSyncExternalStore(subscribe, read),
  };
}
