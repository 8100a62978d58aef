import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { usePathname } from "wouter/use-browser-location";
import type { Connection } from "../api/connection.ts";
import { usePreferences } from "../choices/use-preferences.ts";
import { useZone } from "../choices/zone-choice.ts";
import type { KnownSession, Scope } from "../domain/known.ts";
import type { Selection } from "../domain/selection.ts";
import type { TimeRange } from "../domain/time-range.ts";
import type { Dismissed } from "../features/live/watch-notices.tsx";
import { useNoticesWanted } from "../features/notifications/use-notices-wanted.ts";
import type { SeenLook } from "../features/since/use-look.ts";
import type { PanelTime } from "../features/session-list/session-list-page.tsx";
import { fetchModule } from "../ui/fetch-module.ts";
import { allRange } from "../url/all-range.ts";
import { listParams } from "../url/list-params.ts";
import {
  asksForIds,
  launchersPath,
  matchRoute,
  sessionPath,
  sessionsPath,
  timelinePath,
} from "../url/paths.ts";
import { sessionRange } from "../url/session-range.ts";
import { carried, stepTo } from "../url/step.ts";
import { useView } from "../url/use-view.ts";
import {
  Attending,
  ConnectionPanel,
  LaunchersPage,
  NotFound,
  Notices,
  NotifyToggle,
  Overlay,
  prepareForReturn,
  prepareOverlays,
  SessionPanel,
  SessionView,
  SettingsPanel,
  ShortcutKeys,
  statusToCome,
  StatusBar,
  TabSigns,
  TimelineView,
  TrainingNotices,
  TrainingTip,
  WANTED_NEXT,
} from "./parts.tsx";
import type { OverlayName } from "./overlays.tsx";
import "./early-keys.ts";
import { Shell } from "./shell.tsx";
import type { ViewShortcuts } from "./use-shortcuts.ts";
import { useFirstSeen } from "./use-first-seen.ts";
import { useTouched } from "./use-touched.ts";
import { ListView } from "./list-view.tsx";
import { useWatching } from "./use-watching.ts";

interface DashboardProps {
  readonly connection: Connection;
  /** In direct mode: drops the key and goes back to the connect screen, which says so if the key was rejected. */
  readonly onForgetKey: ((rejected: boolean) => void) | undefined;
}

/** Watches one connection and shows the view that the URL names. */
export function Dashboard({ connection, onForgetKey }: DashboardProps) {
  const route = matchRoute(usePathname());
  const list = useView(listParams);
  const detail = useView(detailRange);
  const lanes = useView(lanesRange);
  const watching = useView(carried);
  const { ids, paused } = list.view;
  const scope: Scope = asksForIds(route) && ids.length > 0 ? ids : "all";
  const preferences = usePreferences();
  const zone = useZone();
  const [overlay, setOverlay] = useState<OverlayName>();
  const showHelp = useCallback(() => setOverlay("help"), [setOverlay]);
  const closeOverlay = () => setOverlay(undefined);
  const { known, polling, steady, staleFrom, online, partial, retry } = useWatching(connection, scope, {
    paused,
    preferences,
  });
  const [dismissed, setDismissed] = useState<Dismissed>({});
  const [look, setLook] = useState<SeenLook>();
  const sessionId = route.route === "session" ? route.id : undefined;
  const isBare = known.latest === undefined;
  const isWhole = !isBare && !partial;
  const failed = polling.problem !== undefined;
  const hasOutcome = polling.updatedAt !== undefined || failed;
  const renderPanel = useCallback(
    (session: KnownSession, time: PanelTime) => (
      <SessionPanel known={session} time={time} watched={known.watched} sessions={known.sessions} />
    ),
    [known.watched, known.sessions],
  );
  const openPage = useCallback((id: string) => stepTo(sessionPath(id)), []);

  const [selection, setSelection] = useState<Selection>();
  const [picking, setPicking] = useState(false);
  const queries = useQueryClient();
  const isTouched = useTouched();
  const isNoticed = useNoticesWanted();
  // From then on what tells how watching goes is shown, and so fetched: by the time that the network goes, it is here.
  const isSeen = useFirstSeen(!isBare || failed) || isTouched;
  useEffect(() => {
    if (isTouched) prepareOverlays();
  }, [isTouched]);
  useEffect(() => {
    if (look?.wasHidden) prepareForReturn();
  }, [look?.wasHidden]);

  const isList = route.route === "sessions";
  // The routes have a range each, with defaults of their own. What a route does not have stays in its link as it is.
  const timed =
    route.route === "session"
      ? { ...detail, own: detailRange }
      : isList
        ? { ...list, own: listParams }
        : { ...lanes, own: lanesRange };
  const changeRange = (range: TimeRange) => timed.change({ range });
  const pause = (on: boolean) => (isList ? list : watching).change({ paused: on });
  const step = (by: -1 | 1): void => {
    fetchModule(() => import("./step-still.ts")).then(
      ({ stepShown, sessionShown }) =>
        stepShown(timed, by, { known, session: sessionShown(sessionId, { known, connection, queries }) }),
      // Without the network the range stays as it is.
      () => undefined,
    );
  };
  const shortcuts: ViewShortcuts = {
    palette: () => setOverlay("palette"),
    pause: () => pause(!paused),
    shorter: () => step(-1),
    longer: () => step(1),
    now: () => changeRange(timed.own.range.default),
    sessions: () => stepTo(sessionsPath()),
    timeline: () => stepTo(timelinePath()),
    launchers: () => stepTo(launchersPath()),
    help: showHelp,
  };

  const notices = useCallback(
    (ignored: readonly string[], dismiss: () => void): ReactNode =>
      (isSeen || failed || ignored.length > 0) && (
        <Notices
          connection={connection}
          polling={steady}
          online={online}
          zone={zone}
          ignored={ignored}
          onIgnored={dismiss}
          dismissed={dismissed}
          onDismiss={setDismissed}
          onRetry={retry}
          onForgetKey={onForgetKey}
          isBare={isBare}
        />
      ),
    [isSeen, failed, connection, steady, online, zone, dismissed, retry, onForgetKey, isBare],
  );
  const status = useCallback(
    (facts: ReactNode): ReactNode =>
      isSeen ? (
        <StatusBar known={known} zone={zone} onHelp={showHelp}>
          {facts}
        </StatusBar>
      ) : (
        statusToCome
      ),
    [isSeen, known, zone, showHelp],
  );

  /** What the views besides the list and a session's page are made of. */
  const seen = {
    known,
    isWhole,
    failed,
    staleFrom,
    zone,
    intervalMs: preferences.intervalMs,
    renderNotices: notices,
    renderStatus: status,
  };

  return (
    <Shell
      connection={connection}
      polling={polling}
      shownFrom={known.latest?.receivedAt}
      renderConnection={(close) => (
        <ConnectionPanel connection={connection} onRefresh={retry} onClose={close}>
          <NotifyToggle />
        </ConnectionPanel>
      )}
      renderSettings={(close) => (
        <SettingsPanel onClose={close} onPalette={shortcuts.palette} onHelp={shortcuts.help}>
          <NotifyToggle />
        </SettingsPanel>
      )}
      route={route.route}
      paused={paused}
      onPause={pause}
      onForgetKey={connection.hasKey ? onForgetKey && (() => onForgetKey(false)) : undefined}
    >
      {isList && (
        <ListView
          {...seen}
          view={list.view}
          ignored={list.ignored}
          change={list.change}
          polling={steady}
          partial={partial}
          away={look?.away}
          onDismissAway={look?.dismiss}
          renderPanel={renderPanel}
          onOpenPage={openPage}
          isTouched={isTouched}
          selection={selection}
          onSelection={setSelection}
          picking={picking}
          onPicking={setPicking}
        />
      )}
      {route.route === "session" && (
        <SessionView
          {...seen}
          id={route.id}
          connection={connection}
          renderActions={(id) => <NotifyToggle sessionId={id} />}
        />
      )}
      {route.route === "not-found" && (
        <NotFound reason="The address may have been cut short on its way here." />
      )}
      {isSeen && (
        <ShortcutKeys shortcuts={shortcuts} isAsking={overlay !== undefined} onGiveUp={closeOverlay} />
      )}
      {isSeen && <Attending onLook={setLook} next={isTouched ? WANTED_NEXT : undefined} />}
      {route.route === "timeline" && <TimelineView {...seen} />}
      {route.route === "launchers" && <LaunchersPage {...seen} />}
      {hasOutcome && isSeen && (
        <TabSigns
          connection={connection}
          known={known}
          phase={polling.phase}
          isStale={staleFrom !== undefined}
          route={route}
          hiddenSince={look?.hiddenSince}
        />
      )}
      {(isTouched || isNoticed) && (
        <TrainingNotices
          known={known}
          answered={polling.updatedAt !== undefined && !partial}
          connection={connection}
          paused={paused}
        />
      )}
      {overlay && (
        <Overlay
          name={overlay}
          sessions={known.sessions}
          shortcuts={shortcuts}
          view={list.view}
          change={list.change}
          route={route.route}
          range={timed.view.range}
          onRange={changeRange}
          onRefresh={retry}
          onClose={closeOverlay}
        />
      )}
      {isTouched && <TrainingTip connection={connection} known={known} staleFrom={staleFrom} zone={zone} />}
    </Shell>
  );
}

/** What the keys change of the links of the other views. */
const detailRange = { range: sessionRange };
const lanesRange = { range: allRange };
