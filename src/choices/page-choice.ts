import { type ChoiceForm, type ChoiceStore, createChoiceStore } from "./choice-store.ts";

/**
 * A choice of the page's own, from when it is first asked for: reading it is the first touch of storage. What runs before React is
 * there reads it too: its hook (`useChoice`) is apart.
 */
export function pageChoice<T>(form: ChoiceForm<T>): ChoiceStore<T> {
  let own: ChoiceStore<T> | undefined;
  const store = () => (own ??= createChoiceStore(window, form));
  return {
    read: () => store().read(),
    change: (change) => store().change(change),
    subscribe: (listener) => store().subscribe(listener),
  };
}
