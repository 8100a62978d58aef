import { memo } from "react";
import { formatSpan } from "../../domain/format-time.ts";
import { sortLabel } from "../../domain/sort.ts";
import { RANGES } from "../../domain/time-range.ts";
import type { Zone } from "../../domain/zone.ts";
import { QUARTER, useNow } from "../../ui/tick.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { FilterMenu } from "./filter-menu.tsx";

interface OrderMenuProps {
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
}

interface RangeMenuProps extends OrderMenuProps {
  readonly zone: Zone;
}

/** In which order the list stands. */
export const SortMenu = memo(function SortMenu({ view, change }: OrderMenuProps) {
  return (
    <FilterMenu
      choice={{ of: "sort", view, change }}
      icon="sort"
      align="end"
      button={
        <>
          <span className="val">Sort</span>
          {sortLabel(view.sort)}
        </>
      }
    />
  );
});

/** Which stretch of time the strips show. */
export const RangeMenu = memo(function RangeMenu({ view, change, zone }: RangeMenuProps) {
  const now = useNow(QUARTER);
  return (
    <FilterMenu
      choice={{ of: "range", view, change }}
      icon="clock"
      align="end"
      button={
        view.range.kind === "last" ? (
          RANGES[view.range.name].label
        ) : (
          <>
            <span className="at-length">{formatSpan(view.range, now, zone)}</span>
            {/* Where the whole would need another line: the axis has the times. */}
            <span className="in-short" aria-hidden="true">
              Fixed
            </span>
          </>
        )
      }
    />
  );
});
