import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { NO_FILTER } from "../../domain/filter.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { frameLength } from "../../domain/frame.ts";
import type { Known, KnownSession } from "../../domain/known.ts";
import type { Summary } from "../../domain/summary.ts";
import { reachesBack, type TimeRange } from "../../domain/time-range.ts";
import { toWellFormed } from "../../domain/well-formed.ts";
import type { Zone } from "../../domain/zone.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useFrame } from "../../ui/live-frame.ts";
import { QUARTER, useNow } from "../../ui/tick.ts";
import { useWidth } from "../../ui/use-width.ts";
import { withItem } from "../../url/list-codec.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeOptions, ChangePresent } from "../../url/use-view.ts";
import { FilterBar } from "./filter-bar.tsx";
import type { ListItem } from "./list-items.ts";
import { allOf, createListModel } from "./list-model.ts";
import { listMarks, type ListTime } from "./list-time.tsx";
import { Placeholder } from "./placeholder.tsx";
import { SessionGrid } from "./session-grid.tsx";
import { SummaryStrip, type Quantity } from "./summary-strip.tsx";

/** Most views ask for no ids, and most ids are returned. */
const missingBanner = onDemand(
  () => import("./missing-banner.tsx"),
  (file) => file.MissingBanner,
);

/** Nobody moves the axis before there are rows. */
const axisGestures = onDemand(
  () => import("./axis-gestures.tsx"),
  (file) => file.AxisGestures,
);

/** What an open row's details need besides the session: they share the list's axis. */
export interface PanelTime extends ListTime {
  readonly marks: ReturnType<typeof listMarks>;
  /** Sending of the newest answer; 0 before the first, when there are no rows to open. Epoch ms. */
  readonly latestAt: number;
}

interface SessionListPageProps {
  readonly known: Known;
  readonly view: ListView;
  readonly change: ChangePresent<ListView>;
  readonly staleFrom: number | undefined;
  /** Only the first rows are here, and nothing can be said of all. */
  readonly partial: boolean;
  readonly zone: Zone;
  readonly intervalMs: number;
  /** What stands between filters and list: a problem, a notice. */
  readonly notices: ReactNode;
  /** There is no answer, and something is wrong: the notice says what. */
  readonly failed: boolean;
  readonly renderPanel: (session: KnownSession, time: PanelTime) => ReactNode;
  readonly onOpenPage: (id: string) => void;
  /** Ids of the sessions that are selected; undefined until selecting is there. */
  readonly selected?: ReadonlySet<string> | undefined;
  /** The status bar's own facts, for screens that have no such bar. */
  readonly about?: ReactNode;
  /** Menus of what can be done with the rows, for the filter bar. */
  readonly renderTools: (rows: readonly ListItem[]) => ReactNode;
  /** What stands below the rows while some are selected. */
  readonly renderSelection: (rows: readonly ListItem[]) => ReactNode;
  /** The status bar, with the list's own facts in it. */
  readonly renderStatus: (facts: ReactNode) => ReactNode;
  readonly renderSign: (sign: ListSign) => ReactNode;
}

/** What goes with the list and comes after it. */
export interface ListSign {
  readonly summary: Summary;
  /** Draws what was held of it over the time shown; without, what tells of the list and draws nothing. */
  readonly quantity: Quantity | undefined;
  /** Of that time: of ms up to now, or between its ends, epoch ms. */
  readonly length: ReturnType<typeof frameLength>;
}

/** The list of debug sessions, with its figures, filters and state. */
export function SessionListPage(props: SessionListPageProps) {
  const { known, view, change, staleFrom, partial, zone, renderPanel } = props;
  const { latest } = known;
  const [axisRef, width] = useWidth();

  // The rows give way to the reader: a key or a press is on the screen before what it makes of thousands of them.
  const shownView = useDeferredValue(view);
  const opened = useMemo(() => new Set(view.open), [view.open]);
  const minute = useNow(60_000);
  const [listModelOf] = useState(createListModel);
  const { scope, missing: unreturned, unreadable } = (partial ? undefined : latest) ?? NO_ANSWER;
  const { sorted, summary, missing, items, oldest } = useMemo(
    () =>
      listModelOf({
        sessions: known.sessions,
        change: known.change,
        scope,
        unreturned,
        unreadable,
        view: shownView,
        now: minute,
      }),
    [listModelOf, known.sessions, known.change, scope, unreturned, unreadable, shownView, minute],
  );
  const sessions = allOf(sorted);
  const isCounted = latest !== undefined && !partial;
  const missingSet = useMemo(() => new Set(missing), [missing]);

  const [moving, setMoving] = useState<TimeRange>();
  // How far all reaches back is known once the rows are there.
  const range = reachesBack(view.range) && !reachesBack(shownView.range) ? shownView.range : view.range;
  const length = frameLength(moving ?? range, oldest, minute);
  const frame = useFrame(length);
  const time = useMemo<ListTime>(() => ({ frame, zone, staleFrom, width }), [frame, zone, staleFrom, width]);
  const today = useNow(QUARTER);
  const marks = useMemo(() => listMarks(time, known.watched, today), [time, known.watched, today]);
  const latestAt = latest?.sentAt ?? 0;
  const panelTime = useMemo<PanelTime>(() => ({ ...time, marks, latestAt }), [time, marks, latestAt]);

  const panelOf = useCallback(
    (session: KnownSession) => renderPanel(session, panelTime),
    [renderPanel, panelTime],
  );
  const toggle = (id: string, open: boolean, options?: ChangeOptions) => {
    change((now) => ({ open: withItem(now.open, toWellFormed(id), open) }), options);
  };
  const fold = (word: string, folded: boolean) =>
    change((now) => ({ folded: withItem(now.folded, word, folded) }));
  const sign = (quantity?: Quantity) => isCounted && props.renderSign({ summary, length, quantity });
  return (
    <>
      <SummaryStrip summary={isCounted ? summary : undefined} view={view} change={change} renderHeld={sign} />
      {sign()}
      <FilterBar
        view={view}
        change={change}
        missing={missingSet}
        sessions={sessions}
        zone={zone}
        tools={props.renderTools(items)}
        about={props.about}
      />
      {props.notices}
      {missing.length > 0 && (
        <missingBanner.Show requested={view.ids} missing={missing} onRemove={(ids) => change({ ids })} />
      )}
      <main className={partial ? "main is-partial" : "main"}>
        <h1 className="sr-only">Debug sessions</h1>
        <SessionGrid
          items={items}
          sessions={known.sessions}
          view={shownView}
          opened={opened}
          time={time}
          marks={marks}
          axisRef={axisRef}
          axisTools={
            isCounted && (
              <axisGestures.Show
                range={view.range}
                onRange={(range) => change({ range })}
                onMoving={setMoving}
                frame={frame}
                known={known}
                oldest={oldest}
                zone={zone}
              />
            )
          }
          placeholder={
            <Placeholder
              loading={latest === undefined}
              failed={props.failed}
              isFiltered={sessions.length > 0 || view.ids.length > 0}
              intervalMs={props.intervalMs}
              onClear={() => change(NO_FILTER)}
            />
          }
          renderPanel={panelOf}
          onToggle={toggle}
          onFold={fold}
          onOpenPage={props.onOpenPage}
          selected={props.selected}
        />
        {props.renderSelection(items)}
      </main>
      {props.renderStatus(
        <>
          <span>
            <b>{isCounted ? formatNumber(summary.sessions) : "–"}</b>{" "}
            {summary.sessions === 1 && isCounted ? "session" : "sessions"}
          </span>
          {summary.ended > 0 && (
            <span>
              <b>{formatNumber(summary.ended)}</b> ended while watching
            </span>
          )}
        </>,
      )}
    </>
  );
}

/** Nothing was asked for, so nothing can be missing. */
const NO_ANSWER = { scope: [], missing: [], unreadable: [] } as const satisfies Partial<
  NonNullable<Known["latest"]>
>;
