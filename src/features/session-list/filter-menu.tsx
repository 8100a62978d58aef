import type { ComponentProps } from "react";
import { Menu } from "../../ui/menu.tsx";
import { onDemand } from "../../ui/on-demand.tsx";
import type { FilterChoice } from "./filter-lines.tsx";

/** What all the menus of the filter bar open comes in one file: who opens one is likely to open another. */
const lines = onDemand(
  () => import("./filter-lines.tsx"),
  (file) => file.FilterLines,
  { waiting: null },
);

/** Fetches what the menus open, so that it is there at the press. */
export const prepareFilterMenus = lines.prepare;

interface FilterMenuProps extends Pick<ComponentProps<typeof Menu>, "button" | "icon" | "on" | "align"> {
  readonly choice: FilterChoice;
}

/** A button of the filter bar that opens a menu. */
export function FilterMenu({ choice, ...button }: FilterMenuProps) {
  return (
    <Menu
      {...button}
      onNear={lines.prepare}
      renderList={(close) => <lines.Show choice={choice} onClose={close} />}
    />
  );
}
