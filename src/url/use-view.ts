/** Binds a route's parameters to the browser's location: the URL is the state, so nothing here keeps any. */
import { useCallback, useMemo } from "react";
import { navigate, useSearch } from "wouter/use-browser-location";
import { keepStep } from "./before-step.ts";
import { readView, writeView, type Params, type Reading } from "./view.ts";

export interface ChangeOptions {
  /** Put it in place of the present history entry; for changes that are no step of their own, like typing. */
  readonly replace?: boolean;
}

export type ChangeView<V> = (changes: Partial<V>, options?: ChangeOptions) => void;

/** The same; a function makes the changes of what the URL says by then, which may be later than the last render. */
export type ChangePresent<V> = (
  changes: Partial<V> | ((now: V) => Partial<V>),
  options?: ChangeOptions,
) => void;

/** The view in the URL, what of the URL does not count, and a way to change it. */
export function useView<V extends object>(
  params: Params<V>,
): Reading<V> & { readonly change: ChangePresent<V> } {
  const search = useSearch();
  const reading = useMemo(() => readView(params, search), [params, search]);
  const change = useCallback<ChangePresent<V>>(
    (changes, { replace = false } = {}) => {
      // First: what is kept of the present step may be a part of its address.
      keepStep();
      const change =
        typeof changes === "function" ? changes(readView(params, location.search).view) : changes;
      const next = writeView(params, location.search, change);
      if (next === location.search) return;
      // What the present step keeps, such as how far the list is scrolled, is the next one's too.
      navigate(location.pathname + next + location.hash, { replace, state: history.state as unknown });
    },
    [params],
  );
  return { ...reading, change };
}
