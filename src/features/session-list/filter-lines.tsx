import { useMemo } from "react";
import { facets, type FacetValue } from "../../domain/facets.ts";
import { LOCATION_KINDS, type SessionFilter } from "../../domain/filter.ts";
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { formatNumber } from "../../domain/format-number.ts";
import type { KnownSession } from "../../domain/known.ts";
import { LOCATION_CHOICES } from "../../domain/location-words.ts";
import { RANGE_CHOICES } from "../../domain/range-words.ts";
import { LIVE_ACTIVITIES } from "../../domain/session-facts.ts";
import { SORTS, sortLabel } from "../../domain/sort.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { LOCATION_ICONS } from "../../ui/location-icons.ts";
import { type MenuChoice, type MenuItem, toggled } from "../../ui/menu-item.ts";
import { MenuList } from "../../ui/menu-list.tsx";
import { RadioLines } from "../../ui/radio-lines.tsx";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { shownId } from "./shown-id.ts";

interface OrderChoice {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
}

interface FacetChoice {
  readonly view: SessionFilter;
  readonly change: ChangeView<SessionFilter>;
  /** Those that the choices are counted of. */
  readonly sessions: readonly KnownSession[];
}

/** What a menu of the filter bar chooses. */
export type FilterChoice =
  | ({ readonly of: "state" | "location" | "model" } & FacetChoice)
  | ({ readonly of: "sort" | "range" } & OrderChoice);

export interface FilterLinesProps {
  readonly choice: FilterChoice;
  readonly onClose: () => void;
}

type Lines<Choice> = Choice & Pick<FilterLinesProps, "onClose">;

/** What a menu of the filter bar opens. */
export function FilterLines({ choice, onClose }: FilterLinesProps) {
  switch (choice.of) {
    case "state":
      return <StateLines {...choice} onClose={onClose} />;
    case "location":
      return <LocationLines {...choice} onClose={onClose} />;
    case "model":
      return <ModelLines {...choice} onClose={onClose} />;
    case "sort":
      return (
        <RadioLines
          label="Sort"
          choices={SORT_CHOICES}
          chosen={choice.view.sort}
          onChoose={(sort) => choice.change({ sort })}
          onClose={onClose}
        />
      );
    case "range": {
      const { view, change } = choice;
      return (
        <RadioLines
          label="Time range"
          choices={RANGE_CHOICES}
          chosen={view.range.kind === "last" ? view.range.name : undefined}
          onChoose={(name) => change({ range: { kind: "last", name } })}
          onClose={onClose}
        />
      );
    }
  }
}

/** What each value would show, counted once for each answer. */
const useCounts = ({ sessions, view }: FacetChoice) =>
  useMemo(() => facets(sessions, view), [sessions, view]);

function StateLines(props: Lines<FacetChoice>) {
  const { view, change, onClose } = props;
  const { state } = useCounts(props);
  return (
    <MenuList
      label="State"
      items={state.map(({ value, count }) => ({
        kind: "check",
        id: value,
        label: ACTIVITIES[value].label,
        text: ACTIVITIES[value].label,
        checked: view.state.includes(value),
        count: formatNumber(count),
        glyph: value,
      }))}
      onSelect={(id) =>
        change({ state: LIVE_ACTIVITIES.filter((value) => toggled(view.state, id).includes(value)) })
      }
      onClose={onClose}
    />
  );
}

/** Sets a launcher's line apart from those of the kinds: ids look like anything. */
const LAUNCHER = "launcher:";

function LocationLines(props: Lines<FacetChoice>) {
  const { view, change, onClose } = props;
  const { location, launcher } = useCounts(props);
  const kinds: readonly MenuItem[] = location.map(({ value, count }) => ({
    kind: "check",
    id: value,
    label: LOCATION_CHOICES[value],
    text: LOCATION_CHOICES[value],
    checked: view.location.includes(value),
    count: formatNumber(count),
    icon: LOCATION_ICONS[value],
  }));
  const launchers = launcher.map((facet): MenuItem => ({
    ...idItem(facet, view.launcher),
    id: LAUNCHER + facet.value,
    icon: LOCATION_ICONS.persistent,
  }));
  const heading: MenuItem = { kind: "heading", id: "launchers", label: "Persistent launchers" };
  return (
    <MenuList
      label="Location"
      items={launchers.length === 0 ? kinds : [...kinds, heading, ...launchers]}
      onSelect={(id) =>
        id.startsWith(LAUNCHER)
          ? change({ launcher: toggled(view.launcher, id.slice(LAUNCHER.length)) })
          : change({ location: LOCATION_KINDS.filter((kind) => toggled(view.location, id).includes(kind)) })
      }
      onClose={onClose}
    />
  );
}

function ModelLines(props: Lines<FacetChoice>) {
  const { view, change, onClose } = props;
  const { model } = useCounts(props);
  return (
    <MenuList
      label="Model"
      items={model.map((facet) => ({
        ...idItem(facet, view.model),
        fingerprint: fingerprintPath(facet.value),
      }))}
      onSelect={(id) => change({ model: toggled(view.model, id) })}
      onClose={onClose}
    />
  );
}

const SORT_CHOICES = SORTS.map((value) => ({ value, label: sortLabel(value) }));

const idItem = ({ value, count }: FacetValue<string>, chosen: readonly string[]): MenuChoice => ({
  kind: "check",
  id: value,
  label: <bdi className="mono">{shownId(value)}</bdi>,
  text: value,
  checked: chosen.includes(value),
  count: formatNumber(count),
});
