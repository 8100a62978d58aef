import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from "react";
import { NO_FILTER } from "../../domain/filter.ts";
import { formatNumber } from "../../domain/format-number.ts";
import type { KnownSession } from "../../domain/known.ts";
import {
  anchoredAt,
  extendSelected,
  NO_SELECTION,
  selectAll,
  toggleSelected,
  type Selection,
} from "../../domain/selection.ts";
import { inOrder, rowsOf, shownIds, shownSessions, type ShownRow } from "../../domain/shown-rows.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { SelectionActions } from "./selection-actions.tsx";
import { useGestures } from "./use-gestures.ts";

interface SelectingProps {
  /** The list's rows, in order. */
  readonly rows: readonly ShownRow[];
  /** All that is known, of sessions that the filters do not show too. */
  readonly known: ReadonlyMap<string, KnownSession>;
  /** Undefined until selecting is there. */
  readonly selection: Selection | undefined;
  readonly onSelection: Dispatch<SetStateAction<Selection | undefined>>;
  /** A plain click or tap selects. */
  readonly picking: boolean;
  readonly onPicking: (picking: boolean) => void;
  readonly change: ChangeView<ListView>;
  /** @param rows asked for when the menu opens */
  readonly renderExport: (rows: () => readonly ShownRow[]) => ReactNode;
}

/** Selecting rows of the list that it stands beside, and a bar with what there is to do with them. */
export function Selecting(props: SelectingProps) {
  const { rows, known, selection = NO_SELECTION, onSelection, picking, onPicking, change } = props;
  const { ids } = selection;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const main = place?.parentElement ?? null;
  const isOn = picking || ids.size > 0;

  // Where the rows' boxes show, said to the style sheet by an attribute: what it finds out with `:has`, each change of a row asks anew.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    main?.setAttribute("data-selecting", "");
    return () => main?.removeAttribute("data-selecting");
  }, [main, isOn]);
  // From now on the list's rows are announced as selectable.
  useEffect(() => onSelection((before) => before ?? NO_SELECTION), [onSelection]);

  const select = (to: (before: Selection) => Selection) => onSelection((before = NO_SELECTION) => to(before));
  const clear = () => {
    // The bar may take the focus with it.
    if (place?.contains(document.activeElement))
      main?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
    onPicking(false);
    select(() => NO_SELECTION);
  };
  useGestures(main, {
    isOn,
    isPicking: picking,
    onToggle: (id) => select((before) => toggleSelected(before, id)),
    onExtend: (id) => select((before) => extendSelected(before, shownIds(rows), id)),
    onLead: (id) => select((before) => (before.lead === id ? before : anchoredAt(before, id))),
    onAll: () => select((before) => selectAll(before, shownIds(rows))),
    onClear: clear,
    onLongPress: (id) => {
      onPicking(true);
      select((before) => toggleSelected(before, id));
    },
  });

  const hidden = useMemo(() => {
    if (ids.size === 0) return 0;
    return ids.size - shownSessions(rows).filter(({ session }) => ids.has(session.id)).length;
  }, [ids, rows]);
  const openOnly = () => {
    change({ ...NO_FILTER, ids: inOrder(ids, rows) });
    clear();
  };
  return (
    <div ref={setPlace} className={isOn ? "selection-bar" : undefined}>
      <p role="status" aria-label="Selection">
        {isOn && <Count all={ids.size} hidden={hidden} />}
      </p>
      {isOn && (
        <SelectionActions
          count={ids.size}
          idsText={() => inOrder(ids, rows).join("\n")}
          onOpenOnly={openOnly}
          onClear={clear}
        >
          {props.renderExport(() => rowsOf(inOrder(ids, rows), known))}
        </SelectionActions>
      )}
    </div>
  );
}

function Count({ all, hidden }: { readonly all: number; readonly hidden: number }) {
  if (all === 0) return "Choose sessions to select them";
  return (
    <>
      <b>{formatNumber(all)}</b> selected
      {hidden > 0 && `, ${formatNumber(hidden)} not shown`}
    </>
  );
}
