import { useEffect, useMemo, useState } from "react";
import { keepPage } from "../api/keep-page.ts";
import type { Phase } from "../api/phase.ts";
import type { Recaller } from "../api/recalled-query.ts";
import { useLinkedSession } from "../api/use-linked-session.ts";
import type { Known } from "../domain/known.ts";
import { NOTHING_DONE, PAGE_NAME, tabSigns, whatIsDone, type WhatIsDone } from "../domain/tab-signs.ts";
import { atRest } from "../ui/at-rest.ts";
import { visibleText } from "../ui/visible-text.ts";
import type { Route } from "../url/paths.ts";
import { useFavicon } from "./use-favicon.ts";

interface TabSignsProps {
  readonly connection: Recaller;
  readonly known: Known;
  readonly phase: Phase;
  /** The newest answer is too old to speak for now. */
  readonly isStale: boolean;
  readonly route: Route;
  /** Since when nobody can see the page, epoch ms. */
  readonly hiddenSince: number | undefined;
}

/** Keeps title and icon of the browser's tab telling what is going on, and has the browser keep the page. Draws nothing. */
export function TabSigns({ connection, known, phase, isStale, route, hiddenSince }: TabSignsProps) {
  const sessionId = route.route === "session" ? route.id : undefined;
  const view = VIEWS[route.route];
  const { stopped, stale } = TROUBLE[phase];
  const trouble = stopped ?? (isStale ? stale : undefined);
  const [doingOf] = useState(createDoing);
  const shown = useLinkedSession(sessionId, known, connection);
  const { title, icon } = useMemo(() => {
    const session = sessionId === undefined ? undefined : { id: sessionId, known: shown };
    return tabSigns({ known, doing: doingOf(known), session, view, hiddenSince, trouble });
  }, [known, doingOf, sessionId, shown, view, hiddenSince, trouble]);
  useTitle(visibleText(title));
  useFavicon(icon);
  // An effect, because it is the browser's.
  useEffect(() => atRest(keepPage), []);
  return null;
}

/** Those that are named beside what goes on; what else there is to see, its address or an id tells. */
const VIEWS = {
  sessions: undefined,
  session: undefined,
  timeline: "Timeline",
  launchers: "Launchers",
  "not-found": undefined,
} as const satisfies Record<Route["route"], string | undefined>;

/** Counts again and again, each time from the time before. */
function createDoing(): (known: Known) => WhatIsDone {
  let last = NOTHING_DONE;
  return (known) => (last = whatIsDone(known, last));
}

/** An effect, because the title is the document's. */
function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      document.title = PAGE_NAME;
    },
    [],
  );
}

interface TroubleRow {
  /** Said at once: nothing more comes by itself. */
  readonly stopped: string | undefined;
  /** Said once the newest answer is too old: one poll that fails is no news for a tab. */
  readonly stale: string | undefined;
}

const TROUBLE = {
  connecting: { stopped: undefined, stale: undefined },
  live: { stopped: undefined, stale: "No answer" },
  retrying: { stopped: undefined, stale: "No answer" },
  offline: { stopped: undefined, stale: "Offline" },
  waiting: { stopped: undefined, stale: "Waiting" },
  paused: { stopped: "Paused", stale: undefined },
  unauthorised: { stopped: "Key rejected", stale: undefined },
  refused: { stopped: "Stopped", stale: undefined },
} as const satisfies Record<Phase, TroubleRow>;
