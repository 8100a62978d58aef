import { useMemo } from "react";
import { shortIds } from "../../domain/format-id.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { formatClock } from "../../domain/format-time.ts";
import { frameLength } from "../../domain/frame.ts";
import type { KnownSession, Watched } from "../../domain/known.ts";
import { TRAINING_STATES, TRAINING_STATE_ORDER } from "../../domain/states.ts";
import { timeMarks } from "../../domain/time-marks.ts";
import { standingLook } from "../../domain/standing-look.ts";
import { drawStrip, drawTraining } from "../../domain/timeline.ts";
import { RANGE_ORDER, type RangeName } from "../../domain/time-range.ts";
import type { Zone } from "../../domain/zone.ts";
import { cx } from "../../ui/cx.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { drawnWindow, useFrame } from "../../ui/live-frame.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { Strip } from "../../ui/strip.tsx";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import { QUARTER, useNow } from "../../ui/tick.ts";
import { useWidth } from "../../ui/use-width.ts";
import type { SessionView } from "../../url/session-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { sightsOf } from "../../domain/training-words.ts";
import { CopyTrainingLink } from "./copy-training-link.tsx";
import type { DetailTime } from "./detail-time.ts";
import { EndKnown, Moment, Sight, TrainingDuration, TrainingState } from "./training-cells.tsx";
import { useStanding } from "./use-standing.ts";

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

const CHOICE_LABELS = {
  all: "Fit session",
  "24h": "24 h",
  "12h": "12 h",
  "3h": "3 h",
  "1h": "1 h",
  "15m": "15 m",
} as const satisfies Record<RangeName, string>;

/** Every range that the keys step to, longest first. */
const CHOICES = RANGE_ORDER.toReversed().map((value) => ({ value, label: CHOICE_LABELS[value] }));

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
  const frame = useFrame(frameLength(view.range, known.session.startedAt, minute));
  const today = useNow(QUARTER);
  const marks = useMemo(
    () =>
      timeMarks({
        frame,
        drawn: drawnWindow(frame),
        width,
        zone,
        watched,
        staleFrom,
        today,
      }),
    [frame, width, zone, watched, staleFrom, today],
  );
  const time: DetailTime = { frame, marks, zone, width, latestAt, staleFrom };
  return (
    <>
      <div className="bar-tools">
        <Segmented
          label="Time range"
          options={CHOICES}
          value={view.range.kind === "last" ? view.range.name : undefined}
          onChange={(name) => change({ range: { kind: "last", name } })}
        />
        <span className="grow" />
        <Legend />
      </div>
      <div className="gantt">
        <div className="gr h">
          <span className="lab">Training</span>
          <div className="tlc">
            <div ref={axisRef} className="h-full">
              <TimeAxis frame={frame} marks={marks} flag={(now) => formatClock(now, zone)} />
            </div>
          </div>
        </div>
        <Rows
          known={known}
          time={time}
          selected={view.training}
          onSelect={(training) => change({ training })}
        />
      </div>
      <TrainingTable known={known} time={time} selected={view.training} />
    </>
  );
}

function Legend() {
  return (
    <div className="legend" aria-hidden="true">
      {TRAINING_STATE_ORDER.filter((state) => state !== "unrecognised").map((state) => (
        <span key={state}>
          <Glyph kind={state} size={12} />
          {TRAINING_STATES[state].label}
        </span>
      ))}
      <span>
        <i className="sw bar completed soft" />
        End not exactly known
      </span>
    </div>
  );
}

interface RowsProps {
  readonly known: KnownSession;
  readonly time: DetailTime;
  readonly selected: string | null;
  readonly onSelect: (training: string | null) => void;
}

function Rows({ known, time, selected, onSelect }: RowsProps) {
  const { frame, width, zone, staleFrom, marks } = time;
  const window = drawnWindow(frame);
  const input = { session: known, window, look: standingLook(frame, window, staleFrom) };
  const short = shortIds(known.trainings.map(({ training }) => training.id));
  const cell = frame.live ? "tlc" : "tlc nonow";
  return (
    <div className="tl-field">
      <TimeBackdrop frame={frame} marks={marks} />
      <div className="gr">
        <span className="lab">
          <span className="font-medium">Session</span>
          <span className="t3">
            started <Moment at={known.session.startedAt} zone={zone} />
          </span>
        </span>
        <div className={cell}>
          <Strip
            frame={frame}
            band={drawStrip(input).band}
            marks={[]}
            width={width}
            sessionId={known.session.id}
          />
        </div>
      </div>
      {known.trainings.map((training) => {
        const { id } = training.training;
        const mark = drawTraining(training, input);
        return (
          <div key={id} className={cx("gr", id === selected && "is-selected")}>
            <button
              type="button"
              className="lab"
              aria-pressed={id === selected}
              onClick={() => onSelect(id === selected ? null : id)}
            >
              <IdText id={id} as={short.get(id)} />
              <TrainingState known={training} />
            </button>
            <div className={cell}>
              <Strip
                frame={frame}
                band={undefined}
                marks={mark ? [mark] : []}
                width={width}
                sessionId={known.session.id}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

interface TrainingTableProps {
  readonly known: KnownSession;
  readonly time: DetailTime;
  readonly selected: string | null;
}

/** The picture's accessible form: the same trainings with the same words. */
function TrainingTable({ known, time, selected }: TrainingTableProps) {
  const { zone } = time;
  const standing = useStanding(known, time);
  if (known.trainings.length === 0) {
    return <p className="px-4 py-3 text-xs text-text-3">No training was started yet.</p>;
  }
  return (
    <>
      <h2 className="sech">
        Training sessions <small>{formatNumber(known.trainings.length)} · oldest first</small>
      </h2>
      <section className="dtab-scroll" aria-label="Training sessions" tabIndex={0}>
        <table className="dtab">
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Training</th>
              <th scope="col">Created</th>
              <th scope="col">Last seen open</th>
              <th scope="col">First seen ended</th>
              <th scope="col" className="num">
                Duration
              </th>
              <th scope="col" className="num">
                End known
              </th>
            </tr>
          </thead>
          <tbody>
            {known.trainings.map((training) => {
              const { id, state, createdAt } = training.training;
              const { lastOpen, firstEnded } = sightsOf(training, standing);
              return (
                <tr
                  key={id}
                  data-training-id={id}
                  data-state={state}
                  className={id === selected ? "is-selected" : undefined}
                >
                  <td>
                    <TrainingState known={training} />
                  </td>
                  <td className="p">
                    <span className="flex items-center gap-1">
                      <IdText id={id} short="full" />
                      <CopyTrainingLink sessionId={known.session.id} trainingId={id} />
                    </span>
                  </td>
                  <td>
                    <Moment at={createdAt} zone={zone} />
                  </td>
                  <td>
                    <Sight at={lastOpen} zone={zone} />
                  </td>
                  <td>
                    <Sight at={firstEnded} zone={zone} />
                  </td>
                  <td className="num">
                    <TrainingDuration known={training} standing={standing} />
                  </td>
                  <td className="num">
                    <EndKnown known={training} standing={standing} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
