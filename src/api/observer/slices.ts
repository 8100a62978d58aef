/** A change in parts that are quick to copy from one thread or tab to another. */
import type { KnownDelta } from "../../domain/known-delta.ts";
import type { KnownSession } from "../../domain/known.ts";

/** Copying so many sessions takes a few ms. */
export const SLICE = 200;

/**
 * The change itself where it is small; else parts, which merged in their order are the change. Each part but for its sessions says all.
 * @param first ids that come in the first part, however the change lists them
 */
export function* slices(delta: KnownDelta, first: readonly string[] = []): Generator<KnownDelta> {
  const { changed, dropped, watched, latest } = delta;
  if (changed.length <= SLICE) {
    yield delta;
    return;
  }
  const wanted = new Set(first);
  const early: KnownSession[] = [];
  const late: KnownSession[] = [];
  for (const one of changed) (wanted.has(one.session.id) ? early : late).push(one);
  if (early.length > 0) yield { changed: early, dropped, watched, latest };
  for (let from = 0; from < late.length; from += SLICE) {
    const isFirst = from === 0 && early.length === 0;
    yield { changed: late.slice(from, from + SLICE), dropped: isFirst ? dropped : [], watched, latest };
  }
}
