import { useSyncExternalStore } from "react";

/** Where the choice is kept. */
export const NOTICES_SLOT = "decthings.notices";

/** Whether anybody in this browser ever chose about notifications: until then nothing of them is fetched. */
export const useNoticesWanted = (): boolean => useSyncExternalStore(subscribe, isChosen);

function subscribe(listener: () => void): () => void {
  addEventListener("storage", listener);
  return () => removeEventListener("storage", listener);
}

function isChosen(): boolean {
  try {
    return localStorage.getItem(NOTICES_SLOT) !== null;
  } catch {
    // Where storage is denied a choice is made on this page, by somebody who uses it.
    return false;
  }
}
