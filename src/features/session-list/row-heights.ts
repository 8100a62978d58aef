import { useMedia } from "../../ui/use-media.ts";
import type { ListItem } from "./list-items.ts";

type Heights = Readonly<Record<ListItem["kind"] | "head", number>>;

/** Heights in px before a row is measured; the design's sizes. Panels are measured as soon as they are drawn. */
const WIDE: Heights = {
  head: 32,
  session: 32,
  panel: 560,
  group: 32,
  section: 28,
  missing: 32,
  unreadable: 32,
};
const NARROW: Heights = { ...WIDE, head: 28, session: 90, panel: 900 };

export const useRowHeights = (): Heights => (useMedia("(max-width: 720px)") ? NARROW : WIDE);
