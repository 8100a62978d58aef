/**
 * A grid of rows under heads, as many as there are: drawn where they are in view, reached by arrow keys, with the head of what
 * is in view at its top. What stands in a row and how high it is, the caller says before any is drawn.
 */
import {
  memo,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { cx } from "./cx.ts";
import { keyOf } from "./key-of.ts";
import { pinAt } from "./pin-at.ts";
import { useRowOrder } from "./row-order.ts";
import { SteadyView } from "./steady-view.tsx";
import { useFocusRow } from "./use-focus-row.ts";
import { useVirtualRows, type VirtualRows } from "./use-virtual-rows.ts";
import { useVeil } from "./veil.ts";

export interface LaneRow {
  readonly key: string;
  readonly kind: string;
  /** Px. */
  readonly height: number;
}

interface LaneGridProps<Row extends LaneRow> {
  readonly label: string;
  readonly className: string;
  readonly rows: readonly Row[];
  readonly columns: number;
  /** Cells of the first row, which stays in view. */
  readonly head: ReactNode;
  /** Px. */
  readonly headHeight: number;
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  /** Of a head whether its rows are folded away; undefined for a row that is none. */
  readonly foldedOf: (row: Row) => boolean | undefined;
  readonly onFold: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  /** Into what lies along a row that is no head, by an arrow key. */
  readonly onInto?: (row: Row, places: VirtualRows["places"]) => void;
  /** The cells of a row. The same function until what it draws changes. */
  readonly renderRow: (row: Row) => ReactNode;
  readonly classOf?: (row: Row) => string | undefined;
  /** Behind all rows, as high as they are. */
  readonly backdrop?: ReactNode;
  /** Behind the rows in view. */
  readonly renderView?: (virtual: VirtualRows, headOf: (index: number) => number) => ReactNode;
  /** In place of rows. */
  readonly placeholder: ReactNode;
}

const PAGE = 10;

/** How far a key goes, from the row that has the focus; -1 for none. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  j: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  k: (at) => at - 1,
  PageDown: (at, last) => Math.min(last, at + PAGE),
  PageUp: (at) => Math.max(0, at - PAGE),
  Home: () => 0,
  End: (_, last) => last,
};

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;

export function LaneGrid<Row extends LaneRow>(props: LaneGridProps<Row>) {
  const { rows, scrollerRef, headHeight, foldedOf, onFold, onOpen, renderRow } = props;
  const heads = useMemo(() => headsOf(rows, foldedOf), [rows, foldedOf]);
  const headOf = useCallback((index: number) => heads[index] ?? -1, [heads]);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const estimate = useCallback((index: number) => rows[index]?.height ?? 0, [rows]);
  const [active, setActive] = useState<string>();
  const activeIndex = useMemo(() => (active === undefined ? -1 : keys.indexOf(active)), [keys, active]);
  const virtual = useVirtualRows({
    all: rows,
    isAlike: (index) => headOf(index) !== index,
    estimate,
    scrollerRef,
    headHeight,
    headOf,
    kept: [activeIndex],
  });
  const { elements, rows: drawn, places, height, layerRef, top } = virtual;
  useHeadAtTop(scrollerRef, virtual, headOf);
  useRowOrder(layerRef, scrollerRef);
  useVeil(scrollerRef);

  const focusRow = useFocusRow({ scrollerRef, virtual, keyAt: (index) => keys[index], setActive });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const element = rowOf(event.target);
    const index = element ? Number(element.dataset["index"]) : -1;
    const row = rows[index];
    // Keys pressed on something inside a row are that thing's own.
    if (event.target !== element && event.target !== scrollerRef.current) return;
    const step = event.shiftKey ? undefined : STEPS[keyOf(event)];
    if (step) focusRow(step(index, rows.length - 1));
    else if (!row || !act(row, index, event)) return;
    event.preventDefault();
  };
  const act = (row: Row, index: number, event: KeyboardEvent): boolean => {
    const { repeat, shiftKey } = event;
    if (shiftKey) return false;
    const folded = foldedOf(row);
    switch (keyOf(event)) {
      case "Enter":
      case "o":
        if (!repeat) (folded === undefined ? onOpen : onFold)(row);
        return true;
      case "ArrowLeft":
        if (folded === undefined) focusRow(headOf(index));
        else if (!folded && !repeat) onFold(row);
        return true;
      case "ArrowRight":
        if (folded === undefined) props.onInto?.(row, places);
        else if (folded && !repeat) onFold(row);
        return true;
      // It never scrolls.
      case " ":
        return true;
      case "Escape":
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        return true;
      default:
        return false;
    }
  };

  const tabStop =
    drawn.find(({ index }) => index === activeIndex) ??
    drawn.find(({ start }) => start >= top) ??
    drawn.at(-1);
  const isEmpty = rows.length === 0;
  return (
    <div
      ref={scrollerRef}
      role="treegrid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={props.columns}
      tabIndex={-1}
      className={props.className}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const key = rowOf(target)?.dataset["key"];
        if (key !== undefined) setActive(key);
      }}
      onClick={({ target, detail }) => {
        const row = rows[Number(rowOf(target)?.dataset["index"] ?? -1)];
        const isOwn = target instanceof Element && target.closest("a, button") !== null;
        if (row && !isOwn && detail < 2 && foldedOf(row) !== undefined) onFold(row);
      }}
    >
      <div className="lane-head" role="row" aria-rowindex={1}>
        {props.head}
      </div>
      <SteadyView of="treegrid" />
      <div className={isEmpty ? "lbody tl-field" : "lbody"} style={{ height: places.start(rows.length) }}>
        {isEmpty && props.backdrop}
        <div className="lview tl-field" style={{ height }} hidden={isEmpty}>
          {!isEmpty && props.backdrop}
          {props.renderView?.(virtual, headOf)}
          <div ref={layerRef} className="rows" role="rowgroup">
            {elements.map(({ index, slot, start, key }) => {
              const row = rows[index];
              return (
                row && (
                  <Lane
                    key={slot}
                    row={row}
                    name={key}
                    index={index}
                    level={headOf(index) < 0 || headOf(index) === index ? 1 : 2}
                    folded={foldedOf(row)}
                    top={start}
                    isStop={index === tabStop?.index}
                    className={props.classOf?.(row)}
                    renderRow={renderRow}
                  />
                )
              );
            })}
          </div>
        </div>
        {isEmpty && props.placeholder}
      </div>
    </div>
  );
}

interface LaneProps<Row extends LaneRow> {
  readonly row: Row;
  readonly name: string;
  readonly index: number;
  readonly level: number;
  readonly folded: boolean | undefined;
  readonly top: number;
  readonly isStop: boolean;
  readonly className: string | undefined;
  readonly renderRow: (row: Row) => ReactNode;
}

// The type of what `memo` makes has no parameter.
const Lane = memo(function Lane<Row extends LaneRow>(props: LaneProps<Row>) {
  const { row, index, level, folded, top, isStop, className, renderRow } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-expanded={folded === undefined ? undefined : !folded}
      tabIndex={isStop ? 0 : -1}
      className={cx(folded === undefined ? "lane" : "lane ghl", className)}
      style={{ transform: `translateY(${top}px)`, height: row.height }}
      data-index={index}
      data-key={props.name}
    >
      {renderRow(row)}
    </div>
  );
}) as <Row extends LaneRow>(props: LaneProps<Row>) => ReactNode;

function headsOf<Row>(rows: readonly Row[], foldedOf: (row: Row) => boolean | undefined): Int32Array {
  const heads = new Int32Array(rows.length);
  let head = -1;
  for (const [index, row] of rows.entries()) {
    if (foldedOf(row) !== undefined) head = index;
    heads[index] = head;
  }
  return heads;
}

/** The head of what is in view stands at its top, until the next pushes it away. Scrolling is the browser's, hence effects. */
function useHeadAtTop(
  scrollerRef: RefObject<HTMLElement | null>,
  { places }: VirtualRows,
  headOf: (index: number) => number,
): void {
  const pinned = useRef<HTMLElement>(undefined);
  /** As the list last told: to ask for it after a render would have all of that laid out at once. Px. */
  const top = useRef(0);
  const release = () => {
    if (!pinned.current) return;
    pinned.current.style.translate = "";
    delete pinned.current.dataset["pinned"];
    pinned.current = undefined;
  };
  const follow = () => {
    const list = scrollerRef.current;
    const place = pinAt(places, headOf, top.current);
    const row = place && list?.querySelector<HTMLElement>(`[data-index="${place.head}"]`);
    if (row !== pinned.current) release();
    if (!row || !place) return;
    row.style.translate = `0 ${place.by}px`;
    row.dataset["pinned"] = "";
    pinned.current = row;
  };
  const latest = useRef(follow);
  // After each render: rows come and go, and so does the head.
  useLayoutEffect(() => {
    latest.current = follow;
    follow();
    return release;
  });
  useLayoutEffect(() => {
    const list = scrollerRef.current;
    if (!list) return undefined;
    const scrolled = () => {
      top.current = list.scrollTop;
      latest.current();
    };
    scrolled();
    list.addEventListener("scroll", scrolled, { passive: true });
    return () => list.removeEventListener("scroll", scrolled);
  }, [scrollerRef]);
}
