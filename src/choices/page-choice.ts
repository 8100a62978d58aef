import { type ChoiceForm, type ChoiceStore, createChoiceStore } from "./choice-store.ts";

/** A choice of the page's own, in reach of what runs before there is React: `useChoice` is its hook. */
export type PageChoice<T> = ChoiceStore<T>;

/** From when it is first asked for: reading it is the first touch of storage. */
export function pageChoice<T>(form: ChoiceForm<T>): PageChoice<T> {
  let own: ChoiceStore<T> | undefined;
  const store = () => (own ??= createChoiceStore(window, form));
  return {
    read: () => store().read(),
    change: (change) => store().change(change),
    subscribe: (listener) => store().subscribe(listener),
  };
}
