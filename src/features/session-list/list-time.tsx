import type { ReactNode } from "react";
import type { Watched } from "../../domain/known.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { Zone } from "../../domain/zone.ts";
import { timeMarks } from "../../domain/time-marks.ts";
import { drawnWindow, type Frame } from "../../ui/live-frame.ts";
import { TimeAxis, type TimeMarks } from "../../ui/time-axis.tsx";

/** What all strips of the list share. The same object until something in it changes, so that rows can be memoised on it. */
export interface ListTime {
  readonly frame: Frame;
  readonly zone: Zone;
  /** Sending of the newest answer when that is too old to speak for now; undefined while answers are fresh. */
  readonly staleFrom: number | undefined;
  /** Of a strip, px; 0 before it is laid out. */
  readonly width: number;
}

/** Ticks and washes of the list's head and backdrop. `today`: any recent instant, epoch ms. */
export const listMarks = (time: ListTime, watched: readonly Watched[], today: number): TimeMarks =>
  timeMarks({ ...time, drawn: drawnWindow(time.frame), watched, today });

interface ListHeadProps {
  readonly time: ListTime;
  readonly marks: TimeMarks;
  /** Measures the strips: the axis is as wide as they are. */
  readonly axisRef: (element: HTMLElement | null) => (() => void) | undefined;
  /** What stands over the axis. */
  readonly axisTools: ReactNode;
  /** What tells of rows that wait. */
  readonly waiting: ReactNode;
}

/** Column heads and the axis; it stays while rows scroll below it. */
export function ListHead({ time, marks, axisRef, axisTools, waiting }: ListHeadProps) {
  return (
    <div className="lhead" role="row" aria-rowindex={1}>
      <span role="columnheader" className="c-chev" aria-label="Expanded" />
      <span role="columnheader" className="c-glyph" aria-label="Activity" />
      <span role="columnheader" className="c-id">
        Session
      </span>
      <span role="columnheader" className="c-model">
        Model
      </span>
      <span role="columnheader" className="c-age">
        Age
      </span>
      <span role="columnheader" className="c-loc">
        Location
        {waiting}
      </span>
      <span role="columnheader" className="c-counts">
        Trainings
      </span>
      <div role="columnheader" aria-label="Timeline" className="tlc">
        <div ref={axisRef} className="h-full">
          <TimeAxis frame={time.frame} marks={marks} flag={(now) => formatClock(now, time.zone)} />
        </div>
        {axisTools}
      </div>
    </div>
  );
}
