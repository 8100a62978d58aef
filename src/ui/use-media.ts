import { useCallback, useMemo, useSyncExternalStore } from "react";

/** The screen of a phone, which the style sheets have by the same width. */
export const NARROW = "(max-width: 720px)";
export const useNarrow = (): boolean => useMedia(NARROW);

/** Whether a media query holds; renders again when that changes. */
export function useMedia(query: string): boolean {
  const media = useMemo(() => matchMedia(query), [query]);
  const subscribe = useCallback(
    (listener: () => void) => {
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => media.matches);
}
