/** What is fetched on demand, and when. */
import { onDemand } from "./on-demand.tsx";

const panel = onDemand(
  () => import("../features/session-detail/session-panel.tsx").then(({ SessionPanel: part }) => part),
  { waiting: <div className="panel min-h-80" /> },
);
const tip = onDemand(
  () => import("../features/training-tip/training-tip.tsx").then(({ TrainingTip: part }) => part),
  { waiting: null, quiet: true },
);
const page = onDemand(
  () => import("../features/session-detail/session-page.tsx").then(({ SessionPage: part }) => part),
  { waiting: <main className="main" /> },
);
const waiting = onDemand(
  () =>
    import("../features/session-detail/waiting-for-session.tsx").then(({ WaitingForSession: part }) => part),
  { waiting: <main className="main" /> },
);

export const SessionPanel = panel.Show;
export const TrainingTip = tip.Show;
export const SessionPage = page.Show;
export const WaitingForSession = waiting.Show;

/** Fetches what a person who has begun to use the page may want next. */
export function prepareForUse(): void {
  for (const part of [panel, tip, page, waiting]) part.prepare();
}
