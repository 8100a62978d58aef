/** What tells how watching goes where nobody has to act on it. One file, fetched once the first call has ended. */
export { LinkNotice } from "../features/live/link-notice.tsx";
export { WatchNotices } from "../features/live/watch-notices.tsx";
export { TabSigns } from "./tab-signs.tsx";
