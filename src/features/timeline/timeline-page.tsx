import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from "react";
import { applyFilter, asksForNothing, NO_FILTER } from "../../domain/filter.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { frameLength } from "../../domain/frame.ts";
import { inViewOf } from "../../domain/range-gesture.ts";
import type { Group } from "../../domain/group.ts";
import { GROUP_CHOICES } from "../../domain/group-choices.ts";
import type { Known, KnownSession } from "../../domain/known.ts";
import { knownSince } from "../../domain/known-extent.ts";
import { LEGEND } from "../../domain/legend.ts";
import { missingIds } from "../../domain/missing-ids.ts";
import { onceFor } from "../../domain/once-for.ts";
import { SHORT_RANGES } from "../../domain/range-words.ts";
import { RANGE_ORDER, reachesBack } from "../../domain/time-range.ts";
import type { Block } from "../../domain/timeline-block.ts";
import type { TimelineRow } from "../../domain/timeline-rows.ts";
import { toWellFormed } from "../../domain/well-formed.ts";
import type { Window } from "../../domain/window.ts";
import type { Zone } from "../../domain/zone.ts";
import { reachOf } from "../../domain/zoom.ts";
import { BackToNow } from "../../ui/back-to-now.tsx";
import { createCell } from "../../ui/cell.ts";
import { Choice } from "../../ui/choice.tsx";
import { CopyViewLink } from "../../ui/copy-view-link.tsx";
import { cx } from "../../ui/cx.ts";
import { NoSessions } from "../../ui/empty-state.tsx";
import { LaneGrid } from "../../ui/lane-grid.tsx";
import { LanePlaceholder } from "../../ui/lane-placeholder.tsx";
import { Legend } from "../../ui/legend.tsx";
import { drawnWindow, useFrame } from "../../ui/live-frame.ts";
import { MoreFilters } from "../../ui/more-filters.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";
import { PointerLine } from "../../ui/time-gestures.tsx";
import { useHeldRows } from "../../ui/use-held-rows.ts";
import { useMedia, useNarrow } from "../../ui/use-media.ts";
import { useWidth } from "../../ui/use-width.ts";
import { WaitingRows } from "../../ui/waiting-rows.tsx";
import { withItem } from "../../url/list-codec.ts";
import { sessionPath } from "../../url/paths.ts";
import { stepTo } from "../../url/step.ts";
import { timelineParams, type TimelineView } from "../../url/timeline-params.ts";
import { useRangeMover } from "../../url/use-moving-range.ts";
import { type ChangeView, useView } from "../../url/use-view.ts";
import { type AtHand, BarAtHand, enterLane } from "./bar-at-hand.tsx";
import { LanesFacts } from "./beside-lanes.tsx";
import { LaneCells } from "./lane-cells.tsx";
import { LanesCanvas, type LanesTime } from "./lanes-canvas.tsx";
import { LiveAxis, LiveBackdrop } from "./live-axis.tsx";
import { Overview } from "./overview.tsx";
import { useOverview, useRows, useRunning } from "./use-rows.ts";

export interface TimelinePageProps {
  readonly known: Known;
  /** All of the newest answer is here. */
  readonly isWhole: boolean;
  /** There is no answer, and a notice says what is wrong. */
  readonly failed: boolean;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
  readonly intervalMs: number;
  readonly renderNotices: (ignored: readonly string[], dismiss: () => void) => ReactNode;
  readonly renderStatus: (facts: ReactNode) => ReactNode;
  readonly renderFilters: (
    view: TimelineView,
    change: ChangeView<TimelineView>,
    sessions: readonly KnownSession[],
  ) => ReactNode;
  /** @param missing ids of the view that the API did not return */
  readonly renderMissing: (
    missing: readonly string[],
    view: TimelineView,
    change: ChangeView<TimelineView>,
  ) => ReactNode;
}

const RANGE_OPTIONS = RANGE_ORDER.map((value) => ({ value, label: SHORT_RANGES[value] }));
/** Lanes are gathered unless somebody chooses otherwise. */
const [UNGROUPED, ...GROUPED] = GROUP_CHOICES;
const GROUP_OPTIONS = [...GROUPED, UNGROUPED];
const HEAD_WORDS = {
  launcher: "Launcher / session",
  model: "Model / session",
  none: "Session",
} as const satisfies Record<Group, string>;

/** Of the line of words over each picture on a narrow screen, px; as in lanes.css. */
const TEXT_HEIGHT = 22;

/** All sessions in lanes, on one axis that can be moved and zoomed. */
export function TimelinePage(props: TimelinePageProps) {
  const { known, isWhole, staleFrom, zone } = props;
  const { view, change, ignored } = useView(timelineParams);
  const all = useMemo(() => (isWhole ? [...known.sessions.values()] : []), [known.sessions, isWhole]);
  const sessions = useMemo(() => applyFilter(all, view), [all, view]);
  // The first lanes are drawn before the rest of many sessions is here; what counts or measures them waits for all.
  const [first, setFirst] = useState(NO_SESSIONS);
  const isPartial = !isWhole && known.sessions.size > 0;
  if (isPartial !== first.length > 0) setFirst(isPartial ? [...known.sessions.values()] : NO_SESSIONS);
  const present = useMemo(() => {
    if (isWhole) return sessions;
    return reachesBack(view.range) ? NO_SESSIONS : applyFilter(first, view);
  }, [isWhole, sessions, first, view]);
  const { latest } = known;
  const missing = useMemo(
    () => (isWhole && latest ? missingIds(view.ids, known.sessions, latest.scope, latest.missing) : []),
    [isWhole, latest, view.ids, known.sessions],
  );
  const since = useMemo(() => knownSince(all, known.watched), [all, known.watched]);
  const minute = useNow(60_000);
  const frame = useFrame(frameLength(view.range, since, minute));
  // What looks at thousands of sessions follows in a frame of its own: beside all else it would hold up the end of a gesture.
  const laidFrame = useDeferredValue(frame);
  const [moving] = useState(createCell<Window>);
  const [hand] = useState(createCell<AtHand>);
  const folded = useMemo(() => new Set(view.folded), [view.folded]);
  const isNarrow = useNarrow();
  // What marks mean stands with the filters while these leave room, or else in the bar below, and on a small screen nowhere.
  const isWide = useMedia("(min-width: 1440px)");
  const hasRoom = isWide && asksForNothing(view);
  const { blocks, rows: wanted } = useRows({
    sessions: present,
    group: view.group,
    folded,
    window: drawnWindow(laidFrame),
  });
  // The rows of another time come after it: they too are what was asked for, and wait for nothing.
  const laidRange = useDeferredValue(view.range);
  const asked = useMemo(() => ({ view, laidRange }), [view, laidRange]);
  const { rows, waiting, hold, letGo } = useHeldRows(wanted, asked);
  const textHeight = isNarrow ? TEXT_HEIGHT : 0;
  const placed = useMemo(() => (isNarrow ? rows.map(withText) : rows), [rows, isNarrow]);

  const scroller = useRef<HTMLDivElement>(null);
  const [axisRef, width] = useWidth();
  const time = useMemo<LanesTime>(
    () => ({ frame, width, zone, staleFrom, watched: known.watched, wholeFrom: known.wholeFrom }),
    [frame, width, zone, staleFrom, known.watched, known.wholeFrom],
  );
  const reach = () => reachOf(since, pageNow());
  const { move, rest } = useRangeMover({
    range: view.range,
    change: (range) => change({ range }),
    inView: (range) => inViewOf(range, { oldest: since, since, now: pageNow() }),
    show: (draft) => moving.set(draft?.range.kind === "fixed" ? draft.range : undefined),
  });
  const line = useRef<HTMLElement>(null);
  const { overview, told } = useOverview(laidFrame, since, minute, time);
  const { steps, timesOf, mostOf } = useRunning({
    blocks: isWhole ? blocks : NO_BLOCKS,
    sessions,
    overview,
    told,
  });

  const fold = (row: TimelineRow) => {
    if (row.kind !== "group") return;
    change({ folded: withItem(view.folded, toWellFormed(row.group), !row.folded) });
  };
  const backToNow = () => {
    move({ kind: "now" });
    rest();
  };
  return (
    <>
      <search className="filterbar lanes-filters" aria-label="Filters">
        <Segmented
          label="Time range"
          options={RANGE_OPTIONS}
          value={view.range.kind === "last" ? view.range.name : undefined}
          onChange={(name) => change({ range: { kind: "last", name } })}
        />
        <MoreFilters isOn={!asksForNothing(view)}>
          <span className="vr only-d" />
          <Choice
            label="Group"
            options={GROUP_OPTIONS}
            value={view.group}
            onChange={(group) => change({ group })}
          />
          {props.renderFilters(view, change, all)}
          <span className="grow" />
          {hasRoom && <Legend states={LEGEND} />}
        </MoreFilters>
        <CopyViewLink />
      </search>
      {props.renderNotices(ignored, () => change({}, { replace: true }))}
      {props.renderMissing(missing, view, change)}
      <Overview
        overview={overview}
        range={view.range}
        steps={steps}
        isWhole={isWhole}
        time={time}
        moving={moving}
        reach={reach}
        move={move}
        rest={rest}
        onReset={() => change({ range: timelineParams.range.default })}
      />
      <main className="main" {...hold}>
        <h1 className="sr-only">Timeline of all sessions</h1>
        <LaneGrid
          label="Timeline"
          className={cx(
            "list lanes sessions-lanes",
            staleFrom !== undefined && "is-stale",
            !isWhole && "is-partial",
            // Now is a part of the picture where there is one.
            placed.length === 0 && frame.live && "is-live",
          )}
          rows={placed}
          columns={4}
          headHeight={isNarrow ? 28 : 32}
          scrollerRef={scroller}
          foldedOf={foldedOf}
          onFold={fold}
          onOpen={(row) => row.kind === "session" && stepTo(sessionPath(row.known.session.id))}
          onInto={(row, places) => {
            const scrollTop = scroller.current?.scrollTop ?? 0;
            if (row.kind === "session")
              enterLane(hand, row, { time, rows: placed, places, textHeight, scrollTop });
          }}
          renderRow={renderRow}
          classOf={classOf}
          head={
            <>
              <span role="columnheader" aria-colspan={3} className="c-what">
                {HEAD_WORDS[view.group]}
                {waiting > 0 && <WaitingRows count={formatNumber(waiting)} onShow={letGo} />}
              </span>
              <div role="columnheader" aria-label="Trainings over time" className="tlc">
                <div ref={axisRef} className="relative h-full">
                  <LiveAxis time={time} moving={moving} lineRef={line} move={move} rest={rest} />
                </div>
                {view.range.kind === "fixed" && <BackToNow onNow={backToNow} />}
              </div>
            </>
          }
          backdrop={placed.length === 0 && <LiveBackdrop time={time} moving={moving} />}
          renderView={({ places }, headOf) => {
            const lanes = { time, moving, rows: placed, places, headOf, scrollerRef: scroller, textHeight };
            return (
              <>
                <LanesCanvas {...lanes} timesOf={timesOf} mostOf={mostOf} />
                <PointerLine lineRef={line} />
                <BarAtHand {...lanes} hand={hand} known={known} />
              </>
            );
          }}
          placeholder={
            <LanePlaceholder isWhole={isWhole} failed={props.failed} columns={4}>
              <NoSessions
                isFiltered={!asksForNothing(view) && (all.length > 0 || view.ids.length > 0)}
                intervalMs={props.intervalMs}
                onClear={() => change(NO_FILTER)}
              />
            </LanePlaceholder>
          }
        />
      </main>
      {props.renderStatus(
        <>
          <LanesFacts
            blocks={blocks}
            sessions={sessions}
            isWhole={isWhole}
            isLess={frame.from < (known.wholeFrom ?? -Infinity)}
          />
          {!hasRoom && <Legend states={LEGEND} />}
        </>,
      )}
    </>
  );
}

const NO_SESSIONS: readonly KnownSession[] = [];
const NO_BLOCKS: readonly Block[] = [];

const renderRow = (row: TimelineRow) => <LaneCells row={row} />;
const foldedOf = (row: TimelineRow): boolean | undefined => (row.kind === "group" ? row.folded : undefined);
const classOf = (row: TimelineRow): string | undefined =>
  row.kind === "session" && row.known.ended ? "is-ended" : undefined;

/** The row with a line of words over its picture; the same object for the same row. */
const withText = onceFor((row: TimelineRow): TimelineRow => ({ ...row, height: row.height + TEXT_HEIGHT }));
