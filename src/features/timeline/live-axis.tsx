import type { RefObject } from "react";
import { formatClock, formatMoment } from "../../domain/format-time.ts";
import { wheelFactor } from "../../domain/zoom.ts";
import { pageNow } from "../../ui/tick.ts";
import { TimeAxis } from "../../ui/time-axis.tsx";
import { TimeGestures } from "../../ui/time-gestures.tsx";
import type { RangeMover } from "../../url/use-moving-range.ts";
import { type LanesTime, useMarks } from "./lanes-canvas.tsx";
import { type MovingWindow, useShownFrame } from "./moving-window.ts";

interface LiveAxisProps extends RangeMover {
  readonly time: LanesTime;
  readonly moving: MovingWindow;
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
