import { epochNow } from "../../api/clock.ts";
import { EXPORT_KINDS, EXPORTS, exportFile } from "../../domain/export.ts";
import { formatCount } from "../../domain/format-number.ts";
import { shownSessions, type ShownRow } from "../../domain/shown-rows.ts";
import type { MenuItem } from "../../ui/menu-item.ts";
import { MenuList } from "../../ui/menu-list.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { showToast } from "../../ui/toast.tsx";

interface ExportLinesProps {
  /** Those whose sessions are exported, in this order. */
  readonly rows: readonly ShownRow[];
  /** Sending of the newest answer, epoch ms. */
  readonly latestAt: number | undefined;
  /** Begins to select, where the menu offers that: then it is the list's, else that of a selection. */
  readonly onPick?: (() => void) | undefined;
  readonly onClose: () => void;
}

const PICK = "pick";

/** What an Export menu opens: a file of each kind there is. */
export function ExportLines({ rows, latestAt, onPick, onClose }: ExportLinesProps) {
  const sessions = shownSessions(rows);
  const { length } = sessions;
  const heading = formatCount(length, "session");
  const items: readonly MenuItem[] = [
    { kind: "heading", id: "count", label: onPick ? `${heading} shown` : `${heading} selected` },
    ...EXPORT_KINDS.map((kind): MenuItem => {
      const { label } = EXPORTS[kind];
      return { kind: "action", id: kind, label, text: label, disabled: length === 0 };
    }),
    ...(onPick ? PICK_LINES : []),
  ];
  const select = (id: string) => {
    if (id === PICK) {
      // On a narrow screen the menu stands in a sheet, which covers what is to be selected.
      document.activeElement?.closest<HTMLElement>("[popover]:popover-open")?.hidePopover();
      onPick?.();
    }
    const kind = EXPORT_KINDS.find((one) => one === id);
    if (kind === undefined) return;
    const file = exportFile(kind, sessions, { exportedAt: epochNow(), latestAt });
    saveFile(file);
    showToast("Exported", file.name);
  };
  return <MenuList label="Export" items={items} onSelect={select} onClose={onClose} />;
}

const PICK_LINES: readonly MenuItem[] = [
  { kind: "separator", id: "rule" },
  { kind: "action", id: PICK, label: "Select sessions…", text: "Select sessions", icon: "check" },
];
