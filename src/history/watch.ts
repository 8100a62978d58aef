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
  /**
   * Takes in what was known before, and folds the answers that came meanwhile over it. It is refused where another tab has told
   * more, and where too much came since. @returns what was taken in, without those answers; undefined when it was refused
   */
  readonly restore: (before: Known) => Known | undefined;
  /** Becomes what another thread or tab knows. @param answered whether that rests on an answer of today */
  readonly follow: (known: Known, answered: boolean) => void;
}

/** Looking for what is too old costs a pass over all sessions: once in this many answers is enough. */
const ANSWERS_TO_A_PRUNING = 100;
/** So many answers wait for what was known before. They share the readings of unchanged sessions, so they cost little. */
const MOST_WAITING = 200;

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
  /** The answers that lead from nothing to what is known; undefined where something else does, or nobody restores any more. */
  let own: { readonly answer: Answer; readonly plannedMs: number }[] | undefined = [];
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
      own?.push({ answer, plannedMs });
      if (own !== undefined && own.length > MOST_WAITING) own = undefined;
      foldedAt = performance.now();
      become(kept);
    },
    foldedAt: () => foldedAt,
    restore(before) {
      const isNewer = sentAtOf(before) > sentAtOf(known);
      const meanwhile = own;
      own = undefined;
      if (meanwhile === undefined && !isNewer) return undefined;
      if (isNothing(before)) return before;
      const taken = prune(before, forgetting(before.latest?.receivedAt ?? 0));
      let next = taken;
      for (const { answer, plannedMs } of meanwhile ?? []) {
        next = observe(next, answer, { intervalMs: plannedMs });
      }
      become(next);
      return taken;
    },
    follow(other, answered) {
      own = isNothing(other) ? [] : undefined;
      foldedAt = answered ? performance.now() : undefined;
      become(other);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Told in parts by another tab, nothing may be another object than `NOTHING_KNOWN`. */
const isNothing = ({ sessions, latest }: Known) => sessions.size === 0 && latest === undefined;

const sentAtOf = ({ latest }: Known) => latest?.sentAt ?? -Infinity;
