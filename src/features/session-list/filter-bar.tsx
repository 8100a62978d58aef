import { useId, useState } from "react";
import { facets, type Facets, LOCATION_KINDS } from "../../domain/filter.ts";
import { shortId } from "../../domain/format-id.ts";
import type { KnownSession } from "../../domain/known.ts";
import { LIVE_ACTIVITIES } from "../../domain/session-facts.ts";
import type { Group } from "../../domain/group.ts";
import { SORTS, type Sort } from "../../domain/sort.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { RANGE_ORDER, RANGES } from "../../domain/time-range.ts";
import { Button } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { TextField } from "../../ui/field.tsx";
import type { MenuItem } from "../../ui/menu-item.ts";
import { Menu } from "../../ui/menu.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { visibleText } from "../../ui/visible-text.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { IdFilter } from "./id-filter.tsx";

interface FilterBarProps {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
  readonly missing: ReadonlySet<string>;
  readonly sessions: readonly KnownSession[];
}

const SORT_LABELS = {
  "-started": "Newest",
  started: "Oldest",
  activity: "Activity",
  trainings: "Trainings",
  model: "Model",
  launcher: "Launcher",
} as const satisfies Record<Sort, string>;

const GROUP_OPTIONS: readonly { readonly value: Group; readonly label: string }[] = [
  { value: "none", label: "None" },
  { value: "launcher", label: "Launcher" },
  { value: "model", label: "Model" },
];

const LOCATION_LABELS = { persistent: "Persistent", temporary: "Temporary" } as const;

/** All that chooses what the list shows and how. Every choice is in the URL. */
export function FilterBar({ view, change, missing, sessions }: FilterBarProps) {
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
        <span className="grow" />
        <span className="lbl">Group</span>
        <Segmented
          label="Group"
          options={GROUP_OPTIONS}
          value={view.group}
          onChange={(group) => change({ group })}
        />
        <SortMenu view={view} change={change} />
        <RangeMenu view={view} change={change} />
      </div>
      <span className="only-m">
        <Button
          icon="filter"
          aria-label="More filters"
          popoverTarget={moreId}
          variant={isFiltered(view) ? "on" : "default"}
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

interface TextFilterProps {
  readonly text: string;
  /** `first`: this begins a new search, a step of its own in the history; the rest of the typing is not. */
  readonly onChange: (text: string, first: boolean) => void;
}

function TextFilter({ text, onChange }: TextFilterProps) {
  return (
    <TextField
      label="Search sessions"
      type="search"
      id="search-sessions"
      icon="search"
      frameClassName="text-filter"
      placeholder="Filter text"
      value={text}
      trailing={text === "" ? <kbd className="only-d">/</kbd> : undefined}
      onChange={(event) => onChange(event.target.value, text === "")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (text !== "") onChange("", false);
        event.currentTarget.blur();
      }}
    />
  );
}

type ViewProps = Pick<FilterBarProps, "view" | "change">;

/** Counts are worked out while the pointer or focus is near: nobody sees them otherwise, and at 10,000 sessions they cost. */
function FacetMenus({ view, change, sessions }: ViewProps & { readonly sessions: readonly KnownSession[] }) {
  const [wanted, setWanted] = useState(false);
  const counts = wanted ? facets(sessions, view) : NO_FACETS;
  return (
    <span className="contents" onPointerEnter={() => setWanted(true)} onFocus={() => setWanted(true)}>
      <Menu
        label="State"
        on={view.state.length > 0}
        button={chosen("State", view.state, (state) => ACTIVITIES[state].label)}
        items={counts.state.map(({ value, count }) => ({
          kind: "check",
          id: value,
          label: ACTIVITIES[value].label,
          text: ACTIVITIES[value].label,
          checked: view.state.includes(value),
          count,
          glyph: value,
        }))}
        onSelect={(id) =>
          change({ state: LIVE_ACTIVITIES.filter((value) => toggled(view.state, id).includes(value)) })
        }
      />
      <Menu
        label="Location"
        on={view.location.length + view.launcher.length > 0}
        button={chosen("Location", [...view.location, ...view.launcher], locationLabel)}
        items={[
          ...counts.location.map(({ value, count }): MenuItem => ({
            kind: "check",
            id: value,
            label: LOCATION_LABELS[value],
            text: LOCATION_LABELS[value],
            checked: view.location.includes(value),
            count,
            icon: value === "persistent" ? "rack" : "temp",
          })),
          ...(counts.launcher.length === 0
            ? []
            : [{ kind: "heading" as const, id: "launchers", label: "Persistent launchers" }]),
          ...counts.launcher.map(({ value, count }) =>
            idItem(`launcher:${value}`, value, view.launcher, count),
          ),
        ]}
        onSelect={(id) =>
          id.startsWith("launcher:")
            ? change({ launcher: toggled(view.launcher, id.slice("launcher:".length)) })
            : change({ location: LOCATION_KINDS.filter((kind) => toggled(view.location, id).includes(kind)) })
        }
      />
      <Menu
        label="Model"
        on={view.model.length > 0}
        button={chosen("Model", view.model, shown)}
        items={counts.model.map(({ value, count }) => idItem(value, value, view.model, count))}
        onSelect={(id) => change({ model: toggled(view.model, id) })}
      />
    </span>
  );
}

const NO_FACETS: Facets = { state: [], location: [], launcher: [], model: [] };

const isFiltered = ({ q, state, location, launcher, model }: ListView): boolean =>
  q !== "" || [state, location, launcher, model].some((chosenValues) => chosenValues.length > 0);

function SortMenu({ view, change }: ViewProps) {
  return (
    <Menu
      label="Sort"
      icon="sort"
      align="end"
      button={
        <>
          <span className="val">Sort</span>
          {SORT_LABELS[view.sort]}
        </>
      }
      items={SORTS.map((sort) => ({
        kind: "radio",
        id: sort,
        label: SORT_LABELS[sort],
        text: SORT_LABELS[sort],
        checked: sort === view.sort,
      }))}
      onSelect={(id) => change({ sort: SORTS.find((sort) => sort === id) ?? "-started" })}
    />
  );
}

function RangeMenu({ view, change }: ViewProps) {
  const name = view.range.kind === "last" ? view.range.name : undefined;
  return (
    <Menu
      label="Time range"
      icon="clock"
      align="end"
      button={name ? RANGES[name].label : "Fixed range"}
      items={RANGE_ORDER.map((value) => ({
        kind: "radio",
        id: value,
        label: RANGES[value].label,
        text: RANGES[value].label,
        checked: value === name,
      }))}
      onSelect={(id) => {
        const chosenName = RANGE_ORDER.find((value) => value === id);
        if (chosenName) change({ range: { kind: "last", name: chosenName } });
      }}
    />
  );
}

const shown = (id: string): string => visibleText(shortId(id));
const locationLabel = (value: string): string =>
  value === "persistent" || value === "temporary" ? LOCATION_LABELS[value] : shown(value);

/** The words of a filter's button: its name, and what is chosen. */
function chosen<T extends string>(name: string, values: readonly T[], labelOf: (value: T) => string): string {
  const [first] = values;
  if (first === undefined) return name;
  return values.length === 1 ? `${name}: ${labelOf(first)}` : `${name}: ${values.length}`;
}

const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

const idItem = (id: string, value: string, chosenIds: readonly string[], count: number): MenuItem => ({
  kind: "check",
  id,
  label: <bdi className="mono">{shown(value)}</bdi>,
  text: value,
  checked: chosenIds.includes(value),
  count,
});
