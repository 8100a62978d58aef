import { usePreferences } from "../../choices/use-preferences.ts";
import { useNarrow } from "../../ui/use-media.ts";
import type { ListItem } from "./list-items.ts";

type Heights = Readonly<Record<ListItem["kind"] | "head", number>>;

/** Heights in px before a row is measured; the design's sizes, as list.css has them. Panels are measured as soon as they are drawn. */
const WIDE: Heights = {
  head: 32,
  session: 32,
  panel: 560,
  group: 32,
  section: 28,
  missing: 32,
  unreadable: 32,
};
const COMPACT: Heights = { ...WIDE, session: 24, group: 28, missing: 24, unreadable: 24 };
/** A finger needs its room, however many rows one would like to see. */
const NARROW: Heights = {
  ...WIDE,
  head: 28,
  session: 90,
  group: 44,
  section: 44,
  missing: 60,
  unreadable: 60,
};

export function useRowHeights(): Heights {
  const isNarrow = useNarrow();
  const { density } = usePreferences();
  return isNarrow ? NARROW : density === "compact" ? COMPACT : WIDE;
}
