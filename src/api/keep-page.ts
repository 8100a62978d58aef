/** Has the browser keep the page, so that it opens without its server. */
import { SERVICE_WORKER, trusted } from "./observer/trusted-worker.ts";

/**
 * Registers the service worker, or looks whether there is a newer one. Where a browser has none, or a person lets this site keep
 * nothing, the page needs its server to open; nothing else is different.
 */
export function keepPage(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register(trusted(SERVICE_WORKER)).catch(() => undefined);
}
