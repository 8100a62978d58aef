/** Whether the browser lets this page show notifications. A person is asked only when they ask for notifications. */
import { useSyncExternalStore } from "react";

/** `insecure`: only pages served over HTTPS or from this machine have them. `missing`: this browser has none. */
export type Permission = NotificationPermission | "insecure" | "missing";

export function readPermission(): Permission {
  if (!isSecureContext) return "insecure";
  return "Notification" in window ? Notification.permission : "missing";
}

const listeners = new Set<() => void>();
/** As it was read last. Reading it asks the browser, which a page that renders at each key has no time for. */
let shown: Permission | undefined;
const look = () => {
  shown = readPermission();
  for (const listener of listeners) listener();
};

/** Shows the browser's question, unless it was answered before. Only in answer to a press. */
export async function askPermission(): Promise<Permission> {
  if (readPermission() === "default") await Notification.requestPermission();
  look();
  return readPermission();
}

/** The browser's settings are open beside the page, not in it: whoever changed them comes back. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("focus", look);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener("focus", look);
    shown = undefined;
  };
}

export const usePermission = (): Permission =>
  useSyncExternalStore(subscribe, () => (shown ??= readPermission()));
