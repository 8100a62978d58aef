/** Has the browser keep the page, so that it opens without its server. */
import { SERVICE_WORKER, trusted } from "./observer/trusted-worker.ts";

/** By then all that a first answer brings is shown, on slow machines too. Ms. */
const AT_REST_MS = 5_000;

/**
 * Soon registers the service worker, or looks whether there is a newer one. Where a browser has none, or a person lets this site keep
 * nothing, the page needs its server to open; nothing else is different. Returns what calls it off.
 */
export function keepPage(): () => void {
  const timer = setTimeout(() => {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register(trusted(SERVICE_WORKER)).catch(() => undefined);
  }, AT_REST_MS);
  return () => clearTimeout(timer);
}
