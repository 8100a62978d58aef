import type { ReactNode } from "react";
import { EmptyArt, type EmptyArtName } from "./empty-art.tsx";

interface EmptyStateProps {
  readonly art: EmptyArtName;
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  /** It waits for a person: announced at once, as an alert. */
  readonly urgent?: boolean | undefined;
  readonly children?: ReactNode;
}

/** Stands in the middle of a region that has nothing to list: what is the case, and what to do. */
export function EmptyState({ art, title, actions, urgent = false, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <div className="box" role={urgent ? "alert" : undefined}>
        <EmptyArt name={art} />
        <h2>{title}</h2>
        {children && <div className="text">{children}</div>}
        {actions && <div className="acts">{actions}</div>}
      </div>
    </div>
  );
}
