import { type ComponentProps, memo, type ReactNode, type SetStateAction } from "react";
import type { Polling } from "../api/polling.ts";
import type { Selection } from "../domain/selection.ts";
import { SessionListPage } from "../features/session-list/session-list-page.tsx";
import type { Look } from "../domain/since-look.ts";
import { ListMenus } from "./list-menus.tsx";
import { ListSigns, SelectingRows, SinceLine, WatchFacts } from "./parts.tsx";

interface ListViewProps extends Pick<
  ComponentProps<typeof SessionListPage>,
  | "known"
  | "view"
  | "change"
  | "staleFrom"
  | "partial"
  | "zone"
  | "intervalMs"
  | "failed"
  | "renderPanel"
  | "onOpenPage"
  | "renderStatus"
> {
  /** Parts of the URL that do not count, as `name=value`. */
  readonly ignored: readonly string[];
  /** Without what changes with each answer although nothing happened. */
  readonly polling: Polling;
  readonly away: Look["away"];
  readonly onDismissAway: (() => void) | undefined;
  readonly isTouched: boolean;
  readonly selection: Selection | undefined;
  readonly onSelection: (change: SetStateAction<Selection | undefined>) => void;
  readonly picking: boolean;
  readonly onPicking: (on: boolean) => void;
  readonly renderNotices: (ignored: readonly string[], dismiss: () => void) => ReactNode;
}

/** The view of the list, with what stands round it. It renders when something that it shows changes: a poll is more than an answer. */
export const ListView = memo(function ListView({
  ignored,
  polling,
  away,
  onDismissAway,
  isTouched,
  selection,
  onSelection,
  picking,
  onPicking,
  renderNotices,
  ...page
}: ListViewProps) {
  const { known, view, change, staleFrom } = page;
  return (
    <SessionListPage
      {...page}
      notices={
        <>
          {renderNotices(ignored, () => change({}, { replace: true }))}
          {away && onDismissAway && (
            <SinceLine known={known} away={away} view={view} onDismiss={onDismissAway} />
          )}
        </>
      }
      selected={selection?.ids}
      about={isTouched && <WatchFacts known={known} zone={page.zone} />}
      renderTools={(rows) => (
        <ListMenus isTouched={isTouched} rows={rows} known={known} onPick={() => onPicking(true)} />
      )}
      renderSelection={(rows) =>
        isTouched && (
          <SelectingRows
            rows={rows}
            known={known}
            selection={selection}
            onSelection={onSelection}
            picking={picking}
            onPicking={onPicking}
            change={change}
          />
        )
      }
      renderSign={(sign) => (
        <ListSigns sign={sign} known={known} view={view} polling={polling} staleFrom={staleFrom} />
      )}
    />
  );
});
