import { useId, type ReactNode } from "react";
import { Button } from "./button.tsx";

interface MoreFiltersProps {
  /** Some of them are set. */
  readonly isOn: boolean;
  readonly children: ReactNode;
}

/** A part of a filter bar, which on a narrow screen is a sheet that a button of the bar opens. */
export function MoreFilters({ isOn, children }: MoreFiltersProps) {
  const id = useId();
  return (
    <>
      <div id={id} popover="auto" className="more-filters">
        {children}
      </div>
      <span className="only-m">
        <Button
          icon="filter"
          aria-label="More filters"
          popoverTarget={id}
          variant={isOn ? "on" : "default"}
        />
      </span>
    </>
  );
}
