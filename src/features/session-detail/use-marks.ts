import { useMemo } from "react";
import { timeMarks, type TimeMarksInput } from "../../domain/time-marks.ts";
import { drawnWindow, type Frame } from "../../ui/live-frame.ts";
import { QUARTER, useNow } from "../../ui/tick.ts";
import type { TimeMarks } from "../../ui/time-axis.tsx";

interface MarksInput extends Omit<TimeMarksInput, "drawn" | "today"> {
  readonly frame: Frame;
}

/** Ticks and washes of an axis. They are the same object until something in them changes. */
export function useMarks({ frame, width, zone, watched, staleFrom, minGapPx }: MarksInput): TimeMarks {
  const today = useNow(QUARTER);
  return useMemo(
    () =>
      timeMarks({
        frame,
        drawn: drawnWindow(frame),
        width,
        zone,
        watched,
        staleFrom,
        today,
        ...(minGapPx !== undefined && { minGapPx }),
      }),
    [frame, width, zone, watched, staleFrom, today, minGapPx],
  );
}
