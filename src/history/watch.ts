/** Holds what is known of one connection's sessions, and tells who listens when an answer changed it. */
import type { Answer, Known } from "../domain/known.ts";
import { NOTHING_KNOWN, observe } from "../domain/observe.ts";

export interface Watch {
  /** What is known now; the same object until an answer changes it. */
  readonly known: () => Known;
  readonly fold: (answer: Answer, intervalMs: number) => void;
  /** `performance.now()` when the newest answer was folded; undefined before the first. */
  readonly foldedAt: () => number | undefined;
  /** @returns the unsubscribe function */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createWatch(): Watch {
  let known = NOTHING_KNOWN;
  let foldedAt: number | undefined;
  const listeners = new Set<() => void>();
  return {
    known: () => known,
    fold(answer, intervalMs) {
      const next = observe(known, answer, { intervalMs });
      if (next === known) return;
      known = next;
      foldedAt = performance.now();
      for (const listener of listeners) listener();
    },
    foldedAt: () => foldedAt,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
