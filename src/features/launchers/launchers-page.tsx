import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { vcpu } from "../../domain/format-size.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { Known } from "../../domain/known.ts";
import { type Launcher, launchersAfter, launchersInUse, launchersOf } from "../../domain/launchers.ts";
import { timeMarks } from "../../domain/time-marks.ts";
import { wholeStretches } from "../../domain/whole-stretches.ts";
import type { Zone } from "../../domain/zone.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyViewLink } from "../../ui/copy-view-link.tsx";
import { cx } from "../../ui/cx.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LaneGrid } from "../../ui/lane-grid.tsx";
import { LanePlaceholder } from "../../ui/lane-placeholder.tsx";
import { drawnWindow, useFrame } from "../../ui/live-frame.ts";
import { QUARTER, useNow } from "../../ui/tick.ts";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useWidth } from "../../ui/use-width.ts";
import { launchersParams } from "../../url/launchers-params.ts";
import { withItem } from "../../url/list-codec.ts";
import { sessionPath } from "../../url/paths.ts";
import { stepTo } from "../../url/step.ts";
import { useView } from "../../url/use-view.ts";
import { LauncherCells, type LauncherTime, SHOWN_MS } from "./launcher-cells.tsx";
import { chosenLaunchers, type LauncherRow, launcherRows, wordOf } from "./launcher-rows.ts";

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
  const { known, isWhole, failed, staleFrom, zone, intervalMs, renderNotices, renderStatus } = props;
  const { view, change, ignored } = useView(launchersParams);
  const all = useLaunchers(known, isWhole);
  const launchers = useMemo(() => chosenLaunchers(all, view.launcher), [all, view.launcher]);
  const isNarrow = useMedia("(max-width: 720px)");
  const { folded, open } = view;
  const rows = useMemo(
    () => launcherRows({ launchers, folded, open, isNarrow }),
    [launchers, folded, open, isNarrow],
  );

  const scroller = useRef<HTMLDivElement>(null);
  const [axisRef, width] = useWidth();
  const frame = useFrame(SHOWN_MS);
  const today = useNow(QUARTER);
  const { watched } = known;
  const time = useMemo<LauncherTime>(
    () => ({ frame, width, zone, staleFrom, watched: wholeStretches(known) }),
    [frame, width, zone, staleFrom, known],
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
  const showAll = <Button onClick={() => change({ launcher: [] })}>All launchers</Button>;
  return (
    <>
      <section className="filterbar launchers-in-use" aria-label="Launchers in use">
        <InUse launchers={all} isWhole={isWhole} />
        <span className="grow" />
        <CopyViewLink />
      </section>
      {renderNotices(ignored, () => change({}, { replace: true }))}
      {view.launcher.length > 0 && launchers.length > 0 && (
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
          className={cx("list lanes launchers", staleFrom !== undefined && "is-stale")}
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
                <div ref={axisRef} className="h-full">
                  <TimeAxis frame={frame} marks={marks} flag={(now) => formatClock(now, zone)} />
                </div>
              </div>
            </>
          }
          backdrop={<TimeBackdrop frame={frame} marks={marks} />}
          placeholder={
            <LanePlaceholder isWhole={isWhole} failed={failed} columns={9}>
              {view.launcher.length > 0 ? (
                <EmptyState art="missing" title="Nothing was seen on this launcher" actions={showAll}>
                  A launcher is known by the sessions on it, and none was on it while this browser watched.
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
            <Counted count={isWhole ? launchersCount(all) : undefined} of="launcher" />
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

function launchersCount(launchers: readonly Launcher[]): number {
  const { persistent, temporary } = launchersInUse(launchers);
  return persistent + temporary;
}

interface InUseProps {
  readonly launchers: readonly Launcher[];
  readonly isWhole: boolean;
}

function InUse({ launchers, isWhole }: InUseProps) {
  const { persistent, temporary, cpus } = launchersInUse(launchers);
  const sum = Math.round((cpus.persistent + cpus.temporary) * 1000) / 1000;
  return (
    <>
      <b className="strong">Launchers</b>
      {isWhole && (
        <>
          <span className="t3">
            {formatNumber(persistent)} persistent · {formatNumber(temporary)} temporary
          </span>
          <span className="vr only-d" />
          <span className="in-use">
            <span className="t3">In use </span>
            {vcpu(sum)} vCPU
            {persistent > 0 && temporary > 0 && (
              <span className="t2">
                {" "}
                = {vcpu(cpus.persistent)} persistent + {vcpu(cpus.temporary)} temporary
              </span>
            )}
          </span>
        </>
      )}
    </>
  );
}
