import type { ComponentProps } from "react";
import { type GridKeysInput, useGridKeys } from "./grid-keys.ts";
import { ChangeHints } from "./change-hints.tsx";
import { HeadsAtWork } from "./heads-at-work.tsx";
import { type ScrollAnchorInput, useScrollAnchor } from "./scroll-anchor.ts";
import { isHead } from "./list-items.ts";

/** What goes with the rows and is no part of them. Fetched after them: they do without. */
export function BesideRows(props: ComponentProps<typeof HeadsAtWork> & GridKeysInput & ScrollAnchorInput) {
  const { scroller, items, virtual } = props;
  useGridKeys(props);
  useScrollAnchor(props);
  return (
    <>
      <ChangeHints scroller={scroller} items={items} rows={virtual.rows} />
      {virtual.rows.some(({ index }) => isHead(items[index])) && <HeadsAtWork {...props} />}
    </>
  );
}
