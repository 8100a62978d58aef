/** Holds what is known of one connection's sessions, and tells who listens when an answer changed it. */
import { type Answer, type Known, NOTHING_KNOWN } from "../domain/known.ts";
import { observe } from "../domain/observe.ts";
import { prune } from "../domain/prune.ts";
import { DEFAULT_LIMITS } from "./retention.ts";

/** What is known, for those who only read it. */
export interface Source {
  /** What is known now; the same object until an answer changes it. */
  readonly known: () => Known;
  /** `performance.now()` when the newest answer was taken in; undefined before the first. */
  readonly foldedAt: () => number | undefined;
  /** @returns the unsubscribe function */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Watch extends Source {
  /** @param plannedMs the wait that was planned before this answer; a much longer silence is a gap */
  readonly fold: (answer: Answer, plannedMs: number) => void;
  /** Takes in what was known before, unless something is known already. @returns whether it was taken */
  readonly restore: (before: Known) => boolean;
  /** Becomes what another thread or tab knows. @param answered whether that rests on an answer of today */
  readonly follow: (known: Known, answered: boolean) => void;
}

/** Looking for what is too old costs a pass over all sessions: once in this many answers is enough. */
const ANSWERS_TO_A_PRUNING = 100;

/** What is forgotten after an answer that came at an instant: what had ended, and when was watched, before these. Epoch ms. */
export type Forgetting = (at: number) => { readonly endedBefore: number; readonly watchedBefore: number };

const OLD: Forgetting = (at) => {
  const before = at - DEFAULT_LIMITS.keepMs;
  return { endedBefore: before, watchedBefore: before };
};

/** @param forgetting asked for at each pruning; what is stored is not touched by it */
export function createWatch(forgetting: Forgetting = OLD): Watch {
  let known = NOTHING_KNOWN;
  let foldedAt: number | undefined;
  let answers = 0;
  const listeners = new Set<() => void>();
  const become = (next: Known) => {
    known = next;
    for (const listener of listeners) listener();
  };
  return {
    known: () => known,
    fold(answer, plannedMs) {
      answers += 1;
      const next = observe(known, answer, { intervalMs: plannedMs });
      const kept = answers % ANSWERS_TO_A_PRUNING === 0 ? prune(next, forgetting(answer.receivedAt)) : next;
      if (kept === known) return;
      foldedAt = performance.now();
      become(kept);
    },
    foldedAt: () => foldedAt,
    restore(before) {
      if (known !== NOTHING_KNOWN) return false;
      become(prune(before, forgetting(before.latest?.receivedAt ?? 0)));
      return true;
    },
    follow(other, answered) {
      foldedAt = answered ? performance.now() : undefined;
      become(other);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
