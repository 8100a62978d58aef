import { formatSpan } from "../../domain/format-time.ts";
import { SORTS, sortLabel } from "../../domain/sort.ts";
import { RANGE_ORDER, RANGES } from "../../domain/time-range.ts";
import type { Zone } from "../../domain/zone.ts";
import { Menu } from "../../ui/menu.tsx";
import { QUARTER, useNow } from "../../ui/tick.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";

interface OrderMenuProps {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
}

interface RangeMenuProps extends OrderMenuProps {
  readonly zone: Zone;
}

/** In which order the list stands. */
export function SortMenu({ view, change }: OrderMenuProps) {
  return (
    <Menu
      label="Sort"
      icon="sort"
      align="end"
      button={
        <>
          <span className="val">Sort</span>
          {sortLabel(view.sort)}
        </>
      }
      items={() =>
        SORTS.map((sort) => ({
          kind: "radio",
          id: sort,
          label: sortLabel(sort),
          text: sortLabel(sort),
          checked: sort === view.sort,
        }))
      }
      onSelect={(id) => change({ sort: SORTS.find((sort) => sort === id) ?? "-started" })}
    />
  );
}

/** Which stretch of time the strips show. */
export function RangeMenu({ view, change, zone }: RangeMenuProps) {
  const now = useNow(QUARTER);
  const name = view.range.kind === "last" ? view.range.name : undefined;
  return (
    <Menu
      label="Time range"
      icon="clock"
      align="end"
      button={view.range.kind === "last" ? RANGES[view.range.name].label : formatSpan(view.range, now, zone)}
      items={() =>
        RANGE_ORDER.map((value) => ({
          kind: "radio",
          id: value,
          label: RANGES[value].label,
          text: RANGES[value].label,
          checked: value === name,
        }))
      }
      onSelect={(id) => {
        const chosenName = RANGE_ORDER.find((value) => value === id);
        if (chosenName) change({ range: { kind: "last", name: chosenName } });
      }}
    />
  );
}
