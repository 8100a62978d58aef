import { asksForNothing, NO_FILTER, type SessionFilter } from "../../domain/filter.ts";
import type { KnownSession } from "../../domain/known.ts";
import { Button } from "../../ui/button.tsx";
import type { ChangeView } from "../../url/use-view.ts";
import { FacetMenus } from "./facet-menus.tsx";
import { TextFilter } from "./text-filter.tsx";

interface SessionFiltersProps {
  readonly view: SessionFilter;
  readonly change: ChangeView<SessionFilter>;
  readonly sessions: readonly KnownSession[];
}

/** What chooses among sessions, besides their ids, wherever sessions are shown. */
export function SessionFilters(props: SessionFiltersProps) {
  const { view, change } = props;
  return (
    <>
      <TextFilter text={view.q} onChange={(q, first) => change({ q }, { replace: !first })} />
      <FacetMenus {...props} />
      {!asksForNothing(view) && (
        <Button variant="ghost" aria-label="Clear all filters" onClick={() => change(NO_FILTER)}>
          Clear all
        </Button>
      )}
    </>
  );
}
