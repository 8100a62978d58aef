import type { ComponentProps } from "react";
import { onDemand } from "../../ui/on-demand.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import type { NoRows } from "./no-rows.tsx";

const noRows = onDemand(
  () => import("./no-rows.tsx"),
  (file) => file.NoRows,
  { waiting: null },
);

interface PlaceholderProps extends ComponentProps<typeof NoRows> {
  /** No answer has come yet. */
  readonly loading: boolean;
  /** And something is wrong. */
  readonly failed: boolean;
}

/** What the list says when it has no rows: an empty list means that the API said so. */
export function Placeholder({ loading, failed, ...rest }: PlaceholderProps) {
  if (loading) return failed ? null : <SkeletonRows />;
  return <noRows.Show {...rest} />;
}
