/** The page's first connection, to what the address and this browser say: it is made before React is there to draw it. */
import type { QueryClient } from "@tanstack/react-query";
import { connect, type Connection } from "../api/connection.ts";
import { currentKey } from "../api/key-store.ts";
import type { PageConfig } from "../api/page-config.ts";
import { sessionsQuery } from "../api/sessions-query.ts";
import { preferences } from "../choices/preferences.ts";
import type { FirstView } from "../domain/first-rows.ts";
import type { Scope } from "../domain/known.ts";
import { listParams } from "../url/list-params.ts";
import { asksForIds, matchRoute } from "../url/paths.ts";
import { timelineParams } from "../url/timeline-params.ts";
import { readView } from "../url/view.ts";

let prepared: Connection | undefined;
let isTaken = false;

/** Makes the first connection for whoever takes it, unless the page was quicker, or has to ask for a token first. */
export function prepareFirst(config: PageConfig, queries: QueryClient): void {
  if (!isTaken && !config.needsToken) prepared = connectFirst(config, queries);
}

/**
 * The connection that was prepared, once; then, and where there is none, another. In development React asks twice at once for what a
 * state begins with: both are given the same. @returns as `connectFirst`
 */
export function takeFirst(config: PageConfig, queries: QueryClient): Connection | undefined {
  isTaken = true;
  queueMicrotask(() => (prepared = undefined));
  return (prepared ??= connectFirst(config, queries));
}

/**
 * Its first look is under way while the page is drawn: the dashboard finds it there.
 * @param follow the connection of another tab that has the key
 * @returns undefined in direct mode without a key of this tab or another's; in the other modes the server holds it
 */
export function connectFirst(
  config: PageConfig,
  queries: QueryClient,
  follow?: string,
): Connection | undefined {
  const apiKey = config.mode === "direct" ? currentKey() : undefined;
  if (config.mode === "direct" && apiKey === undefined && follow === undefined) return undefined;
  const { view, scope } = firstView();
  const connection = connect(config, { apiKey, follow, view });
  const { intervalMs } = preferences.read();
  const settings = { intervalMs, paused: false, hidden: document.hidden };
  void queries.prefetchQuery(sessionsQuery(connection, scope, settings));
  return connection;
}

/** What the link says is to be asked for, and seen first. */
export function firstView(): { readonly view: FirstView; readonly scope: Scope } {
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
