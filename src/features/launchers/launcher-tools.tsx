import { LOCATION_KINDS } from "../../domain/filter.ts";
import { formatSpan } from "../../domain/format-time.ts";
import { LAUNCHER_SORT_LABELS } from "../../domain/launcher-order.ts";
import { LAUNCHER_SORTS } from "../../domain/launcher-sorts.ts";
import { LOCATION_CHOICES } from "../../domain/location-words.ts";
import { RANGE_CHOICES } from "../../domain/range-words.ts";
import { RANGES } from "../../domain/time-range.ts";
import type { Zone } from "../../domain/zone.ts";
import { chosenWords } from "../../ui/chosen-words.tsx";
import { LOCATION_ICONS } from "../../ui/location-icons.ts";
import { toggled } from "../../ui/menu-item.ts";
import { MenuList } from "../../ui/menu-list.tsx";
import { Menu } from "../../ui/menu.tsx";
import { RadioLines } from "../../ui/radio-lines.tsx";
import { QUARTER, useNow } from "../../ui/tick.ts";
import type { LaunchersView } from "../../url/launchers-params.ts";
import type { ChangeView } from "../../url/use-view.ts";

interface ToolProps {
  readonly view: LaunchersView;
  readonly change: ChangeView<LaunchersView>;
}

const SORT_CHOICES = LAUNCHER_SORTS.map((value) => ({ value, label: LAUNCHER_SORT_LABELS[value] }));

/** Which launchers are shown, in which order, and over which time. */
export const LauncherTools = ({ zone, ...tool }: ToolProps & { readonly zone: Zone }) => (
  <search className="launcher-tools" aria-label="Filters">
    <TypeMenu {...tool} />
    <SortMenu {...tool} />
    <RangeMenu {...tool} zone={zone} />
  </search>
);

function TypeMenu({ view: { location }, change }: ToolProps) {
  const labels = location.map((kind) => LOCATION_CHOICES[kind]);
  return (
    <Menu
      on={location.length > 0}
      button={<span className="truncate">{chosenWords("Type", labels)}</span>}
      renderList={(close) => (
        <MenuList
          label="Type"
          items={LOCATION_KINDS.map((kind) => ({
            kind: "check",
            id: kind,
            label: LOCATION_CHOICES[kind],
            text: LOCATION_CHOICES[kind],
            checked: location.includes(kind),
            icon: LOCATION_ICONS[kind],
          }))}
          onSelect={(id) =>
            change({ location: LOCATION_KINDS.filter((kind) => toggled(location, id).includes(kind)) })
          }
          onClose={close}
        />
      )}
    />
  );
}

function SortMenu({ view: { sort }, change }: ToolProps) {
  return (
    <Menu
      icon="sort"
      align="end"
      button={
        <>
          <span className="val">Sort</span>
          <span className="truncate">{LAUNCHER_SORT_LABELS[sort]}</span>
        </>
      }
      renderList={(close) => (
        <RadioLines
          label="Sort"
          choices={SORT_CHOICES}
          chosen={sort}
          onChoose={(one) => change({ sort: one })}
          onClose={close}
        />
      )}
    />
  );
}

function RangeMenu({ view: { range }, change, zone }: ToolProps & { readonly zone: Zone }) {
  const now = useNow(QUARTER);
  return (
    <Menu
      icon="clock"
      align="end"
      button={
        <span className="truncate">
          {range.kind === "last" ? RANGES[range.name].label : formatSpan(range, now, zone)}
        </span>
      }
      renderList={(close) => (
        <RadioLines
          label="Time range"
          choices={RANGE_CHOICES}
          chosen={range.kind === "last" ? range.name : undefined}
          onChoose={(name) => change({ range: { kind: "last", name } })}
          onClose={close}
        />
      )}
    />
  );
}
