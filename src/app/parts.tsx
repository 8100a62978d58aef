/** What is fetched on demand, and when. */
import { TopBar } from "../features/live/top-bar.tsx";
import { prepareFilterMenus } from "../features/session-list/filter-menu.tsx";
import { onDemand } from "../ui/on-demand.tsx";

const panel = onDemand(
  () => import("../features/session-detail/session-panel.tsx"),
  (file) => file.SessionPanel,
  { waiting: <div className="panel min-h-80" /> },
);
const tip = onDemand(
  () => import("../features/training-tip/training-tip.tsx"),
  (file) => file.TrainingTip,
  { waiting: null, quiet: true },
);
const page = onDemand(
  () => import("../features/session-detail/session-page.tsx"),
  (file) => file.SessionPage,
  { waiting: <main className="main" /> },
);
const waiting = onDemand(
  () => import("../features/session-detail/waiting-for-session.tsx"),
  (file) => file.WaitingForSession,
  { waiting: <main className="main" /> },
);
const connection = onDemand(
  () => import("../features/connection/connection-panel.tsx"),
  (file) => file.ConnectionPanel,
  { waiting: <div className="min-h-80" /> },
);
/** Only direct mode asks for a key. */
const connect = onDemand(
  () => import("../features/connect/connect-screen.tsx"),
  (file) => file.ConnectScreen,
  { waiting: <TopBar /> },
);

const unseen = { waiting: null, quiet: true };
const attention = () => import("./attention.ts");
const sinceLine = onDemand(attention, (file) => file.SinceLine, unseen);
const trainingNotices = onDemand(attention, (file) => file.TrainingNotices, unseen);
const notifyToggle = onDemand(attention, (file) => file.NotifyToggle, unseen);

const signs = () => import("./signs.ts");
const watchNotices = onDemand(signs, (file) => file.WatchNotices, unseen);
const tabSigns = onDemand(signs, (file) => file.TabSigns, unseen);
const listSigns = onDemand(signs, (file) => file.ListSigns, unseen);

export const SinceLine = sinceLine.Show;
export const TrainingNotices = trainingNotices.Show;
export const NotifyToggle = notifyToggle.Show;
export const WatchNotices = watchNotices.Show;
export const TabSigns = tabSigns.Show;
export const ListSigns = listSigns.Show;
export const SessionPanel = panel.Show;
export const TrainingTip = tip.Show;
export const SessionPage = page.Show;
export const WaitingForSession = waiting.Show;
export const ConnectionPanel = connection.Show;
export const ConnectScreen = connect.Show;

/** Fetches what a return after a time away may want: by then the network may be gone. */
export const prepareForReturn = sinceLine.prepare;

/** Fetches what a person who has begun to use the page may want next. */
export function prepareForUse(): void {
  for (const part of [panel, tip, page, waiting, connection]) part.prepare();
  prepareFilterMenus();
}
