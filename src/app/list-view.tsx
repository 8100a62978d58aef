import { type ComponentProps, memo, type ReactNode, type SetStateAction } from "react";
import type { Polling } from "../api/polling.ts";
import type { Known } from "../domain/known.ts";
import type { Selection } from "../domain/selection.ts";
import { SessionListPage } from "../features/session-list/session-list-page.tsx";
import type { Look } from "../domain/since-look.ts";
import { ListMenus } from "./list-menus.tsx";
import { ListSigns, SelectingRows, SinceLine } from "./parts.tsx";

interface ListViewProps extends Pick<
  ComponentProps<typeof SessionListPage>,
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
  readonly known: Known;
  /** Of the link, with what it was taken for. */
  readonly ignored: readonly string[];
  /** Without what changes with each answer although nothing happened. */
  readonly polling: Polling;
  readonly away: Look["away"];
  readonly onDismissAway: () => void;
  readonly isTouched: boolean;
  readonly selection: Selection | undefined;
  readonly onSelection: (change: SetStateAction<Selection | undefined>) => void;
  readonly picking: boolean;
  readonly onPicking: (on: boolean) => void;
  readonly renderNotices: (ignored: readonly string[], dismiss: () => void) => ReactNode;
}

/** The view of the list, with what stands round it. It renders when something that it shows changes: a poll is more than an answer. */
export const ListView = memo(function ListView(props: ListViewProps) {
  const { known, view, change, ignored, polling, staleFrom, away, isTouched, selection, picking } = props;
  return (
    <SessionListPage
      known={known}
      view={view}
      change={change}
      staleFrom={staleFrom}
      partial={props.partial}
      zone={props.zone}
      intervalMs={props.intervalMs}
      notices={
        <>
          {props.renderNotices(ignored, () => change({}, { replace: true }))}
          {away && <SinceLine known={known} away={away} view={view} onDismiss={props.onDismissAway} />}
        </>
      }
      failed={props.failed}
      renderPanel={props.renderPanel}
      onOpenPage={props.onOpenPage}
      selected={selection?.ids}
      renderTools={(rows) => (
        <ListMenus isTouched={isTouched} rows={rows} known={known} onPick={() => props.onPicking(true)} />
      )}
      renderSelection={(rows) =>
        isTouched && (
          <SelectingRows
            rows={rows}
            known={known}
            selection={selection}
            onSelection={props.onSelection}
            picking={picking}
            onPicking={props.onPicking}
            change={change}
          />
        )
      }
      renderStatus={props.renderStatus}
      renderSign={(sign) => (
        <ListSigns sign={sign} known={known} view={view} polling={polling} staleFrom={staleFrom} />
      )}
    />
  );
});
