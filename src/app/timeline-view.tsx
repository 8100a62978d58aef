import type { ComponentProps } from "react";
import { asksForNothing, NO_FILTER } from "../domain/filter.ts";
import { FacetMenus } from "../features/session-list/facet-menus.tsx";
import { TextFilter } from "../features/session-list/text-filter.tsx";
import { TimelinePage } from "../features/timeline/timeline-page.tsx";
import { Button } from "../ui/button.tsx";

/** All sessions in lanes, with the list's filters over them. */
export function TimelineView(props: Omit<ComponentProps<typeof TimelinePage>, "renderFilters">) {
  return (
    <TimelinePage
      {...props}
      renderFilters={(view, change, sessions) => (
        <>
          <TextFilter text={view.q} onChange={(q, first) => change({ q }, { replace: !first })} />
          <FacetMenus view={view} change={change} sessions={sessions} />
          {!asksForNothing(view) && (
            <Button variant="ghost" aria-label="Clear all filters" onClick={() => change(NO_FILTER)}>
              Clear all
            </Button>
          )}
        </>
      )}
    />
  );
}
