/** What tells how watching goes where nobody has to act on it. One file, fetched once the first call has ended. */
export { WatchNotices } from "../features/live/watch-notices.tsx";
export { ListSigns } from "./list-signs.tsx";
export { TabSigns } from "./tab-signs.tsx";
