/** Parts of the page that are fetched when they are first wanted: the first view is the list. */
import { lazy } from "react";

const panel = () => import("../features/session-detail/session-panel.tsx");
const tip = () => import("../features/training-tip/training-tip.tsx");

export const SessionPanel = lazy(() => panel().then((module) => ({ default: module.SessionPanel })));
export const TrainingTip = lazy(() => tip().then((module) => ({ default: module.TrainingTip })));
export const SessionPage = lazy(() =>
  import("../features/session-detail/session-page.tsx").then((module) => ({ default: module.SessionPage })),
);
export const WaitingForSession = lazy(() =>
  import("../features/session-detail/waiting-for-session.tsx").then((module) => ({
    default: module.WaitingForSession,
  })),
);

/** Fetches what a press on the list will want next. A failure shows when it is wanted. */
export function prepareForUse(): void {
  panel().catch(() => undefined);
}
