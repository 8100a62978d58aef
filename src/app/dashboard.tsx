import { useQuery } from "@tanstack/react-query";
import { Suspense, useCallback, useEffect, useLayoutEffect, type ReactNode } from "react";
import { navigate, usePathname } from "wouter/use-browser-location";
import type { Connection } from "../api/connection.ts";
import { leaveMeasure } from "../api/measure.ts";
import { pollingOf } from "../api/polling.ts";
import { sessionsQuery } from "../api/sessions-query.ts";
import { useHidden } from "../api/use-hidden.ts";
import { useOnline } from "../api/use-online.ts";
import type { KnownSession, Scope } from "../domain/known.ts";
import { neighboursOf } from "../domain/neighbours.ts";
import { LinkNotice } from "../features/live/link-notice.tsx";
import { ProblemBanner } from "../features/live/problem-banner.tsx";
import { StatusBar } from "../features/live/status-bar.tsx";
import { SessionListPage, type PanelTime } from "../features/session-list/session-list-page.tsx";
import { useKnown } from "../history/use-known.ts";
import { IdText } from "../ui/hostile-text.tsx";
import { useElapsed } from "../ui/use-elapsed.ts";
import { findSession } from "../domain/find-session.ts";
import { stepRange } from "../domain/time-range.ts";
import { DEFAULT_INTERVAL_MS } from "../domain/watched.ts";
import { listParams } from "../url/list-params.ts";
import { matchRoute, sessionPath } from "../url/paths.ts";
import { sessionParams } from "../url/session-params.ts";
import { useView } from "../url/use-view.ts";
import { NotFound } from "./not-found.tsx";
import { prepareForUse, SessionPage, SessionPanel, TrainingTip, WaitingForSession } from "./on-demand.tsx";
import { Shell } from "./shell.tsx";
import { focusField, useShortcuts } from "./use-shortcuts.ts";
import { useTouched } from "./use-touched.ts";

/** Times are told in the reader's own zone. */
const ZONE = "local";
const INTERVAL_MS = DEFAULT_INTERVAL_MS;

interface DashboardProps {
  readonly connection: Connection;
  /** In direct mode: drops the key and goes back to the connect screen, which says so if the key was rejected. */
  readonly onForgetKey: ((rejected: boolean) => void) | undefined;
}

/** Polls one connection and shows the view that the URL names. The only place where the list call is made from. */
export function Dashboard({ connection, onForgetKey }: DashboardProps) {
  const route = matchRoute(usePathname());
  const list = useView(listParams);
  const detail = useView(sessionParams);
  const { watch, endWait } = connection.poller;

  const { ids, paused } = list.view;
  const scope: Scope = route.route === "sessions" && ids.length > 0 ? ids : "all";
  const query = useQuery(
    sessionsQuery(connection, scope, { intervalMs: INTERVAL_MS, paused, hidden: useHidden() }),
  );
  const known = useKnown(watch);
  const online = useOnline();
  const updatedAt = known.latest?.receivedAt;
  const polling = pollingOf(
    { data: query.data, error: query.error },
    { updatedAt, paused, online, intervalMs: INTERVAL_MS },
  );
  const isStale = useElapsed(updatedAt, polling.freshForMs);
  const staleFrom = isStale ? known.latest?.sentAt : undefined;

  // Measured after React has written an answer to the document, which only an effect can see.
  useLayoutEffect(() => {
    const foldedAt = watch.foldedAt();
    if (known.latest && foldedAt !== undefined) leaveMeasure("poll.render", foldedAt, performance.now());
  }, [known.latest, watch]);

  const renderPanel = useCallback(
    (session: KnownSession, time: PanelTime) => (
      <Suspense fallback={<div className="panel min-h-80" />}>
        <SessionPanel
          known={session}
          time={time}
          neighbours={neighboursOf(session, known.sessions.values())}
        />
      </Suspense>
    ),
    [known.sessions],
  );
  const openPage = useCallback((id: string) => navigate(sessionPath(id)), []);
  const retry = () => {
    endWait();
    void query.refetch();
  };

  const isTouched = useTouched();
  useEffect(() => {
    if (isTouched) prepareForUse();
  }, [isTouched]);

  // Both routes have a range, with defaults of their own.
  const stepTo = (by: -1 | 1) =>
    route.route === "session"
      ? detail.change({ range: stepRange(detail.view.range, by) })
      : list.change({ range: stepRange(list.view.range, by) });
  useShortcuts({
    "/": () => focusField("search-sessions"),
    i: () => focusField("session-ids"),
    p: () => list.change({ paused: !paused }),
    "[": () => stepTo(-1),
    "]": () => stepTo(1),
  });

  const notices = (ignored: readonly string[], dismiss: () => void): ReactNode => (
    <>
      <LinkNotice ignored={ignored} onDismiss={dismiss} />
      <ProblemBanner
        polling={polling}
        surroundings={{ mode: connection.mode, host: connection.host, offline: !online }}
        zone={ZONE}
        onRetry={retry}
        onChangeKey={onForgetKey && (() => onForgetKey(true))}
      />
    </>
  );

  const status = (facts: ReactNode): ReactNode => (
    <StatusBar known={known} zone={ZONE}>
      {facts}
    </StatusBar>
  );

  return (
    <Shell
      connection={connection}
      polling={polling}
      isList={route.route === "sessions"}
      paused={paused}
      onPause={(pause) => list.change({ paused: pause })}
      onForgetKey={onForgetKey && (() => onForgetKey(false))}
    >
      {route.route === "sessions" && (
        <SessionListPage
          known={known}
          view={list.view}
          change={list.change}
          staleFrom={staleFrom}
          zone={ZONE}
          intervalMs={INTERVAL_MS}
          notices={notices(list.ignored, () => list.change({}, { replace: true }))}
          failed={polling.problem !== undefined}
          renderPanel={renderPanel}
          onOpenPage={openPage}
          renderStatus={status}
        />
      )}
      {isTouched && (
        <Suspense>
          <TrainingTip known={known} staleFrom={staleFrom} zone={ZONE} />
        </Suspense>
      )}
      {route.route === "session" && (
        <Suspense fallback={<main className="main" />}>
          {renderSession(route.id)}
          {status(
            <span>
              Session <IdText id={route.id} />
            </span>,
          )}
        </Suspense>
      )}
      {(route.route === "timeline" || route.route === "launchers" || route.route === "not-found") && (
        <NotFound />
      )}
    </Shell>
  );

  function renderSession(id: string): ReactNode {
    const session = findSession(known, id);
    const shownNotices = notices(detail.ignored, () => detail.change({}, { replace: true }));
    if (!session) {
      return (
        <WaitingForSession
          id={id}
          answered={known.latest !== undefined}
          unreadable={known.latest?.unreadable.find((entry) => entry.id === id)?.reason}
          notices={shownNotices}
        />
      );
    }
    return (
      <SessionPage
        session={session}
        known={known}
        neighbours={neighboursOf(session, known.sessions.values())}
        view={detail.view}
        change={detail.change}
        staleFrom={staleFrom}
        zone={ZONE}
        notices={shownNotices}
      />
    );
  }
}
