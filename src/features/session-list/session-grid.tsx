import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useRef, useState, type ReactNode } from "react";
import type { KnownSession } from "../../domain/known.ts";
import { useRootShift } from "../../ui/live-frame.ts";
import { useGridKeys } from "./grid-keys.ts";
import { GridRow } from "./grid-row.tsx";
import { ListBackdrop, ListHead, type ListTime } from "./list-time.tsx";
import type { TimeMarks } from "../../ui/time-axis.tsx";
import type { ListItem } from "./list-items.ts";
import { useRowHeights } from "./row-heights.ts";

interface SessionGridProps {
  readonly items: readonly ListItem[];
  readonly time: ListTime;
  readonly marks: TimeMarks;
  /** Measures the strips. */
  readonly axisRef: (element: HTMLElement | null) => (() => void) | undefined;
  /** What stands in place of rows when there are none. */
  readonly placeholder: ReactNode;
  readonly renderPanel: (known: KnownSession) => ReactNode;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onOpenPage: (id: string) => void;
}

/**
 * The virtualised treegrid. Rows are memoised on what they show, and clicks and keys are taken here for all of them, so
 * that a poll renders the rows it changed and no others.
 */
export function SessionGrid(props: SessionGridProps) {
  const { items, time, marks, placeholder, renderPanel, onToggle, onOpenPage } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const heights = useRowHeights();
  const [active, setActive] = useState<string | undefined>();
  const activeIndex = items.findIndex(({ key }) => key === active);

  // The row with focus stays mounted wherever the list is scrolled to: focus is never lost to scrolling.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return activeIndex < 0 || shown.includes(activeIndex)
        ? shown
        : [...shown, activeIndex].toSorted((a, b) => a - b);
    },
    [activeIndex],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[items[index]?.kind ?? "session"],
    getItemKey: (index) => items[index]?.key ?? index,
    scrollMargin: heights.head,
    scrollPaddingStart: heights.head,
    overscan: 8,
    rangeExtractor,
  });
  const keys = useGridKeys({ items, scroller, virtualizer, setActive, onToggle, onOpenPage });
  useRootShift(scroller, time.frame);

  const firstRow = items.find(({ kind }) => kind === "session")?.key;
  const tabStop = activeIndex < 0 ? firstRow : active;
  return (
    <div
      ref={scroller}
      role="treegrid"
      aria-label="Debug sessions"
      aria-rowcount={items.length + 1}
      tabIndex={-1}
      className={time.staleFrom === undefined ? "list" : "list is-stale"}
      {...keys.handlers}
    >
      <ListHead time={time} marks={marks} axisRef={props.axisRef} />
      <div
        className="lbody tl-field"
        role="rowgroup"
        style={{ height: items.length === 0 ? undefined : virtualizer.getTotalSize() }}
      >
        <ListBackdrop marks={marks} />
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          return (
            item && (
              <GridRow
                key={row.key}
                item={item}
                index={row.index}
                top={row.start - heights.head}
                tabStop={item.key === tabStop}
                time={time}
                attach={keys.attach}
                renderPanel={item.kind === "panel" ? renderPanel : NO_PANEL}
              />
            )
          );
        })}
        {items.length === 0 && placeholder}
      </div>
    </div>
  );
}

/** Rows without a panel are not rendered for what panels show. */
const NO_PANEL = () => null;
