import type { ComponentProps } from "react";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import { ChangeHints } from "./change-hints.tsx";
import { HeadsAtWork } from "./heads-at-work.tsx";
import { isHead } from "./list-items.ts";

/** What goes with the rows and is no part of them. Fetched after them: they do without. */
export function BesideRows(props: ComponentProps<typeof HeadsAtWork> & { readonly virtual: VirtualRows }) {
  const { scroller, items, virtual } = props;
  return (
    <>
      <ChangeHints scroller={scroller} items={items} rows={virtual.rows} />
      {virtual.rows.some(({ index }) => isHead(items[index])) && <HeadsAtWork {...props} />}
    </>
  );
}
