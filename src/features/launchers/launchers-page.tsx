import { useCallback, useDeferredValue, useMemo, useRef, useState, type ReactNode } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { formatClock } from "../../domain/format-time.ts";
import { frameLength } from "../../domain/frame.ts";
import type { Known } from "../../domain/known.ts";
import { allSince } from "../../domain/known-extent.ts";
import { sortLaunchers } from "../../domain/launcher-order.ts";
import { type Launcher, launchersAfter, launchersInUse, launchersOf } from "../../domain/launchers.ts";
import { timeMarks } from "../../domain/time-marks.ts";
import { type RangeName, reachesBack, type TimeRange } from "../../domain/time-range.ts";
import { wholeStretches } from "../../domain/whole-stretches.ts";
import type { Zone } from "../../domain/zone.ts";
import { reachOf, wheelFactor } from "../../domain/zoom.ts";
import { BackToNow } from "../../ui/back-to-now.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyViewLink } from "../../ui/copy-view-link.tsx";
import { cx } from "../../ui/cx.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LaneGrid } from "../../ui/lane-grid.tsx";
import { LanePlaceholder } from "../../ui/lane-placeholder.tsx";
import { drawnWindow, useFrame } from "../../ui/live-frame.ts";
import { pageNow, QUARTER, useNow } from "../../ui/tick.ts";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import { TimeGestures } from "../../ui/time-gestures.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useWidth } from "../../ui/use-width.ts";
import { launchersParams } from "../../url/launchers-params.ts";
import { withItem } from "../../url/list-codec.ts";
import { sessionPath } from "../../url/paths.ts";
import { stepTo } from "../../url/step.ts";
import { useMovingRange } from "../../url/use-moving-range.ts";
import { useView } from "../../url/use-view.ts";
import { InUse } from "./in-use.tsx";
import { LauncherCells, type LauncherTime } from "./launcher-cells.tsx";
import { chosenLaunchers, type LauncherRow, launcherRows, wordOf } from "./launcher-rows.ts";
import { LauncherTools } from "./launcher-tools.tsx";

interface LaunchersPageProps {
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
}

const HEADS = [
  ["c-name", "Launcher"],
  ["c-cpu", "vCPU"],
  ["c-mem", "Memory"],
  ["c-swap", "Swap"],
  ["c-disk", "Disk"],
  ["c-gpu", "GPU"],
  ["c-counts", "Trainings"],
] as const;

/** Where debug sessions run and ran: what each launcher has, what is on it, and how much was held over time. */
export function LaunchersPage(props: LaunchersPageProps) {
  const { isWhole, failed, staleFrom, zone, intervalMs, renderNotices, renderStatus } = props;
  // Sorting thousands of sessions onto their launchers is a task of its own, after that in which the answer came.
  const known = useDeferredValue(props.known);
  const { view, change, ignored } = useView(launchersParams);
  const all = useLaunchers(known, isWhole);
  const { launcher, location, sort } = view;
  const launchers = useMemo(
    () => sortLaunchers(chosenLaunchers(all, { launcher, location }), sort),
    [all, launcher, location, sort],
  );
  const inUse = useMemo(() => launchersInUse(all), [all]);
  const isNarrow = useMedia("(max-width: 720px)");
  const { folded, open } = view;
  const rows = useMemo(
    () => launcherRows({ launchers, folded, open, isNarrow }),
    [launchers, folded, open, isNarrow],
  );

  const scroller = useRef<HTMLDivElement>(null);
  const [axisRef, width] = useWidth();
  const lengthOf = (one: TimeRange, now: number) =>
    frameLength(one, reachesBack(one) ? allSince(known) : undefined, now);
  const { range, move, rest } = useMovingRange({
    range: view.range,
    change: (next) => change({ range: next }),
    inView: (one) => {
      const now = pageNow();
      const length = lengthOf(one, now);
      return {
        window: typeof length === "number" ? { from: now - length, to: now } : length,
        reach: reachOf(allSince(known), now),
      };
    },
  });
  const frame = useFrame(lengthOf(range, useNow(60_000)));
  const today = useNow(QUARTER);
  const { watched } = known;
  const shownWords = rangeWords(range);
  const time = useMemo<LauncherTime>(
    () => ({ frame, words: shownWords, width, zone, staleFrom, watched: wholeStretches(known) }),
    [frame, shownWords, width, zone, staleFrom, known],
  );
  const marks = useMemo(
    () => timeMarks({ frame, drawn: drawnWindow(frame), width, zone, watched, staleFrom, today }),
    [frame, width, zone, watched, staleFrom, today],
  );
  const renderRow = useCallback((row: LauncherRow) => <LauncherCells row={row} time={time} />, [time]);
  const fold = (row: LauncherRow) => {
    if (row.kind === "session") return;
    const word = wordOf(row.launcher);
    if (row.kind === "launcher") change({ folded: withItem(folded, word, !row.folded) });
    else change({ open: withItem(open, word, row.folded) });
  };
  const isChosen = launcher.length > 0 || location.length > 0;
  const showAll = <Button onClick={() => change({ launcher: [], location: [] })}>All launchers</Button>;
  return (
    <>
      <section className="filterbar launchers-in-use" aria-label="Launchers in use">
        <InUse inUse={inUse} isWhole={isWhole} />
        <span className="grow" />
        <LauncherTools view={view} change={change} counts={isWhole ? inUse : undefined} zone={zone} />
        <CopyViewLink />
      </section>
      {renderNotices(ignored, () => change({}, { replace: true }))}
      {launcher.length > 0 && launchers.length > 0 && (
        <Banner tone="info" label="Chosen launchers" actions={showAll}>
          {launchers.length === 1
            ? "Only one launcher is shown, as the link says."
            : `Only ${formatNumber(launchers.length)} launchers are shown, as the link says.`}
        </Banner>
      )}
      <main className="main">
        <h1 className="sr-only">Launchers</h1>
        <LaneGrid
          label="Launchers"
          className={cx(
            "list lanes launchers",
            frame.live && "is-live",
            staleFrom !== undefined && "is-stale",
          )}
          rows={rows}
          columns={9}
          headHeight={isNarrow ? 28 : 32}
          scrollerRef={scroller}
          foldedOf={foldedOf}
          onFold={fold}
          onOpen={(row) => row.kind === "session" && stepTo(sessionPath(row.known.session.id))}
          renderRow={renderRow}
          classOf={classOf}
          head={
            <>
              <span role="columnheader" className="c-chev" aria-label="Expanded" />
              {HEADS.map(([className, name]) => (
                <span key={name} role="columnheader" className={className}>
                  {name}
                </span>
              ))}
              <div role="columnheader" aria-label="vCPU held, and trainings" className="tlc">
                <div ref={axisRef} className="relative h-full">
                  <TimeAxis frame={frame} marks={marks} flag={(now) => formatClock(now, zone)} />
                  <TimeGestures
                    frame={frame}
                    words={(at) => formatClock(at, zone)}
                    wheelFactor={wheelFactor}
                    onGesture={move}
                    onRest={rest}
                    within=".lanes"
                  />
                </div>
                {range.kind === "fixed" && <BackToNow onNow={() => move({ kind: "now" })} />}
              </div>
            </>
          }
          backdrop={<TimeBackdrop frame={frame} marks={marks} />}
          placeholder={
            <LanePlaceholder isWhole={isWhole} failed={failed} columns={9}>
              {isChosen && (launcher.length > 0 || all.length > 0) ? (
                <EmptyState
                  art="missing"
                  title={
                    launcher.length > 0 ? "Nothing was seen on this launcher" : "No launcher of this type"
                  }
                  actions={showAll}
                >
                  {launcher.length > 0
                    ? "A launcher is known by the sessions on it, and none was on it while this browser watched."
                    : "Nothing runs on a launcher of this type, and nothing ran on one while this browser watched."}
                </EmptyState>
              ) : (
                <EmptyState art="empty" title="No debug sessions are running">
                  A launcher appears here within {intervalMs / 1_000} s of its first session.
                </EmptyState>
              )}
            </LanePlaceholder>
          }
        />
      </main>
      {renderStatus(
        <>
          <span>
            <Counted count={isWhole ? countOf(all) : undefined} of="session" /> on{" "}
            <Counted count={isWhole ? inUse.persistent + inUse.temporary : undefined} of="launcher" />
          </span>
          <span className="explains">A persistent launcher counts once, however many sessions share it</span>
        </>,
      )}
    </>
  );
}

/** @param count undefined: nobody can tell yet */
function Counted({ count, of }: { readonly count: number | undefined; readonly of: string }) {
  return (
    <>
      <b>{count === undefined ? "–" : formatNumber(count)}</b> {count === 1 ? of : `${of}s`}
    </>
  );
}

/** The launchers of what is known, each time from those before. */
function useLaunchers({ sessions, change }: Known, isWhole: boolean): readonly Launcher[] {
  const [make] = useState(() => {
    let last: readonly Launcher[] = [];
    let made: Known["sessions"] | undefined;
    return (now: Known["sessions"], changed: Known["change"]) => {
      // React may render what it put off more than once.
      if (made === now) return last;
      last =
        changed?.from === made && changed ? launchersAfter(last, changed) : launchersOf(now.values(), last);
      made = now;
      return last;
    };
  });
  return useMemo(() => (isWhole ? make(sessions, change) : []), [make, sessions, change, isWhole]);
}

const foldedOf = (row: LauncherRow): boolean | undefined => (row.kind === "session" ? undefined : row.folded);

function classOf(row: LauncherRow): string | undefined {
  switch (row.kind) {
    case "launcher":
      return row.launcher.now.length === 0 ? "is-past" : undefined;
    case "before":
      return "past";
    case "session":
      return cx(row.known.ended && "is-ended", row.isAlone && "is-alone");
  }
}

const countOf = (launchers: readonly Launcher[]): number =>
  launchers.reduce((sum, { now }) => sum + now.length, 0);

const RANGE_WORDS = {
  "15m": "in the last 15 min",
  "1h": "in the last hour",
  "3h": "in the last 3 h",
  "12h": "in the last 12 h",
  "24h": "in the last 24 h",
  all: "in all the time known",
} as const satisfies Record<RangeName, string>;

const rangeWords = (range: TimeRange): string =>
  range.kind === "last" ? RANGE_WORDS[range.name] : "in the time shown";
