/** Holds what is known of one connection's sessions, and tells who listens when an answer changed it. */
import type { Answer, Known } from "../domain/known.ts";
import { NOTHING_KNOWN, observe } from "../domain/observe.ts";
import { prune } from "../domain/prune.ts";

export interface Watch {
  /** What is known now; the same object until an answer changes it. */
  readonly known: () => Known;
  /** @param plannedMs the wait that was planned before this answer; a much longer silence is a gap */
  readonly fold: (answer: Answer, plannedMs: number) => void;
  /** `performance.now()` when the newest answer was folded; undefined before the first of this page. */
  readonly foldedAt: () => number | undefined;
  /** Takes in what was known before, unless something is known already. @returns whether it was taken */
  readonly restore: (before: Known) => boolean;
  /** @returns the unsubscribe function */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What ended is kept this long. Ms. */
const KEPT_MS = 7 * 86_400_000;
/** Looking for what is too old costs a pass over all sessions: once in this many answers is enough. */
const ANSWERS_TO_A_PRUNING = 100;

export function createWatch(): Watch {
  let known = NOTHING_KNOWN;
  let foldedAt: number | undefined;
  let answers = 0;
  const listeners = new Set<() => void>();
  return {
    known: () => known,
    fold(answer, plannedMs) {
      answers += 1;
      const next = observe(known, answer, { intervalMs: plannedMs });
      const kept =
        answers % ANSWERS_TO_A_PRUNING === 0
          ? prune(next, { endedBefore: answer.receivedAt - KEPT_MS })
          : next;
      if (kept === known) return;
      known = kept;
      foldedAt = performance.now();
      for (const listener of listeners) listener();
    },
    foldedAt: () => foldedAt,
    restore(before) {
      if (known !== NOTHING_KNOWN) return false;
      known = before;
      for (const listener of listeners) listener();
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
