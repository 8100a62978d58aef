import { useId, type ReactNode } from "react";
import { asksForNothing, NO_FILTER } from "../../domain/filter.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { Group } from "../../domain/group.ts";
import type { Zone } from "../../domain/zone.ts";
import { Button } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { FacetMenus } from "./facet-menus.tsx";
import { IdFilter } from "./id-filter.tsx";
import { RangeMenu, SortMenu } from "./order-menus.tsx";
import { TextFilter } from "./text-filter.tsx";

interface FilterBarProps {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
  readonly missing: ReadonlySet<string>;
  readonly sessions: readonly KnownSession[];
  readonly zone: Zone;
  /** Menus of what can be done with the list. */
  readonly tools?: ReactNode;
  /** Stands at the end of the sheet on a narrow screen, which has no status bar. */
  readonly about?: ReactNode;
}

const GROUP_OPTIONS: readonly { readonly value: Group; readonly label: string }[] = [
  { value: "none", label: "None" },
  { value: "launcher", label: "Launcher" },
  { value: "model", label: "Model" },
];

/** All that chooses what the list shows and how. Every choice is in the URL. */
export function FilterBar({ view, change, missing, sessions, zone, tools, about }: FilterBarProps) {
  // On a narrow screen all but the ids stands in a sheet: a popover there, and a plain part of the bar elsewhere.
  const moreId = useId();
  return (
    <search className="filterbar" aria-label="Filters">
      <IdFilter
        ids={view.ids}
        missing={missing}
        knownIds={() => sessions.map(({ session }) => session.id)}
        onChange={(ids) => change({ ids })}
      />
      <div id={moreId} popover="auto" className="more-filters">
        <TextFilter text={view.q} onChange={(q, first) => change({ q }, { replace: !first })} />
        <FacetMenus view={view} change={change} sessions={sessions} />
        {!asksForNothing(view) && (
          <Button variant="ghost" aria-label="Clear all filters" onClick={() => change(NO_FILTER)}>
            Clear all
          </Button>
        )}
        <span className="grow" />
        <span className="choice">
          <span className="lbl">Group</span>
          <Segmented
            label="Group"
            options={GROUP_OPTIONS}
            value={view.group}
            onChange={(group) => change({ group })}
          />
        </span>
        <SortMenu view={view} change={change} />
        <RangeMenu view={view} change={change} zone={zone} />
        {tools}
        {about && <p className="only-m lbl">{about}</p>}
      </div>
      <span className="only-m">
        <Button
          icon="filter"
          aria-label="More filters"
          popoverTarget={moreId}
          variant={asksForNothing({ ...view, ids: [] }) ? "default" : "on"}
        />
      </span>
      <CopyTextButton
        label="Copy link"
        accessibleLabel="Copy link to this view"
        icon="link"
        text={() => location.href}
        done="Link copied"
        note="opens this exact view"
      />
    </search>
  );
}
