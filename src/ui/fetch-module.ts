/** Files of code that are fetched while the page runs. */

/** By address: the copy that was asked for after the file could not be fetched. */
const copies = new Map<string, Promise<unknown>>();
let times = 0;

/**
 * What `load` imports. A browser remembers for as long as the page lives that a module could not be fetched, and asks for it
 * no more; so one that failed is asked for under another address, where the error tells its first (Chromium and Firefox do).
 */
export function fetchModule<M>(load: () => Promise<M>): Promise<M> {
  return load().catch((error: unknown) => {
    const [address] = /https?:\/\/\S+\.js/u.exec(String(error)) ?? [];
    if (address === undefined) throw error;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same file has the same exports
    return (copies.get(address) ?? fetchAgain(address)) as Promise<M>;
  });
}

/** Parts that share a file share its one good copy. */
function fetchAgain(address: string): Promise<unknown> {
  times += 1;
  const copy: Promise<unknown> = import(/* @vite-ignore */ `${address}?again=${times}`);
  copies.set(address, copy);
  copy
    .catch(() => {
      copies.delete(address);
      return reloadOnce(address);
    })
    .catch(() => undefined);
  return copy;
}

const RELOADED = "reloaded-from";
let stays = false;

/** What the page holds would be lost with a reload: none comes unasked from now on. */
export const stayOpen = (): void => void (stays = true);

/** Of files that were there when they could not be had. */
const there = new Set<string>();

/**
 * A file that its server does not have belongs to an older build. One that is there and cannot be had twice imports another that
 * could not be fetched: the browser remembers that as well, and nothing imports it under another address. A reload helps both,
 * and shows the same view, as it is all in the link. Once for a build: one that is broken would be no better for it. Not under
 * somebody who types.
 */
async function reloadOnce(address: string): Promise<void> {
  const { ok, status } = await fetch(address, { method: "HEAD" });
  const isLost = ok ? there.has(address) : status === 404;
  if (ok) there.add(address);
  if (!isLost || stays || sessionStorage.getItem(RELOADED) === import.meta.url) return;
  if (document.activeElement?.matches("input")) return;
  sessionStorage.setItem(RELOADED, import.meta.url);
  location.reload();
}
