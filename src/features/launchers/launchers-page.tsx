import { useCallback, useDeferredValue, useMemo, useRef, useState, type ReactNode } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { formatClock, formatMoment } from "../../domain/format-time.ts";
import { frameLength } from "../../domain/frame.ts";
import type { Known } from "../../domain/known.ts";
import { allSince } from "../../domain/known-extent.ts";
import { sortLaunchers } from "../../domain/launcher-order.ts";
import { type Launcher, launchersAfter, launchersInUse, launchersOf } from "../../domain/launchers.ts";
import { inViewOf } from "../../domain/range-gesture.ts";
import { rangeWords } from "../../domain/range-words.ts";
import { timeMarks } from "../../domain/time-marks.ts";
import { reachesBack, type TimeRange } from "../../domain/time-range.ts";
import { wholeStretches } from "../../domain/whole-stretches.ts";
import type { Zone } from "../../domain/zone.ts";
import { wheelFactor } from "../../domain/zoom.ts";
import { BackToNow } from "../../ui/back-to-now.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyViewLink } from "../../ui/copy-view-link.tsx";
import { cx } from "../../ui/cx.ts";
import { LaneGrid } from "../../ui/lane-grid.tsx";
import { LanePlaceholder } from "../../ui/lane-placeholder.tsx";
import { drawnWindow, useFrame } from "../../ui/live-frame.ts";
import { pageNow, QUARTER, useNow } from "../../ui/tick.ts";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import { PointerLine, TimeGestures } from "../../ui/time-gestures.tsx";
import { useHeldRows } from "../../ui/use-held-rows.ts";
import { useNarrow } from "../../ui/use-media.ts";
import { useWidth } from "../../ui/use-width.ts";
import { WaitingRows } from "../../ui/waiting-rows.tsx";
import { launchersParams } from "../../url/launchers-params.ts";
import { withItem } from "../../url/list-codec.ts";
import { sessionPath } from "../../url/paths.ts";
import { stepTo } from "../../url/step.ts";
import { useMovingRange } from "../../url/use-moving-range.ts";
import { useView } from "../../url/use-view.ts";
import { InUse } from "./in-use.tsx";
import { LauncherCells, type LauncherTime } from "./launcher-cells.tsx";
import { chosenLaunchers, emptiness, type LauncherRow, launcherRows, wordOf } from "./launcher-rows.ts";
import { LauncherTools } from "./launcher-tools.tsx";
import { NoLaunchers } from "./no-launchers.tsx";

interface Seen {
  readonly known: Known;
  /** All of the newest answer is here. */
  readonly isWhole: boolean;
  readonly staleFrom: number | undefined;
}

interface LaunchersPageProps extends Seen {
  /** There is no answer, and a notice says what is wrong. */
  readonly failed: boolean;
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
  const { failed, zone, intervalMs, renderNotices, renderStatus } = props;
  const { known, isWhole, staleFrom } = useDeferredValue(useSeen(props));
  const { view, change, ignored } = useView(launchersParams);
  const all = useLaunchers(known, isWhole);
  const { launcher, location, sort } = view;
  // Head and foot tell of what is shown, as those of the list do.
  const chosen = useMemo(() => chosenLaunchers(all, { launcher, location }), [all, launcher, location]);
  const launchers = useMemo(() => sortLaunchers(chosen, sort), [chosen, sort]);
  const inUse = useMemo(() => launchersInUse(chosen), [chosen]);
  const isNarrow = useNarrow();
  const { folded, open } = view;
  const wanted = useMemo(
    () => launcherRows({ launchers, folded, open, isNarrow }),
    [launchers, folded, open, isNarrow],
  );
  const asked = useMemo(() => ({ view, isNarrow }), [view, isNarrow]);
  const { rows, waiting, hold, letGo } = useHeldRows(wanted, asked);

  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLElement>(null);
  const [axisRef, width] = useWidth();
  const oldestOf = (one: TimeRange) => (reachesBack(one) ? allSince(known) : undefined);
  const { range, move, rest } = useMovingRange({
    range: view.range,
    change: (next) => change({ range: next }),
    inView: (one) => inViewOf(one, { oldest: oldestOf(one), since: allSince(known), now: pageNow() }),
  });
  const frame = useFrame(frameLength(range, oldestOf(range), useNow(60_000)));
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
  const showAll = <Button onClick={() => change({ launcher: [], location: [] })}>All launchers</Button>;
  return (
    <>
      <section className="filterbar roomy launchers-in-use" aria-label="Launchers in use">
        <InUse inUse={inUse} isWhole={isWhole} />
        <span className="grow" />
        <LauncherTools view={view} change={change} zone={zone} />
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
      <main className="main" {...hold}>
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
                  {className === "c-name" && waiting > 0 && (
                    <WaitingRows count={formatNumber(waiting)} onShow={letGo} />
                  )}
                </span>
              ))}
              <div role="columnheader" aria-label="vCPU held, and trainings" className="tlc">
                <div ref={axisRef} className="relative h-full">
                  <TimeAxis frame={frame} marks={marks} flag={(now) => formatClock(now, zone)} />
                  <TimeGestures
                    frame={frame}
                    words={(at) => formatMoment(at, pageNow(), zone)}
                    lineRef={line}
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
          renderView={() => <PointerLine lineRef={line} />}
          placeholder={
            <LanePlaceholder isWhole={isWhole} failed={failed} columns={9}>
              <NoLaunchers
                why={emptiness(all, { launcher, location })}
                intervalMs={intervalMs}
                showAll={showAll}
              />
            </LanePlaceholder>
          }
        />
      </main>
      {renderStatus(
        <>
          <span>
            <Counted count={isWhole ? countOf(chosen) : undefined} of="session" /> on{" "}
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

/**
 * What belongs together, as one: it is drawn in a task after that in which the answer came, for thousands of sessions are sorted onto
 * their launchers.
 */
const useSeen = ({ known, isWhole, staleFrom }: Seen): Seen =>
  useMemo(() => ({ known, isWhole, staleFrom }), [known, isWhole, staleFrom]);

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
