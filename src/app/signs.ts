/**
 * What tells how watching goes, what is wrong, and that an address names nothing. One file, fetched with the page, so that it is
 * there when the network goes.
 */
export { Notices } from "./notices.tsx";
export { NotFound } from "./not-found.tsx";
export { ListSigns } from "./list-signs.tsx";
export { TabSigns } from "./tab-signs.tsx";
export { ShortcutKeys } from "./use-shortcuts.ts";
