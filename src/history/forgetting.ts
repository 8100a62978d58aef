/** What leaves the memory while a connection is watched for weeks. What is stored is not touched by it. All times epoch ms. */
import type { KnownSession } from "../domain/known.ts";
import type { Forgetting } from "../domain/prune.ts";

/** What ended longer ago goes. Ms. */
const IN_MEMORY_MS = 2 * 3_600_000;
/** So many sessions are in memory at most, unless more of them run; and of those that ended so many in any case. */
const IN_MEMORY = 4_000;
const ENDED_IN_MEMORY = 500;
/** What a server leaves out by mistake is back by then: until then it stays, however many there are. Ms. */
const BACK_MS = 30_000;
/** Who comes back after longer is told for as long what happened since. Ms. */
const AWAY_MS = 600_000;

/** When somebody looked. */
export interface Looks {
  readonly last: number;
  /** The last time that nobody looked for long: from when, and to when. */
  readonly left: number;
  readonly back: number;
}

export const UNSEEN: Looks = { last: -Infinity, left: -Infinity, back: -Infinity };

export const lookedAt = (looks: Looks, now: number): Looks => ({
  ...looks,
  ...(now - looks.last > AWAY_MS ? { left: looks.last, back: now } : {}),
  last: now,
});

/**
 * What to forget as an answer comes.
 * @param isSettled whether a session is stored as it is known
 */
export function forgettingAt(
  at: number,
  keepMs: number,
  { last, left, back }: Looks,
  isSettled: (known: KnownSession) => boolean | undefined,
): Forgetting {
  const watchedBefore = at - keepMs;
  const looked = at - back < AWAY_MS ? left : last;
  return {
    endedBefore: Math.max(watchedBefore, Math.min(at - IN_MEMORY_MS, looked)),
    watchedBefore,
    mostEnded: (running) => Math.max(ENDED_IN_MEMORY, IN_MEMORY - running),
    mayGo: (known) => at - (known.ended?.by ?? at) > BACK_MS && isSettled(known),
  };
}
