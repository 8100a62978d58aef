/** Holds what is known of one connection's sessions, and tells who listens when an answer changed it. */
import { type Answer, type Known, type KnownSession, NOTHING_KNOWN } from "../domain/known.ts";
import { joined } from "../domain/observe-session.ts";
import { observe } from "../domain/observe.ts";
import { prune, type Forgetting } from "../domain/prune.ts";

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
  /** Takes in what was known of sessions that had left it and came back. Each must say when it was last seen. */
  readonly recall: (former: readonly KnownSession[]) => void;
  /** Takes in when it was watched before all that it knows of. */
  readonly recallWatched: (watched: Known["watched"]) => void;
  /** Becomes what another thread or tab knows. @param answered whether that rests on an answer of today */
  readonly follow: (known: Known, answered: boolean) => void;
}

/** So many answers wait for what was known before. They share the readings of unchanged sessions, so they cost little. */
const MOST_WAITING = 200;

/** @param forgetting what is forgotten as an answer comes, by its receipt (epoch ms); default nothing. What is stored is not touched by it */
export function createWatch(forgetting = (_at: number): Forgetting => ({ endedBefore: -Infinity })): Watch {
  let known = NOTHING_KNOWN;
  let foldedAt: number | undefined;
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
      const next = observe(known, answer, { intervalMs: plannedMs });
      if (next === known) return;
      own?.push({ answer, plannedMs });
      if (own !== undefined && own.length > MOST_WAITING) own = undefined;
      foldedAt = performance.now();
      become(prune(next, forgetting(answer.receivedAt)));
    },
    foldedAt: () => foldedAt,
    restore(before) {
      const isNewer = sentAtOf(before) > sentAtOf(known);
      const meanwhile = own;
      own = undefined;
      if (meanwhile === undefined && !isNewer) return undefined;
      if (isNothing(before)) return before;
      // What was stored may go, all of it.
      const taken = prune(before, { ...forgetting(before.latest?.receivedAt ?? 0), mayGo: undefined });
      let next = taken;
      for (const { answer, plannedMs } of meanwhile ?? []) {
        next = observe(next, answer, { intervalMs: plannedMs });
      }
      become(next);
      return taken;
    },
    recall(former) {
      const sessions = new Map(known.sessions);
      for (const before of former) {
        const { id } = before.session;
        const since = sessions.get(id);
        if (since) sessions.set(id, joined(before, since));
      }
      become({ ...known, sessions });
    },
    recallWatched(watched) {
      const [first] = known.watched;
      const former = first ? watched.filter(({ to }) => to < first.from) : [];
      if (former.length > 0) become({ ...known, watched: [...former, ...known.watched] });
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
