import { useSyncExternalStore } from "react";

/**
 * Whether anything is kept in local storage under the slot: until somebody in this browser chose there, nothing that is about
 * the choice needs to be fetched.
 */
export const useKept = (slot: string): boolean => useSyncExternalStore(subscribe, () => isKept(slot));

function subscribe(listener: () => void): () => void {
  addEventListener("storage", listener);
  return () => removeEventListener("storage", listener);
}

function isKept(slot: string): boolean {
  try {
    return localStorage.getItem(slot) !== null;
  } catch {
    // Where storage is denied a choice is made on this page, by somebody who uses it.
    return false;
  }
}
