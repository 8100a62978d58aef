import type { ReactNode } from "react";
import { asksForNothing } from "../../domain/filter.ts";
import type { KnownSession } from "../../domain/known.ts";
import { GROUP_CHOICES } from "../../domain/group-choices.ts";
import type { Zone } from "../../domain/zone.ts";
import { Choice } from "../../ui/choice.tsx";
import { CopyViewLink } from "../../ui/copy-view-link.tsx";
import { MoreFilters } from "../../ui/more-filters.tsx";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { IdFilter } from "./id-filter.tsx";
import { RangeMenu, SortMenu } from "./order-menus.tsx";
import { SessionFilters } from "./session-filters.tsx";

interface FilterBarProps {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
  readonly missing: ReadonlySet<string>;
  readonly sessions: readonly KnownSession[];
  readonly zone: Zone;
  /** Menus of what can be done with the list. */
  readonly tools?: ReactNode;
  /** Stands at the end of the sheet on a narrow or a low screen, which has no status bar. */
  readonly about?: ReactNode;
}

/** All that chooses what the list shows and how. Every choice is in the URL. */
export function FilterBar({ view, change, missing, sessions, zone, tools, about }: FilterBarProps) {
  return (
    <search className="filterbar" aria-label="Filters">
      <IdFilter
        ids={view.ids}
        missing={missing}
        knownIds={() => sessions.map(({ session }) => session.id)}
        onChange={(ids) => change({ ids })}
      />
      <MoreFilters isOn={!asksForNothing({ ...view, ids: [] })}>
        <SessionFilters view={view} change={change} sessions={sessions} />
        <span className="grow" />
        <Choice
          label="Group"
          options={GROUP_CHOICES}
          value={view.group}
          onChange={(group) => change({ group })}
        />
        <SortMenu view={view} change={change} />
        <RangeMenu view={view} change={change} zone={zone} />
        {tools}
        {about && <p className="only-m lbl">{about}</p>}
      </MoreFilters>
      <CopyViewLink />
    </search>
  );
}
