import { Button } from "../../ui/button.tsx";
import { onDemand } from "../../ui/on-demand.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import { COLUMNS } from "./columns.ts";

const emptyState = onDemand(
  () => import("../../ui/empty-state.tsx"),
  (file) => file.EmptyState,
  { waiting: null },
);

interface PlaceholderProps {
  /** No answer has come yet. */
  readonly loading: boolean;
  /** And something is wrong. */
  readonly failed: boolean;
  /** There are sessions, but none that the view asks for. */
  readonly filtered: boolean;
  readonly intervalMs: number;
  readonly onClear: () => void;
}

/** What the list says when it has no rows: an empty list means that the API said so. */
export function Placeholder({ loading, failed, filtered, intervalMs, onClear }: PlaceholderProps) {
  if (loading) return failed ? null : <SkeletonRows />;
  if (filtered) {
    return (
      <div role="row">
        <div role="gridcell" aria-colspan={COLUMNS}>
          <emptyState.Show
            art="filter"
            title="No session matches these filters"
            actions={<Button onClick={onClear}>Clear filters</Button>}
          />
        </div>
      </div>
    );
  }
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={COLUMNS}>
        <emptyState.Show art="empty" title="No debug sessions are running">
          A session appears here within {intervalMs / 1_000} s of starting.
        </emptyState.Show>
      </div>
    </div>
  );
}
