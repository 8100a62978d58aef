import { memo } from "react";
import { useSearch } from "wouter/use-browser-location";
import { viewWith } from "../../domain/saved-views.ts";
import { Plain } from "../../ui/hostile-text.tsx";
import { useViews, viewQuery } from "./views-store.ts";

/** What stands after the word on the button "Views": the name of the present view, where it has one. */
export const ViewName = memo(function ViewName() {
  const query = viewQuery(useSearch());
  const view = viewWith(useViews(), query);
  return (
    view && (
      <>
        <span className="sr-only">: </span>
        <Plain text={view.name} className="view-name" />
      </>
    )
  );
});
