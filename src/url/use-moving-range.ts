/**
 * The range of a view while a reader moves it. A wheel turns a hundred times in a second, and browsers refuse that many
 * steps; so a gesture has its range to itself, and becomes one step of the history when it rests.
 */
import { useCallback, useEffect, useInsertionEffect, useRef, useState } from "react";
import { rangeAfter, type Gesture, type InView } from "../domain/range-gesture.ts";
import type { TimeRange } from "../domain/time-range.ts";

/** A gesture that pauses for so long is over. Ms. */
export const REST_MS = 250;

interface MovingRangeInput {
  /** In the link. */
  readonly range: TimeRange;
  /** Makes it a step. */
  readonly change: (range: TimeRange) => void;
  /** What a range comes to now. */
  readonly inView: (range: TimeRange) => InView;
}

interface MovingRange {
  /** To be shown. */
  readonly range: TimeRange;
  readonly move: (gesture: Gesture) => void;
}

interface Draft {
  /** The range in the link from which it was moved: when that changes, the reader went elsewhere. */
  readonly of: TimeRange;
  readonly range: TimeRange;
}

const isSame = (a: TimeRange, b: TimeRange): boolean =>
  a.kind === "fixed"
    ? b.kind === "fixed" && a.from === b.from && a.to === b.to
    : b.kind === "last" && a.name === b.name;

const ofLink = (draft: Draft | undefined, range: TimeRange): Draft | undefined =>
  draft && isSame(draft.of, range) ? draft : undefined;

export function useMovingRange(input: MovingRangeInput): MovingRange {
  const [shown, setShown] = useState<Draft>();
  const latest = useRef(input);
  useInsertionEffect(() => {
    latest.current = input;
  });
  const draft = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A view that is left takes its timer with it.
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = useCallback((gesture: Gesture) => {
    const { range, inView } = latest.current;
    const before = ofLink(draft.current, range)?.range ?? range;
    const after = rangeAfter(before, gesture, inView(before));
    if (after !== before) {
      draft.current = { of: range, range: after };
      setShown(draft.current);
    }
    if (!draft.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const over = ofLink(draft.current, latest.current.range);
      draft.current = undefined;
      setShown(undefined);
      if (over) latest.current.change(over.range);
    }, REST_MS);
  }, []);
  return { range: ofLink(shown, input.range)?.range ?? input.range, move };
}
