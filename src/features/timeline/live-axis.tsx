import { formatClock } from "../../domain/format-time.ts";
import { TimeAxis } from "../../ui/time-axis.tsx";
import { type LanesTime, useMarks } from "./lanes-canvas.tsx";
import { type MovingWindow, useShownFrame } from "./moving-window.ts";

interface LiveAxisProps {
  readonly time: LanesTime;
  readonly moving: MovingWindow;
}

/** The axis over the lanes: with them it alone follows a gesture. */
export function LiveAxis({ time, moving }: LiveAxisProps) {
  const frame = useShownFrame(moving, time.frame);
  const marks = useMarks(frame, time);
  return <TimeAxis frame={frame} marks={marks} flag={(now) => formatClock(now, time.zone)} />;
}
