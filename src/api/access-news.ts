/**
 * A browser gives a shared dashboard its access token once, and every tab that still asks for it goes on. They are told that it was
 * given, never the token: the cookie that shows it is the browser's.
 */

const newsChannel = () => new BroadcastChannel("decthings-access 1");

/** Tells the browser's other tabs. */
export function tellAccessGiven(): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = newsChannel();
  channel.postMessage("given");
  channel.close();
}

/**
 * Calls `look` whenever access may have been given elsewhere: another tab says so, or somebody comes back to this one, which hears
 * nothing while the browser has it asleep.
 * @returns ends it
 */
export function onAccessNews(look: () => void): () => void {
  const onVisible = () => {
    if (!document.hidden) look();
  };
  document.addEventListener("visibilitychange", onVisible);
  const channel = typeof BroadcastChannel === "undefined" ? undefined : newsChannel();
  channel?.addEventListener("message", look);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    channel?.close();
  };
}
