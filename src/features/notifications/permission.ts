/** Whether the browser lets this page show notifications. A person is asked only when they ask for notifications. */
import { useSyncExternalStore } from "react";

/** `insecure`: only pages served over HTTPS or from this machine have them. `missing`: this browser has none. */
export type Permission = NotificationPermission | "insecure" | "missing";

export function readPermission(): Permission {
  if (!isSecureContext) return "insecure";
  return "Notification" in window ? Notification.permission : "missing";
}

const listeners = new Set<() => void>();

/** Shows the browser's question, unless it was answered before. Only in answer to a press. */
export async function askPermission(): Promise<Permission> {
  if (readPermission() === "default") await Notification.requestPermission();
  for (const listener of listeners) listener();
  return readPermission();
}

/** The browser's settings are open beside the page, not in it: whoever changed them comes back. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("focus", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("focus", listener);
  };
}

export const usePermission = (): Permission => useSyncExternalStore(subscribe, readPermission);
