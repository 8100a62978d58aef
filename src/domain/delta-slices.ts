/** A change in parts that are quick to copy: to another thread or tab, or to the store. */
import type { KnownDelta } from "./known-delta.ts";
import type { KnownSession } from "./known.ts";

/** Copying so many sessions takes a few ms. */
export const SLICE = 200;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The change itself where it is small; else parts, which merged in their order are the change. Each part but for its sessions says all.
 * @param first whose sessions all come in the first part, however many they are and however the change lists them
 */
export function* slices(
  delta: KnownDelta,
  first: { readonly has: (id: string) => boolean } = NOBODY,
): Generator<KnownDelta> {
  const { changed, dropped } = delta;
  if (changed.length <= SLICE) {
    yield delta;
    return;
  }
  const early: KnownSession[] = [];
  const late: KnownSession[] = [];
  for (const one of changed) (first.has(one.session.id) ? early : late).push(one);
  if (early.length > 0) yield { ...delta, changed: early };
  for (let from = 0; from < late.length; from += SLICE) {
    const isFirst = from === 0 && early.length === 0;
    yield { ...delta, changed: late.slice(from, from + SLICE), dropped: isFirst ? dropped : [] };
  }
}
