import type { ComponentProps } from "react";
import { NoSessions } from "../../ui/empty-state.tsx";
import { COLUMNS } from "./columns.ts";

/** What the list says when an answer gave it no rows. */
export function NoRows(props: ComponentProps<typeof NoSessions>) {
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={COLUMNS}>
        <NoSessions {...props} />
      </div>
    </div>
  );
}
