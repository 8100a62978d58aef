import { useLayoutEffect } from "react";
import { formatMoment } from "../../domain/format-time.ts";
import { inViewOf } from "../../domain/range-gesture.ts";
import { allSince } from "../../domain/known-extent.ts";
import type { Known } from "../../domain/known.ts";
import type { TimeRange } from "../../domain/time-range.ts";
import type { Zone } from "../../domain/zone.ts";
import { wheelFactor } from "../../domain/zoom.ts";
import { BackToNow } from "../../ui/back-to-now.tsx";
import type { Frame } from "../../ui/live-frame.ts";
import { pageNow } from "../../ui/tick.ts";
import { TimeGestures } from "../../ui/time-gestures.tsx";
import { useMovingRange } from "../../url/use-moving-range.ts";

interface AxisGesturesProps {
  /** In the link. */
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
  /** Told while the reader moves it, and with undefined when the link has it. */
  readonly onMoving: (range: TimeRange | undefined) => void;
  readonly frame: Frame;
  readonly known: Known;
  /** Where `all` reaches back to, epoch ms. */
  readonly oldest: number | undefined;
  readonly zone: Zone;
}

/** Zooming and panning on the list's axis, and the way back to now. */
export function AxisGestures(props: AxisGesturesProps) {
  const { range: linked, onRange, onMoving, frame, known, oldest, zone } = props;
  const { range, move, rest } = useMovingRange({
    range: linked,
    change: onRange,
    inView: (one) => inViewOf(one, { oldest, since: allSince(known), now: pageNow() }),
  });
  const moving = range === linked ? undefined : range;
  // The list draws its rows by it; before anything is painted, so that the axis and the rows never differ.
  useLayoutEffect(() => onMoving(moving), [moving, onMoving]);
  return (
    <>
      <TimeGestures
        frame={frame}
        words={(at) => formatMoment(at, pageNow(), zone)}
        wheelFactor={wheelFactor}
        onGesture={move}
        onRest={rest}
      />
      {range.kind === "fixed" && <BackToNow onNow={() => move({ kind: "now" })} />}
    </>
  );
}
