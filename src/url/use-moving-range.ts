/**
 * The range of a view while a reader moves it. A wheel turns a hundred times in a second, and browsers refuse that many
 * steps; so a gesture has its range to itself, and becomes one step of the history when it rests.
 */
import { useCallback, useEffect, useInsertionEffect, useRef, useState } from "react";
import { rangeAfter, type Gesture, type InView } from "../domain/range-gesture.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { beforeStep } from "./before-step.ts";

/** A gesture that pauses for so long is over, unless something is still held down. Ms. */
export const REST_MS = 250;

interface MovingRangeInput {
  /** In the link. */
  readonly range: TimeRange;
  /** Makes it a step. */
  readonly change: (range: TimeRange) => void;
  /** What a range comes to now. */
  readonly inView: (range: TimeRange) => InView;
}

export interface RangeMover {
  /** @param isHeld by a pointer that is down: it is not over before `rest` says so */
  readonly move: (gesture: Gesture, isHeld?: boolean) => void;
  /** The gesture is over: what it came to is a step. */
  readonly rest: () => void;
}

interface MovingRange extends RangeMover {
  /** To be shown. */
  readonly range: TimeRange;
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

/** @param show is told of each movement, and with undefined when the link has it */
export function useRangeMover(
  input: MovingRangeInput & { readonly show: (draft: Draft | undefined) => void },
): RangeMover {
  const latest = useRef(input);
  useInsertionEffect(() => {
    latest.current = input;
  });
  const draft = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    if (!draft.current) return;
    const { range, change, show } = latest.current;
    const over = ofLink(draft.current, range);
    draft.current = undefined;
    // A browser may refuse one more step: what is shown is what the link says then.
    try {
      if (over) change(over.range);
    } finally {
      show(undefined);
    }
  }, []);
  // Who clicks on anything, or goes on to another step, means what is shown: its link is copied, and the way back leads to it. A
  // view that is left takes its timer with it.
  useEffect(() => {
    const ending = beforeStep(rest);
    document.addEventListener("click", rest, { capture: true });
    return () => {
      ending();
      document.removeEventListener("click", rest, { capture: true });
      clearTimeout(timer.current);
    };
  }, [rest]);
  const move = useCallback(
    (gesture: Gesture, isHeld = false) => {
      const { range, inView, show } = latest.current;
      const before = ofLink(draft.current, range)?.range ?? range;
      const after = rangeAfter(before, gesture, inView(before));
      if (after !== before) {
        draft.current = { of: range, range: after };
        show(draft.current);
      }
      clearTimeout(timer.current);
      if (draft.current && !isHeld) timer.current = setTimeout(rest, REST_MS);
    },
    [rest],
  );
  return { move, rest };
}

export function useMovingRange(input: MovingRangeInput): MovingRange {
  const [shown, setShown] = useState<Draft>();
  const { move, rest } = useRangeMover({ ...input, show: setShown });
  return { range: ofLink(shown, input.range)?.range ?? input.range, move, rest };
}
