import type { RefObject } from "react";
import { formatClock, formatMoment } from "../../domain/format-time.ts";
import { wheelFactor } from "../../domain/zoom.ts";
import { pageNow } from "../../ui/tick.ts";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import { TimeGestures } from "../../ui/time-gestures.tsx";
import type { RangeMover } from "../../url/use-moving-range.ts";
import { type LanesTime, useMarks } from "./lanes-canvas.tsx";
import { type MovingWindow, useShownFrame } from "./moving-window.ts";

interface MovingTime {
  readonly time: LanesTime;
  readonly moving: MovingWindow;
}

/** What runs on from the axis where there are no lanes, whose canvas has it. */
export function LiveBackdrop({ time, moving }: MovingTime) {
  const frame = useShownFrame(moving, time.frame);
  return <TimeBackdrop frame={frame} marks={useMarks(frame, time)} />;
}

interface LiveAxisProps extends RangeMover, MovingTime {
  /** The line at the pointer through all lanes. */
  readonly lineRef: RefObject<HTMLElement | null>;
}

/** The axis over the lanes, and what the reader does with the time in them: with the lanes it alone follows a gesture. */
export function LiveAxis({ time, moving, lineRef, move, rest }: LiveAxisProps) {
  const frame = useShownFrame(moving, time.frame);
  const marks = useMarks(frame, time);
  return (
    <>
      <TimeAxis frame={frame} marks={marks} flag={(now) => formatClock(now, time.zone)} />
      <TimeGestures
        frame={frame}
        words={(at) => formatMoment(at, pageNow(), time.zone)}
        wheelFactor={wheelFactor}
        onGesture={move}
        onRest={rest}
        within=".lanes"
        isDragged
        lineRef={lineRef}
      />
    </>
  );
}
