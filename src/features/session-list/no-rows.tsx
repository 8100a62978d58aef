import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { COLUMNS } from "./columns.ts";

interface NoRowsProps {
  /** There are sessions, but none that the view asks for. */
  readonly filtered: boolean;
  readonly intervalMs: number;
  readonly onClear: () => void;
}

/** What the list says when an answer gave it no rows. */
export function NoRows({ filtered, intervalMs, onClear }: NoRowsProps) {
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={COLUMNS}>
        {filtered ? (
          <EmptyState
            art="filter"
            title="No session matches these filters"
            actions={<Button onClick={onClear}>Clear filters</Button>}
          />
        ) : (
          <EmptyState art="empty" title="No debug sessions are running">
            A session appears here within {intervalMs / 1_000} s of starting.
          </EmptyState>
        )}
      </div>
    </div>
  );
}
