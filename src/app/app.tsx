import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { connect, type Connection } from "../api/connection.ts";
import { currentKey, forgetKey, keepKey } from "../api/key-store.ts";
import { pageConfigQuery } from "../api/page-config-query.ts";
import type { PageConfig } from "../api/page-config.ts";
import { readPreferences } from "../choices/preferences.ts";
import { SESSIONS_KEY, sessionsQuery } from "../api/sessions-query.ts";
import type { FirstView } from "../domain/first-rows.ts";
import type { Scope } from "../domain/known.ts";
import { TopBar } from "../features/live/top-bar.tsx";
import { stayOpen } from "../ui/fetch-module.ts";
import { ToastRegion } from "../ui/toast.tsx";
import { listParams } from "../url/list-params.ts";
import { asksForIds, matchRoute } from "../url/paths.ts";
import { timelineParams } from "../url/timeline-params.ts";
import { readView } from "../url/view.ts";
import { Dashboard } from "./dashboard.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Connecting, Unconfigured } from "./parts.tsx";

/** The whole page: learns its mode, asks for a key where it needs one, then shows the dashboard. */
export function App() {
  return (
    <ErrorBoundary>
      <Configured />
      <ToastRegion />
    </ErrorBoundary>
  );
}

function Configured() {
  const config = useQuery(pageConfigQuery);
  if (config.isPending) return <TopBar />;
  if (!config.data || config.data.needsToken) return <Unconfigured config={config} />;
  return <Connected config={config.data} />;
}

function Connected({ config }: { readonly config: PageConfig }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState(() => firstConnection(config, undefined, queries));
  /** Why the last connection is gone; undefined while there was none. */
  const [rejected, setRejected] = useState<boolean>();
  const follow = useCallback(
    (other: string) => setConnection(firstConnection(config, other, queries)),
    [config, queries],
  );
  if (!connection) {
    return (
      <Connecting
        apiAddress={config.apiAddress}
        isOpened={rejected === undefined}
        onFollow={follow}
        problem={rejected ? "The API key was rejected." : undefined}
        onConnect={(key, forTab) => {
          keepKey(key, forTab);
          if (!forTab) stayOpen();
          setConnection(connect(config, { apiKey: key, view: first().view }));
        }}
      />
    );
  }
  // Nothing of the key's connection stays: not the key, not what it showed.
  const disconnect = (wasRejected: boolean) => {
    forgetKey();
    connection.close();
    queries.removeQueries({ queryKey: [SESSIONS_KEY] });
    setRejected(wasRejected);
    setConnection(undefined);
  };
  return (
    <Dashboard
      key={connection.serial}
      connection={connection}
      onForgetKey={config.mode === "direct" ? disconnect : undefined}
    />
  );
}

/** In direct mode there is a connection only with a key, or a tab that has one; in the others the server holds it. */
function firstConnection(
  config: PageConfig,
  follow: string | undefined,
  queries: QueryClient,
): Connection | undefined {
  const apiKey = config.mode === "direct" ? currentKey() : undefined;
  if (config.mode === "direct" && apiKey === undefined && follow === undefined) return undefined;
  const { view, scope } = first();
  const connection = connect(config, { apiKey, follow, view });
  // The first look is under way while the page is drawn: the dashboard finds it there.
  const { intervalMs } = readPreferences();
  const settings = { intervalMs, paused: false, hidden: document.hidden };
  void queries.prefetchQuery(sessionsQuery(connection, scope, settings));
  return connection;
}

/** What the link says is to be asked for, and seen first. */
function first(): { readonly view: FirstView; readonly scope: Scope } {
  const route = matchRoute(location.pathname);
  const { view: list } = readView(listParams, location.search);
  // Lanes have groups of their own, and one order whatever a link says.
  const view: FirstView =
    route.route === "timeline"
      ? { ...readView(timelineParams, location.search).view, sort: "-started" }
      : list;
  return {
    view: route.route === "session" ? { ...list, ids: [route.id] } : view,
    scope: asksForIds(route) && list.ids.length > 0 ? list.ids : "all",
  };
}
