/** What tells how watching goes. One file, fetched once the first call has ended: what says that the network is gone is here by then. */
export { ProblemBanner } from "../features/live/problem-banner.tsx";
export { WatchNotices } from "../features/live/watch-notices.tsx";
export { TabSigns } from "./tab-signs.tsx";
