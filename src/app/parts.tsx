/** What is fetched on demand, and when. */
import { TopBar } from "../features/live/top-bar.tsx";
import { prepareFilterMenus } from "../features/session-list/filter-menu.tsx";
import { prepareIds } from "../features/session-list/id-filter.tsx";
import { onDemand } from "../ui/on-demand.tsx";

const viewToCome = { waiting: <main className="main" /> };
const panel = onDemand(
  () => import("../features/session-detail/session-panel.tsx"),
  (file) => file.SessionPanel,
  { waiting: <div className="panel min-h-80" /> },
);
const tip = onDemand(
  () => import("../features/training-tip/training-tip.tsx"),
  (file) => file.TrainingTip,
);
const page = onDemand(
  () => import("./session-view.tsx"),
  (file) => file.SessionView,
  viewToCome,
);
const timeline = onDemand(
  () => import("./timeline-view.tsx"),
  (file) => file.TimelineView,
  viewToCome,
);
const launchers = onDemand(
  () => import("../features/launchers/launchers-page.tsx"),
  (file) => file.LaunchersPage,
  viewToCome,
);
const overlays = () => import("./overlays.tsx");
const panelToCome = { waiting: <div className="min-h-80" /> };
const connection = onDemand(overlays, (file) => file.Connection, panelToCome);
const settings = onDemand(overlays, (file) => file.Settings, panelToCome);
/** Only direct mode asks for a key. */
const connect = onDemand(
  () => import("./connecting.tsx"),
  (file) => file.Connecting,
  { waiting: <TopBar /> },
);

const unconfigured = onDemand(
  () => import("./unconfigured.tsx"),
  (file) => file.Unconfigured,
  { waiting: <TopBar /> },
);

const overlay = onDemand(overlays, (file) => file.Overlay, { waiting: null });
const attention = () => import("./attention.ts");
const sinceLine = onDemand(attention, (file) => file.SinceLine);
const trainingNotices = onDemand(attention, (file) => file.ConnectionNotices);
const notifyToggle = onDemand(attention, (file) => file.NotifyToggle);

const signs = () => import("./signs.ts");
const notices = onDemand(signs, (file) => file.Notices, { waiting: null });
const notFound = onDemand(signs, (file) => file.NotFound, viewToCome);
const tabSigns = onDemand(signs, (file) => file.TabSigns);
const shortcutKeys = onDemand(signs, (file) => file.ShortcutKeys);
/** The status bar for as long as it is to come. */
export const statusToCome = <footer className="statusbar" />;
const statusBar = onDemand(signs, (file) => file.StatusBar, { waiting: statusToCome, quiet: true });
const watchFacts = onDemand(signs, (file) => file.WatchFacts, { waiting: null, quiet: true });
const attending = onDemand(signs, (file) => file.Attending);
const listSigns = onDemand(signs, (file) => file.ListSigns);

const tools = () => import("./list-tools.tsx");
const selecting = onDemand(tools, (file) => file.SelectingRows);
const viewName = onDemand(tools, (file) => file.ViewName);
const toolLines = onDemand(tools, (file) => file.ToolLines, { waiting: null });

export const SelectingRows = selecting.Show;
export const ViewName = viewName.Show;
export const ToolLines = toolLines.Show;
export const SinceLine = sinceLine.Show;
export const TrainingNotices = trainingNotices.Show;
export const NotifyToggle = notifyToggle.Show;
export const Notices = notices.Show;
export const NotFound = notFound.Show;
export const TabSigns = tabSigns.Show;
export const ShortcutKeys = shortcutKeys.Show;
export const StatusBar = statusBar.Show;
export const WatchFacts = watchFacts.Show;
export const Attending = attending.Show;
export const ListSigns = listSigns.Show;
export const SessionPanel = panel.Show;
export const TrainingTip = tip.Show;
export const SessionView = page.Show;
export const TimelineView = timeline.Show;
export const LaunchersPage = launchers.Show;
export const ConnectionPanel = connection.Show;
export const SettingsPanel = settings.Show;
export const Overlay = overlay.Show;
export const Connecting = connect.Show;
export const Unconfigured = unconfigured.Show;

/** Fetches what a return after a time away may want: by then the network may be gone. */
export const prepareForReturn = sinceLine.prepare;

/** Fetches what has to be there when it opens: Tab leads into it. One file. */
export function prepareOverlays(): void {
  for (const part of [connection, settings, overlay]) part.prepare();
}

/** Fetch what else a person who has begun to use the page may want next. */
export const WANTED_NEXT: readonly (() => void)[] = [
  ...[panel, tip, page, toolLines, timeline, launchers].map((part) => part.prepare),
  prepareFilterMenus,
  // Without the network it is asked for again at the first id.
  () => void prepareIds().catch(() => undefined),
];
