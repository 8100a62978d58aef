/** What the observer knows, as the page holds it: changes come over in parts, and what they do not name stays the same object. */
import { applyDelta, changeOf, type KnownDelta, mergeDeltas } from "../domain/known-delta.ts";
import { type KnownSession, NOTHING_KNOWN } from "../domain/known.ts";
import type { Source } from "../history/watch.ts";
import { setAhead } from "./clock.ts";
import type { Report } from "./observer/orders.ts";

export interface Mirror extends Source {
  /** Whether only the first of much is here, for as long as the rest takes to come. */
  readonly isPartial: () => boolean;
  readonly take: (change: Extract<Report, { kind: "delta" }>) => void;
  readonly forget: () => void;
  /** While held, what is known stays as it is; what changes meanwhile is taken in at the end. */
  readonly hold: (held: boolean) => void;
  /** A person asked although it is held: while this is on, all is taken in. */
  readonly letThrough: (on: boolean) => void;
}

/** Showing so many more sessions at a time is not felt. */
const STEP = 3_000;

export function createMirror(): Mirror {
  let known = NOTHING_KNOWN;
  let foldedAt: number | undefined;
  let isPartial = false;
  let isHeld = false;
  let isLetThrough = false;
  let waiting: { readonly delta: KnownDelta; readonly answered: boolean } | undefined;
  /** What came of a change and is not shown yet. Its parts name each session once, so none undoes another. */
  let rest: KnownSession[] = [];
  let gone: string[] = [];
  const listeners = new Set<() => void>();

  /** All of an answer is here: another takes its place as a whole. */
  const isWhole = () => known !== NOTHING_KNOWN && !isPartial;

  function become(next: typeof known, answered: boolean): void {
    known = next;
    if (answered) foldedAt = performance.now();
    // Where all is forgotten the clock goes on as it was.
    if (known.latest) setAhead(known.latest.aheadMs ?? 0);
    for (const listener of listeners) listener();
  }

  /** @param more whether the rest of the same change is on its way */
  function apply(delta: KnownDelta, answered: boolean, more = false): void {
    const whole = waiting ? mergeDeltas(waiting.delta, delta) : delta;
    // Where nothing is known there is nothing to hold on to.
    const isTaken = !isHeld || isLetThrough || !isWhole();
    waiting = isTaken ? undefined : { delta: whole, answered };
    if (!isTaken) return;
    isPartial = more;
    become({ ...applyDelta(known, whole), change: changeOf(known.sessions, whole) }, answered);
  }

  return {
    known: () => known,
    foldedAt: () => foldedAt,
    isPartial: () => isPartial,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take({ delta, part, answered }) {
      if (part === "whole") return apply(delta, answered);
      if (part === "first" && !isWhole()) return apply(delta, answered, true);
      rest.push(...delta.changed);
      gone.push(...delta.dropped);
      if (part !== "last" && (isWhole() || rest.length < STEP)) return undefined;
      const all = { ...delta, changed: rest, dropped: gone };
      rest = [];
      gone = [];
      return apply(all, answered, part !== "last");
    },
    forget() {
      waiting = undefined;
      rest = [];
      gone = [];
      isPartial = false;
      foldedAt = undefined;
      become(NOTHING_KNOWN, false);
    },
    hold(held) {
      if (isHeld === held) return;
      isHeld = held;
      if (held || !waiting) return;
      const { delta, answered } = waiting;
      waiting = undefined;
      apply(delta, answered, isPartial);
    },
    letThrough: (on) => void (isLetThrough = on),
  };
}
