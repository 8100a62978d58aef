import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import type { EmptyArtName } from "./empty-art.tsx";
import { onDemand } from "./on-demand.tsx";

/** Words say it all: a drawing that cannot be had is left out. */
const art = onDemand(
  () => import("./empty-art.tsx"),
  (file) => file.EmptyArt,
  {
    waiting: null,
    quiet: true,
  },
);

interface EmptyStateProps {
  readonly art: EmptyArtName;
  readonly title: ReactNode;
  /** It is the whole view, so its title is the view's: a heading of the first level. */
  readonly isView?: boolean | undefined;
  readonly actions?: ReactNode;
  /** It waits for a person: announced at once, as an alert. */
  readonly urgent?: boolean | undefined;
  readonly children?: ReactNode;
}

/** Stands in the middle of a region that has nothing to list: what is the case, and what to do. */
export function EmptyState({
  art: name,
  title,
  actions,
  isView = false,
  urgent = false,
  children,
}: EmptyStateProps) {
  const Title = isView ? "h1" : "h2";
  return (
    <div className="empty">
      <div className="box" role={urgent ? "alert" : undefined}>
        <div className="art">
          <art.Show name={name} />
        </div>
        <Title>{title}</Title>
        {children && <div className="text">{children}</div>}
        {actions && <div className="acts">{actions}</div>}
      </div>
    </div>
  );
}

interface NoSessionsProps {
  /** There are sessions, but none that the view asks for. */
  readonly isFiltered: boolean;
  readonly intervalMs: number;
  readonly onClear: () => void;
}

/** What is said where an answer has no sessions to show. */
export function NoSessions({ isFiltered, intervalMs, onClear }: NoSessionsProps) {
  return isFiltered ? (
    <EmptyState
      art="filter"
      title="No session matches these filters"
      actions={<Button onClick={onClear}>Clear filters</Button>}
    />
  ) : (
    <EmptyState art="empty" title="No debug sessions are running">
      A session appears here within {intervalMs / 1_000} s of starting.
    </EmptyState>
  );
}
