import { useMemo } from "react";
import { facets, LOCATION_KINDS, type Facets } from "../../domain/filter.ts";
import { shortId } from "../../domain/format-id.ts";
import { formatNumber } from "../../domain/format-number.ts";
import type { KnownSession } from "../../domain/known.ts";
import { LOCATION_CHOICES } from "../../domain/location-words.ts";
import { LIVE_ACTIVITIES } from "../../domain/session-facts.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import type { MenuItem } from "../../ui/menu-item.ts";
import { Menu } from "../../ui/menu.tsx";
import { visibleText } from "../../ui/visible-text.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";

interface FacetMenusProps {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
  readonly sessions: readonly KnownSession[];
}

/** The filters that choose among values. What each value would show is counted while a menu is open, and then once for each answer. */
export function FacetMenus({ view, change, sessions }: FacetMenusProps) {
  const counts = useMemo(() => once(() => facets(sessions, view)), [sessions, view]);
  return (
    <>
      <Menu
        label="State"
        on={view.state.length > 0}
        button={chosen(
          "State",
          view.state.map((state) => ACTIVITIES[state].label),
        )}
        items={() => stateItems(counts(), view)}
        onSelect={(id) =>
          change({ state: LIVE_ACTIVITIES.filter((value) => toggled(view.state, id).includes(value)) })
        }
      />
      <Menu
        label="Location"
        on={view.location.length + view.launcher.length > 0}
        button={chosen("Location", [
          ...view.location.map((kind) => LOCATION_CHOICES[kind]),
          ...view.launcher.map(shown),
        ])}
        items={() => locationItems(counts(), view)}
        onSelect={(id) =>
          id.startsWith(LAUNCHER)
            ? change({ launcher: toggled(view.launcher, id.slice(LAUNCHER.length)) })
            : change({ location: LOCATION_KINDS.filter((kind) => toggled(view.location, id).includes(kind)) })
        }
      />
      <Menu
        label="Model"
        on={view.model.length > 0}
        button={chosen("Model", view.model.map(shown))}
        items={() => counts().model.map(({ value, count }) => idItem(value, value, view.model, count))}
        onSelect={(id) => change({ model: toggled(view.model, id) })}
      />
    </>
  );
}

/** Sets a launcher's line apart from those of the kinds: ids look like anything. */
const LAUNCHER = "launcher:";

const stateItems = ({ state }: Facets, view: ListView): readonly MenuItem[] =>
  state.map(({ value, count }) => ({
    kind: "check",
    id: value,
    label: ACTIVITIES[value].label,
    text: ACTIVITIES[value].label,
    checked: view.state.includes(value),
    count: formatNumber(count),
    glyph: value,
  }));

function locationItems({ location, launcher }: Facets, view: ListView): readonly MenuItem[] {
  const items: MenuItem[] = location.map(({ value, count }) => ({
    kind: "check",
    id: value,
    label: LOCATION_CHOICES[value],
    text: LOCATION_CHOICES[value],
    checked: view.location.includes(value),
    count: formatNumber(count),
    icon: value === "persistent" ? "rack" : "temp",
  }));
  if (launcher.length === 0) return items;
  return [
    ...items,
    { kind: "heading", id: "launchers", label: "Persistent launchers" },
    ...launcher.map(({ value, count }) => idItem(LAUNCHER + value, value, view.launcher, count)),
  ];
}

const shown = (id: string): string => visibleText(shortId(id));

const idItem = (id: string, value: string, chosenIds: readonly string[], count: number): MenuItem => ({
  kind: "check",
  id,
  label: <bdi className="mono">{shown(value)}</bdi>,
  text: value,
  checked: chosenIds.includes(value),
  count: formatNumber(count),
});

/** The words of a filter's button: its name, and what is chosen. */
function chosen(name: string, labels: readonly string[]): string {
  const [first] = labels;
  if (first === undefined) return name;
  return `${name}: ${labels.length === 1 ? first : labels.length}`;
}

const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/** Worked out when first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}
