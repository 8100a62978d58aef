import type { ComponentProps } from "react";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import { HeadsAtWork } from "./heads-at-work.tsx";
import { isHead } from "./list-items.ts";

/** What goes with the rows and is no part of them. Fetched after them: they do without. */
export function BesideRows(props: ComponentProps<typeof HeadsAtWork> & { readonly virtual: VirtualRows }) {
  const { items, virtual } = props;
  return virtual.rows.some(({ index }) => isHead(items[index])) && <HeadsAtWork {...props} />;
}
