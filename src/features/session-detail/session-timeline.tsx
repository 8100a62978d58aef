import { useCallback } from "react";
import { formatClock, formatMoment } from "../../domain/format-time.ts";
import type { KnownSession, Watched } from "../../domain/known.ts";
import { LEGEND } from "../../domain/legend.ts";
import type { Gesture } from "../../domain/range-gesture.ts";
import { sessionFrame, sessionInView } from "../../domain/session-frame.ts";
import { SHORT_RANGES } from "../../domain/range-words.ts";
import { RANGE_ORDER, type TimeRange } from "../../domain/time-range.ts";
import { STEP, wheelFactor } from "../../domain/zoom.ts";
import type { Zone } from "../../domain/zone.ts";
import { BackToNow } from "../../ui/back-to-now.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Legend } from "../../ui/legend.tsx";
import { useFrame } from "../../ui/live-frame.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { TimeAxis } from "../../ui/time-axis.tsx";
import { TimeGestures } from "../../ui/time-gestures.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";
import { useNarrow } from "../../ui/use-media.ts";
import { useWidth } from "../../ui/use-width.ts";
import type { SessionView } from "../../url/session-params.ts";
import { useMovingRange } from "../../url/use-moving-range.ts";
import type { ChangeView } from "../../url/use-view.ts";
import type { DetailTime } from "./detail-time.ts";
import { GanttRows } from "./gantt-rows.tsx";
import { TrainingTable } from "./training-table.tsx";
import { useMarks } from "./use-marks.ts";

interface SessionTimelineProps {
  readonly session: KnownSession;
  readonly watched: readonly Watched[];
  readonly view: SessionView;
  readonly change: ChangeView<SessionView>;
  /** Sending of the newest answer. Epoch ms. */
  readonly latestAt: number;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
}

/** Every range that the keys step to, longest first. On a narrow screen all of them and the buttons beside them stand on one line. */
const SHORT_CHOICES = RANGE_ORDER.toReversed().map((value) => ({ value, label: SHORT_RANGES[value] }));
const CHOICES = SHORT_CHOICES.map((choice) =>
  choice.value === "all" ? { ...choice, label: "Fit session" } : choice,
);

/** The trainings of one session on an axis of their own, and the same facts as a table. */
export function SessionTimeline({
  session: known,
  watched,
  view,
  change,
  latestAt,
  staleFrom,
  zone,
}: SessionTimelineProps) {
  const [axisRef, width] = useWidth();
  const minute = useNow(60_000);
  const { range, move, rest } = useMovingRange({
    range: view.range,
    change: (to) => change({ range: to }),
    inView: (one) => sessionInView(one, known, pageNow()),
  });
  const frame = useFrame(sessionFrame(range, known, minute));
  const marks = useMarks({ frame, width, zone, watched, staleFrom });
  const time: DetailTime = { frame, marks, zone, width, latestAt, staleFrom };
  const words = useCallback((at: number) => formatClock(at, zone), [zone]);
  return (
    <>
      <div className="bar-tools">
        <RangeTools range={range} isLive={frame.live} move={move} />
        <span className="grow" />
        <Legend states={LEGEND} />
      </div>
      <div className="gantt">
        <TimeGestures
          frame={frame}
          words={(at) => formatMoment(at, pageNow(), zone)}
          wheelFactor={wheelFactor}
          onGesture={move}
          onRest={rest}
        />
        <div className="gr h">
          <span className="lab">Training</span>
          <div className="tlc">
            <div ref={axisRef} className="h-full">
              <TimeAxis frame={frame} marks={marks} flag={words} />
            </div>
            {range.kind === "fixed" && <BackToNow onNow={() => move({ kind: "now" })} />}
          </div>
        </div>
        <GanttRows
          known={known}
          time={time}
          selected={view.training}
          onSelect={(training) => change({ training })}
        />
      </div>
      <TrainingTable
        known={known}
        zone={zone}
        latestAt={latestAt}
        staleFrom={staleFrom}
        selected={view.training}
      />
    </>
  );
}

interface RangeToolsProps {
  readonly range: TimeRange;
  /** It ends at now. */
  readonly isLive: boolean;
  readonly move: (gesture: Gesture) => void;
}

function RangeTools({ range, isLive, move }: RangeToolsProps) {
  const isNarrow = useNarrow();
  const step = (by: -1 | 1) =>
    move(isLive ? { kind: "step", by } : { kind: "zoom", x: 0.5, factor: STEP ** -by });
  return (
    <>
      <Segmented
        label="Time range"
        options={isNarrow ? SHORT_CHOICES : CHOICES}
        value={range.kind === "last" ? range.name : undefined}
        onChange={(name) => move({ kind: "preset", name })}
      />
      <span className="flex gap-2">
        <IconButton icon="minus" label="Zoom out" onClick={() => step(1)} />
        <IconButton icon="plus" label="Zoom in" onClick={() => step(-1)} />
      </span>
    </>
  );
}
