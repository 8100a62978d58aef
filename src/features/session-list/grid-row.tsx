import { memo, type ReactNode } from "react";
import type { KnownSession } from "../../domain/known.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { sameFields } from "../../ui/same-fields.ts";
import { COLUMNS } from "./columns.ts";
import { SessionCells } from "./session-cells.tsx";
import { isHead, type ListItem } from "./list-items.ts";
import { ROW_CLASS } from "./row-class.ts";
import type { ListTime } from "./list-time.tsx";
import { sessionRowProps } from "./session-row-props.ts";

/** What few lists show: group heads, and rows that are no sessions. A row without a cell would be none to a screen reader. */
export const otherCells = onDemand(
  () => import("./other-rows.tsx"),
  (file) => file.OtherCells,
  { waiting: <span role="gridcell" aria-colspan={COLUMNS} />, quiet: true },
);

interface GridRowProps {
  readonly item: ListItem;
  /** The reader has opened it. */
  readonly open: boolean;
  readonly index: number;
  /** How many rows above it are folded away. */
  readonly hidden: number;
  /** In the tree of groups and their sessions, from 1; a panel is one deeper than its session. */
  readonly level: number;
  /** Px from the top of the rows. */
  readonly top: number;
  /** The one row that Tab reaches. */
  readonly tabStop: boolean;
  /** Undefined where it cannot be selected. */
  readonly selected: boolean | undefined;
  /** The form of the row's id that tells it apart from those of the other rows; undefined where it shows none. */
  readonly shortId: string | undefined;
  readonly time: ListTime;
  readonly attach: (element: HTMLElement | null) => () => void;
  readonly renderPanel: (known: KnownSession) => ReactNode;
}

/**
 * One row of the grid at its place. It renders when what it shows, its place or the frame of time changes; an item made
 * anew that says the same is no change.
 */
export const GridRow = memo(Row, showsTheSame);

function Row(props: GridRowProps) {
  const { item, index, hidden, level, top, tabStop, selected, attach } = props;
  return (
    <div
      ref={attach}
      role="row"
      aria-rowindex={index + hidden + 2}
      aria-level={item.kind === "panel" ? level + 1 : level}
      aria-expanded={isHead(item) ? !item.folded : undefined}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      className={ROW_CLASS[item.kind]}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      data-key={item.key}
      data-panel={item.kind === "panel" ? "" : undefined}
      {...(item.kind === "session" ? sessionRowProps(item.known, props.open) : {})}
    >
      <Cells {...props} />
    </div>
  );
}

function showsTheSame({ item: before, ...past }: GridRowProps, { item, ...present }: GridRowProps): boolean {
  return sameFields(past, present) && sameFields(before, item);
}

function Cells({ item, shortId, time, renderPanel }: GridRowProps) {
  switch (item.kind) {
    case "session":
      return <SessionCells known={item.known} shortId={shortId} time={time} />;
    case "panel":
      return (
        <div role="gridcell" aria-colspan={COLUMNS}>
          {renderPanel(item.known)}
        </div>
      );
    case "group":
    case "section":
    case "missing":
    case "unreadable":
      return <otherCells.Show item={item} shortId={shortId} />;
  }
}
