/** What can be done with the list besides reading it. One file to fetch: who wants one of it is likely to want another. */
import type { ComponentProps } from "react";
import type { Known } from "../domain/known.ts";
import type { ShownRow } from "../domain/shown-rows.ts";
import { ExportLines } from "../features/export/export-lines.tsx";
import { ViewsPanel } from "../features/saved-views/views-panel.tsx";
import { Selecting } from "../features/selection/selecting.tsx";
import { Menu } from "../ui/menu.tsx";

export { ViewName } from "../features/saved-views/view-name.tsx";

export interface ToolLinesProps {
  readonly of: "views" | "export";
  readonly rows: readonly ShownRow[];
  readonly known: Known;
  /** Begins to select by plain clicks. */
  readonly onPick: () => void;
  readonly onClose: () => void;
}

/** What the menus of the filter bar open that are about the list as a whole. */
export function ToolLines({ of, rows, known, onPick, onClose }: ToolLinesProps) {
  if (of === "views") return <ViewsPanel onClose={onClose} />;
  return <ExportLines rows={rows} latestAt={known.latest?.sentAt} onPick={onPick} onClose={onClose} />;
}

interface SelectingRowsProps extends Omit<ComponentProps<typeof Selecting>, "known" | "renderExport"> {
  readonly known: Known;
}

/** Selecting rows, and a bar with what there is to do with them. */
export function SelectingRows({ known, ...rest }: SelectingRowsProps) {
  return (
    <Selecting
      {...rest}
      known={known.sessions}
      renderExport={(chosen) => (
        <Menu
          button="Export"
          align="end"
          renderList={(close) => (
            <ExportLines rows={chosen()} latestAt={known.latest?.sentAt} onClose={close} />
          )}
        />
      )}
    />
  );
}
