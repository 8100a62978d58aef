/** What one page of the browser does for all of its pages, such as telling a person something once. */

/** A page in the back and forward cache, or frozen, must not stand in the way of others. */
const SLEEP = ["pagehide", "freeze"] as const;
const WAKE = ["pageshow", "resume"] as const;

/**
 * Waits for the turn at what has this name, and keeps it until the page sleeps or gives it up. Where the browser lets no page
 * have locks, each page has its own turn.
 *
 * @param onTurn told whenever this page gets its turn, and when it no longer has it
 * @returns what gives it up
 */
export function takeTurn(name: string, onTurn: (has: boolean) => void): () => void {
  // Not there outside secure contexts, whatever its type says.
  const locks: LockManager | undefined = navigator.locks;
  let ending: AbortController | undefined;

  function queue(): void {
    if (ending) return;
    const own = new AbortController();
    ending = own;
    const { signal } = own;
    const hold = (): Promise<void> | undefined => {
      // Granted as it was given up.
      if (signal.aborted) return undefined;
      onTurn(true);
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve());
      });
    };
    if (!locks) void hold();
    else locks.request(name, { signal }, hold).catch(() => (signal.aborted ? undefined : onTurn(true)));
  }

  function giveUp(): void {
    ending?.abort();
    ending = undefined;
    onTurn(false);
  }

  for (const event of SLEEP) addEventListener(event, giveUp, { capture: true });
  for (const event of WAKE) addEventListener(event, queue, { capture: true });
  queue();
  return () => {
    for (const event of SLEEP) removeEventListener(event, giveUp, { capture: true });
    for (const event of WAKE) removeEventListener(event, queue, { capture: true });
    giveUp();
  };
}
