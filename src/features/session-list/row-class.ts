import type { ListItem } from "./list-items.ts";

/** How the style sheet knows each kind of row. */
export const ROW_CLASS = {
  session: "row",
  panel: "",
  group: "ghead",
  section: "divider",
  missing: "row is-missing",
  unreadable: "row is-missing",
} as const satisfies Record<ListItem["kind"], string>;
