import type { ComponentProps } from "react";
import { MissingBanner } from "../features/session-list/missing-banner.tsx";
import { SessionFilters } from "../features/session-list/session-filters.tsx";
import { TimelinePage } from "../features/timeline/timeline-page.tsx";

/** All sessions in lanes, with the list's filters over them. */
export function TimelineView(
  props: Omit<ComponentProps<typeof TimelinePage>, "renderFilters" | "renderMissing">,
) {
  return (
    <TimelinePage
      {...props}
      renderFilters={(view, change, sessions) => (
        <SessionFilters view={view} change={change} sessions={sessions} />
      )}
      renderMissing={(missing, view, change) => (
        <MissingBanner requested={view.ids} missing={missing} onRemove={(ids) => change({ ids })} />
      )}
    />
  );
}
