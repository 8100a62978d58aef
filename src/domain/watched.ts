/** When somebody watched: stretches of answers that followed one another, and the gaps between them. */
import type { Known, Watched } from "./known.ts";

export const DEFAULT_INTERVAL_MS = 5000;

/** A longer silence than this many intervals is a gap. */
export const INTERVALS_TO_A_GAP = 2.5;

/** How long an answer speaks for now at the default interval. Ms. */
export const FRESH_FOR_MS = INTERVALS_TO_A_GAP * DEFAULT_INTERVAL_MS;

/** A time with no answer, between two stretches with answers. Epoch ms. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches with one more answer, which must be sent no earlier than those before it. The silence before it is
 * measured from the previous receipt to this sending. Every answer counts, whatever it was asked for.
 */
export function watchedWith(
  watched: readonly Watched[],
  sentAt: number,
  receivedAt: number,
  intervalMs: number,
): readonly Watched[] {
  const last = watched.at(-1);
  if (last === undefined || sentAt - last.to > INTERVALS_TO_A_GAP * intervalMs) {
    return [...watched, { from: sentAt, to: receivedAt }];
  }
  // An answer that crossed the one before may have come back sooner.
  return [...watched.slice(0, -1), { from: last.from, to: Math.max(last.to, receivedAt) }];
}

/** The gaps between the stretches, oldest first. */
export function gaps({ watched }: Pick<Known, "watched">): readonly Gap[] {
  return watched.slice(1).flatMap(({ from }, index) => {
    const before = watched[index];
    return before === undefined ? [] : [{ from: before.to, to: from }];
  });
}

/** Sending of the first answer ever; undefined before it. Epoch ms. */
export function watchingSince({ watched }: Pick<Known, "watched">): number | undefined {
  return watched[0]?.from;
}
