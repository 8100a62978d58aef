/**
 * Where a pasted API key lives: in this module's memory, and in session storage only if the person asked for it.
 * Besides it only the client of a connection holds the key, and drops it when the connection is closed.
 */

const SLOT = "decthings.api-key";

let kept: string | undefined;

/** The key of this tab, if there is one: from memory, else from session storage. */
export function currentKey(): string | undefined {
  kept ??= read();
  return kept;
}

/** @param forTab also keep it in session storage, so that a reload of this tab still has it */
export function keepKey(key: string, forTab: boolean): void {
  forgetKey();
  kept = key;
  if (!forTab) return;
  try {
    sessionStorage.setItem(SLOT, key);
  } catch {
    // Storage is denied: memory holds the key, which is what the person gets by default.
  }
}

export function forgetKey(): void {
  kept = undefined;
  try {
    sessionStorage.removeItem(SLOT);
  } catch {
    // Storage is denied, so nothing was ever written to it.
  }
}

function read(): string | undefined {
  try {
    return sessionStorage.getItem(SLOT) ?? undefined;
  } catch {
    return undefined;
  }
}
