import { useCallback, useMemo, useRef, useState, type ReactNode, type SyntheticEvent } from "react";
import { usePreferences } from "../../choices/use-preferences.ts";
import { shortIds } from "../../domain/format-id.ts";
import type { KnownSession } from "../../domain/known.ts";
import { toWellFormed } from "../../domain/well-formed.ts";
import { cx } from "../../ui/cx.ts";
import type { ListView } from "../../url/list-params.ts";
import { TimeBackdrop, type TimeMarks } from "../../ui/time-axis.tsx";
import { COLUMNS } from "./columns.ts";
import type { OnFold } from "./heads-at-work.tsx";
import type { OnToggle } from "./grid-keys.ts";
import { GridRow } from "./grid-row.tsx";
import { idOf, isFocusable, type ListItem } from "./list-items.ts";
import { ListHead, type ListTime } from "./list-time.tsx";
import { rowHeads } from "./row-heads.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { nothing, useVirtualRows } from "../../ui/use-virtual-rows.ts";
import { useRowHeights } from "./row-heights.ts";
import { useCalm } from "./use-calm.ts";
import { useRestoredScroll } from "./restored-scroll.ts";
import { NOTHING_ASKED } from "./asked.ts";
import type { Hold } from "./calm-items.ts";

const beside = () => import("./beside-rows.tsx");
const besideRows = onDemand(beside, (file) => file.BesideRows);
/** Nothing waits before what holds the rows is here. */
const waiting = onDemand(beside, (file) => file.Waiting);

/** Fetches what goes with the rows, for tests that look at a list as it is once that has come. */
export function prepareBesideRows(): void {
  besideRows.prepare();
  waiting.prepare();
}

interface SessionGridProps {
  /** As the newest answer has them. */
  readonly items: readonly ListItem[];
  /** All that is known, by id. */
  readonly sessions: ReadonlyMap<string, KnownSession>;
  /** What the reader asked to see: the same object while only answers change the items. */
  readonly view: ListView;
  /** Ids of the rows that the reader has open by now, in the form of links: their details may be still to come. */
  readonly opened: ReadonlySet<string>;
  readonly time: ListTime;
  readonly marks: TimeMarks;
  /** Measures the strips. */
  readonly axisRef: (element: HTMLElement | null) => (() => void) | undefined;
  /** What stands over the axis, to be moved by. */
  readonly axisTools?: ReactNode;
  /** What stands in place of rows when there are none. */
  readonly placeholder: ReactNode;
  readonly renderPanel: (known: KnownSession) => ReactNode;
  readonly onToggle: OnToggle;
  readonly onFold: OnFold;
  readonly onOpenPage: (id: string) => void;
  /** Ids of the sessions that are selected; undefined while none can be. */
  readonly selected?: ReadonlySet<string> | undefined;
}

/**
 * The virtualised treegrid. Rows are memoised on what they show, and clicks and keys are taken here for all of them, so
 * that a poll renders the rows it changed and no others.
 */
export function SessionGrid(props: SessionGridProps) {
  const {
    view,
    opened,
    sessions,
    time,
    marks,
    placeholder,
    renderPanel,
    onToggle,
    onFold,
    onOpenPage,
    selected,
  } = props;
  const wanted = props.items;
  const scroller = useRef<HTMLDivElement>(null);
  const [hold, setHold] = useState<Hold>("nothing");
  const [letGo, setLetGo] = useState<readonly ListItem[]>();
  const { items, arrivals, moves, setCalm } = useCalm({
    wanted,
    view,
    sessions,
    hold: letGo === wanted ? "nothing" : hold,
  });
  /** What the reader asked of rows that the link does not say yet. */
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const isOpened = (id: string) => asked.get(id) ?? opened.has(id);
  const { heads, hidden } = useMemo(() => rowHeads(items), [items]);
  const headOf = useCallback((index: number) => heads[index] ?? -1, [heads]);
  const { density } = usePreferences();
  const heights = useRowHeights();
  /** What was pressed and clicked before what hears it has come: none is lost. */
  const early = useRef<Event[] | undefined>([]);
  const keep = ({ nativeEvent }: SyntheticEvent) => early.current?.push(nativeEvent);
  const takeEarly = useCallback(() => {
    const taken = early.current ?? [];
    early.current = undefined;
    return taken;
  }, []);
  const [active, setActive] = useState<string | undefined>();
  const activeIndex = useMemo(
    () => (active === undefined ? -1 : items.findIndex(({ key }) => key === active)),
    [items, active],
  );
  // Tab comes back to the row where the reader was; from inside a panel, to the row that it belongs to.
  const stopIndex = items[activeIndex]?.kind === "panel" ? activeIndex - 1 : activeIndex;

  const estimate = useCallback((index: number) => heights[items[index]?.kind ?? "session"], [heights, items]);
  // The row with focus stays mounted wherever the list is scrolled to: focus is never lost to scrolling.
  const virtual = useVirtualRows({
    all: items,
    isAlike: (index) => items[index]?.kind === "session",
    estimate,
    scrollerRef: scroller,
    headHeight: heights.head,
    headOf,
    kept: [stopIndex, activeIndex],
  });
  const { measure } = virtual;
  const attach = useCallback(
    // The heights of all others are the style sheet's.
    (element: HTMLElement | null) => (element?.dataset["panel"] === undefined ? nothing : measure(element)),
    [measure],
  );
  useRestoredScroll(scroller, items.length > 0);

  /** All that waits, and what a person then looks for: the newest are above, where the newest come first. */
  const showWaiting = () => {
    setLetGo(wanted);
    scroller.current?.focus({ preventScroll: true });
    if (arrivals > 0 && view.sort === "-started") scroller.current?.scrollTo({ top: 0, behavior: "instant" });
  };

  const { rows, elements, top, places, height, layerRef } = virtual;
  const isEmpty = items.length === 0;
  const [hadRows, setHadRows] = useState(false);
  if (!isEmpty && !hadRows) setHadRows(true);
  const backdrop = <TimeBackdrop frame={time.frame} marks={marks} />;
  const short = shortIds(rows.flatMap(({ index }) => idOf(items[index]) ?? []));
  const canStop = rows.filter(({ index }) => isFocusable(items[index]));
  const tabStop =
    canStop.find(({ index }) => index === stopIndex) ??
    canStop.find(({ start }) => start >= top) ??
    canStop.at(-1);
  return (
    <div
      ref={scroller}
      onKeyDown={keep}
      onClick={keep}
      role="treegrid"
      aria-label="Debug sessions"
      aria-rowcount={Math.max(items.length, wanted.length) + (hidden[items.length] ?? 0) + 1}
      aria-colcount={COLUMNS}
      aria-multiselectable={selected && true}
      tabIndex={-1}
      className={cx(
        "list",
        density,
        time.staleFrom !== undefined && "is-stale",
        time.frame.live && "is-live",
      )}
    >
      <ListHead
        time={time}
        marks={marks}
        axisRef={props.axisRef}
        axisTools={props.axisTools}
        waiting={
          arrivals + moves > 0 && <waiting.Show arrivals={arrivals} moves={moves} onShow={showWaiting} />
        }
      />
      <div className={isEmpty ? "lbody tl-field" : "lbody"} style={{ height: places.start(items.length) }}>
        {isEmpty && backdrop}
        <div className="lview tl-field" style={{ height }} hidden={isEmpty}>
          {!isEmpty && backdrop}
          <div ref={layerRef} className="rows" role="rowgroup">
            {elements.map((row) => {
              const item = items[row.index];
              return (
                item && (
                  <GridRow
                    key={row.slot}
                    item={item}
                    open={item.kind === "session" && isOpened(toWellFormed(item.known.session.id))}
                    index={row.index}
                    hidden={hidden[row.index] ?? 0}
                    level={headOf(row.index) < 0 || headOf(row.index) === row.index ? 1 : 2}
                    top={row.start}
                    tabStop={row === tabStop}
                    selected={item.kind === "session" ? selected?.has(item.known.session.id) : undefined}
                    shortId={short.get(idOf(item) ?? "")}
                    time={time}
                    attach={attach}
                    renderPanel={item.kind === "panel" ? renderPanel : nothing}
                  />
                )
              );
            })}
          </div>
        </div>
        {isEmpty && placeholder}
        {hadRows && (
          <besideRows.Show
            scroller={scroller}
            takeEarly={takeEarly}
            items={items}
            headOf={headOf}
            view={view}
            virtual={virtual}
            opened={opened}
            asked={asked}
            setAsked={setAsked}
            setActive={setActive}
            setHold={setHold}
            setCalm={setCalm}
            onToggle={onToggle}
            onOpenPage={onOpenPage}
            onFold={onFold}
          />
        )}
      </div>
    </div>
  );
}
