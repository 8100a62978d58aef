import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { usePathname } from "wouter/use-browser-location";
import type { ConnectionFacts } from "../api/connection-facts.ts";
import type { Connection } from "../api/connection.ts";
import { recalledQuery } from "../api/recalled-query.ts";
import { changePreferences, usePreferences } from "../api/preferences.ts";
import { findSession } from "../domain/find-session.ts";
import type { KnownSession, Scope } from "../domain/known.ts";
import { neighboursOf } from "../domain/neighbours.ts";
import { stepRange } from "../domain/time-range.ts";
import { LinkNotice } from "../features/live/link-notice.tsx";
import { StatusBar } from "../features/live/status-bar.tsx";
import { ProblemBanner } from "../features/live/problem-banner.tsx";
import type { Dismissed } from "../features/live/watch-notices.tsx";
import { useNoticesWanted } from "../features/notifications/use-notices-wanted.ts";
import { useLook } from "../features/since/use-look.ts";
import { SessionListPage, type PanelTime } from "../features/session-list/session-list-page.tsx";
import { IdText } from "../ui/hostile-text.tsx";
import { listParams } from "../url/list-params.ts";
import { matchRoute, sessionPath } from "../url/paths.ts";
import { sessionParams } from "../url/session-params.ts";
import { stepTo } from "../url/step.ts";
import { useView } from "../url/use-view.ts";
import { NotFound } from "./not-found.tsx";
import {
  ConnectionPanel,
  ListSigns,
  NotifyToggle,
  prepareForReturn,
  prepareForUse,
  SessionPage,
  SessionPanel,
  SinceLine,
  TabSigns,
  TrainingNotices,
  TrainingTip,
  WaitingForSession,
  WatchNotices,
} from "./parts.tsx";
import { Shell } from "./shell.tsx";
import { focusField, useShortcuts } from "./use-shortcuts.ts";
import { useTouched } from "./use-touched.ts";
import { useWatching } from "./use-watching.ts";

/** Times are told in the reader's own zone. */
const ZONE = "local";

interface DashboardProps {
  readonly connection: Connection;
  /** In direct mode: drops the key and goes back to the connect screen, which says so if the key was rejected. */
  readonly onForgetKey: ((rejected: boolean) => void) | undefined;
}

/** Watches one connection and shows the view that the URL names. */
export function Dashboard({ connection, onForgetKey }: DashboardProps) {
  const route = matchRoute(usePathname());
  const list = useView(listParams);
  const detail = useView(sessionParams);
  const { ids, paused } = list.view;
  const scope: Scope = route.route === "sessions" && ids.length > 0 ? ids : "all";
  const preferences = usePreferences();
  const { known, polling, staleFrom, online, partial, retry } = useWatching(connection, scope, {
    paused,
    preferences,
  });
  const [dismissed, setDismissed] = useState<Dismissed>({});
  const look = useLook();
  const sessionId = route.route === "session" ? route.id : undefined;
  // A link may lead to a session that was seen to end days ago.
  const linked = sessionId === undefined ? undefined : findSession(known, sessionId);
  const isUnknown = sessionId !== undefined && known.latest !== undefined && !partial && !linked;
  const recalled = useQuery({ ...recalledQuery(connection, sessionId ?? ""), enabled: isUnknown });
  const hasOutcome = polling.updatedAt !== undefined || polling.problem !== undefined;
  const renderPanel = useCallback(
    (session: KnownSession, time: PanelTime) => (
      <SessionPanel known={session} time={time} neighbours={neighboursOf(session, known.sessions.values())} />
    ),
    [known.sessions],
  );
  const openPage = useCallback((id: string) => stepTo(sessionPath(id)), []);

  const isTouched = useTouched();
  const isNoticed = useNoticesWanted();
  useEffect(() => {
    if (isTouched) prepareForUse();
  }, [isTouched]);
  useEffect(() => {
    if (look.wasHidden) prepareForReturn();
  }, [look.wasHidden]);

  // Both routes have a range, with defaults of their own.
  const changeRange = (by: -1 | 1) =>
    route.route === "session"
      ? detail.change({ range: stepRange(detail.view.range, by) })
      : list.change({ range: stepRange(list.view.range, by) });
  useShortcuts({
    "/": () => focusField("search-sessions"),
    i: () => focusField("session-ids"),
    p: () => list.change({ paused: !paused }),
    "[": () => changeRange(-1),
    "]": () => changeRange(1),
    "0": () =>
      route.route === "session"
        ? detail.change({ range: sessionParams.range.default })
        : list.change({ range: listParams.range.default }),
  });

  const notices = (ignored: readonly string[], dismiss: () => void): ReactNode => (
    <>
      {hasOutcome && (
        <WithFacts connection={connection}>
          {(facts) => <WatchNotices facts={facts} dismissed={dismissed} onDismiss={setDismissed} />}
        </WithFacts>
      )}
      <LinkNotice ignored={ignored} onDismiss={dismiss} />
      {polling.problem && (
        <ProblemBanner
          polling={polling}
          surroundings={{ mode: connection.mode, host: connection.host, offline: !online }}
          zone={ZONE}
          onRetry={retry}
          onChangeKey={onForgetKey && (() => onForgetKey(true))}
        />
      )}
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
      shownFrom={known.latest?.receivedAt}
      renderConnection={(close) => (
        <WithFacts connection={connection}>
          {(facts) => (
            <ConnectionPanel
              mode={connection.mode}
              host={connection.host}
              facts={facts}
              preferences={preferences}
              onChange={changePreferences}
              onRefresh={retry}
              onForget={async () => {
                const isGone = await connection.forget();
                retry();
                return isGone;
              }}
              onClose={close}
            >
              <NotifyToggle />
            </ConnectionPanel>
          )}
        </WithFacts>
      )}
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
          partial={partial}
          zone={ZONE}
          intervalMs={preferences.intervalMs}
          notices={
            <>
              {notices(list.ignored, () => list.change({}, { replace: true }))}
              {look.away && (
                <SinceLine known={known} away={look.away} view={list.view} onDismiss={look.dismiss} />
              )}
            </>
          }
          failed={polling.problem !== undefined}
          renderPanel={renderPanel}
          onOpenPage={openPage}
          renderStatus={status}
          renderSign={(sign) => (
            <ListSigns sign={sign} known={known} view={list.view} polling={polling} staleFrom={staleFrom} />
          )}
        />
      )}
      {route.route === "session" && (
        <>
          {renderSession(route.id)}
          {status(
            <span>
              Session <IdText id={route.id} />
            </span>,
          )}
        </>
      )}
      {route.route === "not-found" && (
        <NotFound reason="The address may have been cut short on its way here." />
      )}
      {(route.route === "timeline" || route.route === "launchers") && (
        <NotFound reason="The link names a view that this version does not have." />
      )}
      {hasOutcome && (
        <TabSigns
          known={known}
          phase={polling.phase}
          isStale={staleFrom !== undefined}
          sessionId={sessionId}
          hiddenSince={look.hiddenSince}
        />
      )}
      {(isTouched || isNoticed) && (
        <WithFacts connection={connection}>
          {({ name }) => (
            <TrainingNotices
              known={known}
              answered={polling.updatedAt !== undefined && !partial}
              connection={name}
              paused={paused}
            />
          )}
        </WithFacts>
      )}
      {isTouched && <TrainingTip known={known} staleFrom={staleFrom} zone={ZONE} />}
    </Shell>
  );

  function renderSession(id: string): ReactNode {
    const session = linked ?? recalled.data ?? undefined;
    const shownNotices = notices(detail.ignored, () => detail.change({}, { replace: true }));
    if (!session) {
      return (
        <WaitingForSession
          id={id}
          answered={known.latest !== undefined && !partial}
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
        actions={<NotifyToggle sessionId={session.session.id} />}
      />
    );
  }
}

interface WithFactsProps {
  readonly connection: Connection;
  readonly children: (facts: ConnectionFacts) => ReactNode;
}

/** They change with each call: only what shows them renders again. */
function WithFacts({ connection, children }: WithFactsProps): ReactNode {
  return children(useSyncExternalStore(connection.onFacts, connection.facts));
}
