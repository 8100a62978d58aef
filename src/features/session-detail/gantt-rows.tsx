import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { flushSync } from "react-dom";
import { activityOf } from "../../domain/activity.ts";
import { shortIds } from "../../domain/format-id.ts";
import type { KnownSession, KnownTraining } from "../../domain/known.ts";
import { standingLook } from "../../domain/standing-look.ts";
import type { Activity } from "../../domain/states.ts";
import { drawStrip, drawTraining } from "../../domain/timeline.ts";
import type { Standing } from "../../domain/training-end.ts";
import type { Zone } from "../../domain/zone.ts";
import { cx } from "../../ui/cx.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { drawnWindow, type Frame } from "../../ui/live-frame.ts";
import { TIP_ID } from "../../ui/tooltip.tsx";
import { useRowsInSight } from "../../ui/rows-in-sight.ts";
import { Strip } from "../../ui/strip.tsx";
import { shownText } from "../../ui/visible-text.ts";
import { TimeBackdrop } from "../../ui/time-axis.tsx";
import type { DetailTime } from "./detail-time.ts";
import { Absences } from "./absences.tsx";
import { DurationLabel } from "./duration-label.tsx";
import { LifeStrip } from "./life-strip.tsx";
import { Moment, TrainingState } from "./training-cells.tsx";
import { useStanding } from "./use-standing.ts";

interface GanttRowsProps {
  readonly known: KnownSession;
  readonly time: DetailTime;
  readonly selected: string | null;
  readonly onSelect: (training: string | null) => void;
}

/** Px, as in page.css. */
const ROW = 32;
/** Rows that Page Up and Page Down go by. */
const PAGE = 10;

/** Where a key leads from a row; undefined where it means nothing here. */
function stepOf(key: string, index: number, count: number): number | undefined {
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE,
    PageUp: index - PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** The session's life and those before it, then a row for each training. The rows are one stop for Tab; arrows go between them. */
export function GanttRows({ known, time, selected, onSelect }: GanttRowsProps) {
  const { frame, staleFrom, marks } = time;
  const { trainings } = known;
  const input = useMemo(() => {
    const shown = drawnWindow(frame);
    return { session: known, window: shown, look: standingLook(frame, shown, staleFrom) };
  }, [known, frame, staleFrom]);
  const standing = useStanding(known, time);
  const ids = useMemo(() => trainings.map(({ training }) => training.id), [trainings]);
  const short = useMemo(() => shortIds(ids), [ids]);
  const [stop, setStop] = useState<string>();
  const chosen = selected === null ? -1 : ids.indexOf(selected);
  const stopped = stop === undefined ? -1 : ids.indexOf(stop);
  const tabStop = stopped >= 0 ? stopped : Math.max(0, chosen);
  const { ref, rows, rowHeight, isPassing } = useRowsInSight(trainings.length, ROW, [tabStop, chosen]);
  const fieldRef = useRef<HTMLDivElement>(null);
  useReveal(fieldRef, chosen < 0 ? null : selected);
  const cell = frame.live ? "tlc" : "tlc nonow";

  const rowOf = (id: string | undefined) =>
    id === undefined ? null : fieldRef.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = stepOf(event.key, index, ids.length);
    if (to === undefined) return;
    event.preventDefault();
    // A row out of sight is drawn because it is the stop; only then it can take the focus.
    flushSync(() => setStop(ids[to]));
    rowOf(ids[to])?.querySelector("button")?.focus();
  };

  return (
    <div className="tl-field" ref={fieldRef}>
      <TimeBackdrop frame={frame} marks={marks} />
      <LifeRows input={input} frame={frame} width={time.width} zone={time.zone} cell={cell} />
      <div ref={ref}>
        {rows.map((row) => {
          if (row.kind === "space") {
            return <div key={row.key} style={{ height: row.rows * rowHeight }} />;
          }
          const training = trainings[row.index];
          if (!training) return null;
          const { id } = training.training;
          if (isPassing(row.index)) {
            return (
              // Who listens hears the rows once they are there.
              <div key={id} data-sight={row.index} className="gr training" aria-hidden="true">
                <bdi className="lab mono">{shownText(short.get(id) ?? id)}</bdi>
              </div>
            );
          }
          return (
            <div
              key={id}
              data-sight={row.index}
              data-row={id}
              className={cx("gr training", id === selected && "is-selected")}
            >
              <button
                type="button"
                className="lab"
                aria-pressed={id === selected}
                aria-describedby={TIP_ID}
                tabIndex={row.index === tabStop ? 0 : -1}
                onFocus={() => setStop(id)}
                onKeyDown={(event) => onKeyDown(event, row.index)}
                onClick={() => onSelect(id === selected ? null : id)}
              >
                <RowLabel id={id} shortId={short.get(id)} known={training} />
              </button>
              <div className={cell}>
                <Bar known={training} input={input} standing={standing} frame={frame} width={time.width} />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/**
 * Scrolls a training into view once when a link or a press chooses it, by no more than it takes. The focus stays where it is:
 * an effect, because only the browser knows what is in view.
 */
function useReveal(fieldRef: RefObject<HTMLElement | null>, id: string | null): void {
  useEffect(() => {
    if (id === null) return;
    const row = fieldRef.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
    const panel = row?.closest<HTMLElement>("[role=tabpanel]");
    // The page itself scrolls where it is low (page.css), below tabs that stay.
    const isLow = panel?.parentElement && getComputedStyle(panel).overflowY === "visible";
    const scroller = isLow ? panel.parentElement : panel;
    if (!row || !scroller) return;
    const [at, seen] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const head = ROW + (isLow ? (panel.previousElementSibling?.clientHeight ?? 0) : 0);
    const isSeen = at.top >= seen.top + head && at.bottom <= seen.bottom;
    if (!isSeen)
      scroller.scrollBy({ top: at.top - seen.top - Math.max(head, seen.height / 3), behavior: "instant" });
  }, [fieldRef, id]);
}

const RowLabel = memo(function RowLabel({
  id,
  shortId,
  known,
}: {
  readonly id: string;
  readonly shortId: string | undefined;
  readonly known: KnownTraining;
}) {
  return (
    <>
      <IdText id={id} as={shortId} />
      <TrainingState known={known} />
    </>
  );
});

interface BarProps {
  readonly known: KnownTraining;
  readonly input: Parameters<typeof drawStrip>[0];
  readonly standing: Standing;
  readonly frame: Frame;
  /** Of the frame, px. */
  readonly width: number;
}

/** Scrolling brings rows; those that stay are drawn as they were. */
const Bar = memo(function Bar({ known, input, standing, frame, width }: BarProps) {
  const mark = drawTraining(known, input);
  const sessionId = input.session.session.id;
  return (
    <Strip frame={frame} band={undefined} marks={mark ? [mark] : []} width={width} sessionId={sessionId}>
      {mark && <DurationLabel known={known} mark={mark} standing={standing} frame={frame} width={width} />}
    </Strip>
  );
});

interface LifeRowsProps {
  readonly input: Parameters<typeof drawStrip>[0];
  readonly frame: Frame;
  /** Of the frame, px. */
  readonly width: number;
  readonly zone: Zone;
  /** Class of the cell of a strip. */
  readonly cell: string;
}

/** The session's life, and those before it under the same id, newest first, each with its trainings in lanes. */
const LifeRows = memo(function LifeRows({ input, frame, width, zone, cell }: LifeRowsProps) {
  const { session } = input;
  const { id, startedAt } = session.session;
  const { band, earlier } = drawStrip(input);
  const strip = { frame, width, sessionId: id };
  return (
    <>
      <div className="gr">
        <LifeLabel name="Session" glyph={activityOf(session)} startedAt={startedAt} zone={zone} />
        <div className={cell}>
          <Strip {...strip} band={band} marks={[]}>
            <Absences of={session} frame={frame} width={width} zone={zone} />
          </Strip>
        </div>
      </div>
      {earlier.map((life) => (
        <div key={life.startedAt} className="gr past">
          <LifeLabel name="Earlier" glyph="ended" startedAt={life.startedAt} zone={zone} />
          <div className={cell}>
            <LifeStrip {...strip} life={life} />
          </div>
        </div>
      ))}
    </>
  );
});

interface LifeLabelProps {
  readonly name: string;
  readonly glyph: Activity;
  readonly startedAt: number;
  readonly zone: Zone;
}

function LifeLabel({ name, glyph, startedAt, zone }: LifeLabelProps) {
  return (
    <span className="lab">
      <Glyph kind={glyph} />
      <span className="font-medium">{name}</span>
      <span className="t3">
        started <Moment at={startedAt} zone={zone} />
      </span>
    </span>
  );
}
