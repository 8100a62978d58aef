import { useCallback, useSyncExternalStore } from "react";

/** Whether the screen is that of a phone, which the style sheets have by the same width. */
export const useNarrow = (): boolean => useMedia("(max-width: 720px)");

/** Whether a media query holds; renders again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
