/**
 * What tells how watching goes, what is wrong, and that an address names nothing. One file, fetched as soon as there is something
 * to see, so that it is there when the network goes.
 */
export { StatusBar } from "../features/live/status-bar.tsx";
export { WatchFacts } from "../features/live/watch-facts.tsx";
export { Attending } from "./attending.ts";
export { Notices } from "./notices.tsx";
export { NotFound } from "./not-found.tsx";
export { ListSigns } from "./list-signs.tsx";
export { TabSigns } from "./tab-signs.tsx";
export { ShortcutKeys } from "./use-shortcuts.ts";
