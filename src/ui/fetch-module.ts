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
  copy.catch(() => copies.delete(address));
  return copy;
}
