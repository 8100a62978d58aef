import { LOCATION_KINDS, type LocationKind } from "../../domain/filter.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { formatSpan } from "../../domain/format-time.ts";
import { LAUNCHER_SORT_LABELS, LAUNCHER_SORTS } from "../../domain/launcher-order.ts";
import { LOCATION_CHOICES } from "../../domain/location-words.ts";
import { RANGE_ORDER, RANGES } from "../../domain/time-range.ts";
import type { Zone } from "../../domain/zone.ts";
import { Menu } from "../../ui/menu.tsx";
import { MenuList } from "../../ui/menu-list.tsx";
import { QUARTER, useNow } from "../../ui/tick.ts";
import type { LaunchersView } from "../../url/launchers-params.ts";
import type { ChangeView } from "../../url/use-view.ts";

interface LauncherToolsProps {
  readonly view: LaunchersView;
  readonly change: ChangeView<LaunchersView>;
  /** How many launchers of each kind are in use; undefined while nobody can tell. */
  readonly counts: Readonly<Record<LocationKind, number>> | undefined;
  readonly zone: Zone;
}

/** Which launchers are shown, in which order, and over which time. */
export function LauncherTools({ view, change, counts, zone }: LauncherToolsProps) {
  const now = useNow(QUARTER);
  const { location, sort, range } = view;
  const [only] = location;
  return (
    <span className="launcher-tools">
      <Menu
        on={only !== undefined}
        button={
          only === undefined || location.length > 1 ? (
            "Type"
          ) : (
            <>
              <span className="sr-only">Type: </span>
              <span className="truncate">{LOCATION_CHOICES[only]}</span>
            </>
          )
        }
        renderList={(close) => (
          <MenuList
            label="Type"
            items={LOCATION_KINDS.map((kind) => ({
              kind: "check",
              id: kind,
              label: LOCATION_CHOICES[kind],
              text: LOCATION_CHOICES[kind],
              checked: location.includes(kind),
              count: counts && formatNumber(counts[kind]),
              icon: kind === "persistent" ? "rack" : "temp",
            }))}
            onSelect={(id) =>
              change({ location: LOCATION_KINDS.filter((kind) => location.includes(kind) !== (kind === id)) })
            }
            onClose={close}
          />
        )}
      />
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
          <MenuList
            label="Sort"
            items={LAUNCHER_SORTS.map((one) => ({
              kind: "radio",
              id: one,
              label: LAUNCHER_SORT_LABELS[one],
              text: LAUNCHER_SORT_LABELS[one],
              checked: one === sort,
            }))}
            onSelect={(id) => change({ sort: LAUNCHER_SORTS.find((one) => one === id) ?? "size" })}
            onClose={close}
          />
        )}
      />
      <Menu
        icon="clock"
        align="end"
        button={
          <span className="truncate">
            {range.kind === "last" ? RANGES[range.name].label : formatSpan(range, now, zone)}
          </span>
        }
        renderList={(close) => (
          <MenuList
            label="Time range"
            items={RANGE_ORDER.map((name) => ({
              kind: "radio",
              id: name,
              label: RANGES[name].label,
              text: RANGES[name].label,
              checked: range.kind === "last" && range.name === name,
            }))}
            onSelect={(id) => {
              const name = RANGE_ORDER.find((one) => one === id);
              if (name) change({ range: { kind: "last", name } });
            }}
            onClose={close}
          />
        )}
      />
    </span>
  );
}
