import { type ComponentProps, type Dispatch, type SetStateAction, useEffect } from "react";
import { createCalm } from "./calm-items.ts";
import { type HoldInput, useHold } from "./use-hold.ts";
import { type GridKeysInput, useGridKeys } from "./grid-keys.ts";
import type { Calm } from "./use-calm.ts";
import { ChangeHints } from "./change-hints.tsx";
import { HeadsAtWork } from "./heads-at-work.tsx";
import { type ScrollAnchorInput, useScrollAnchor } from "./scroll-anchor.ts";
import { usePassingRows } from "./passing-rows.ts";
import { useRowCopy } from "./row-copy.ts";
import { useRowOrder } from "../../ui/row-order.ts";
import { useVeil } from "../../ui/veil.ts";
import { type KeptScrollInput, useKeptScroll } from "./use-kept-scroll.ts";
import { isHead } from "./list-items.ts";

export { Waiting } from "./waiting.tsx";

interface CalmMade {
  readonly setCalm: Dispatch<SetStateAction<Calm | undefined>>;
}

/** What goes with the rows and is no part of them. Fetched after them: they do without. */
export function BesideRows(
  props: ComponentProps<typeof HeadsAtWork> &
    GridKeysInput &
    HoldInput &
    CalmMade &
    ScrollAnchorInput &
    KeptScrollInput,
) {
  const { scroller, items, view, virtual } = props;
  useHold(props);
  const { setCalm } = props;
  // An effect, because it has come after the list.
  useEffect(() => setCalm(createCalm), [setCalm]);
  useGridKeys(props);
  useScrollAnchor(props);
  useKeptScroll(props);
  useVeil(scroller);
  useRowCopy(scroller);
  usePassingRows(props);
  useRowOrder(virtual.layerRef, scroller, view);
  return (
    <>
      <ChangeHints scroller={scroller} items={items} rows={virtual.rows} />
      {virtual.rows.some(({ index }) => isHead(items[index])) && <HeadsAtWork {...props} />}
    </>
  );
}
