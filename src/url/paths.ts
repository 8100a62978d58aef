/** Every path of the dashboard is made and read here, and nowhere else. */
import { toWellFormed } from "../domain/well-formed.ts";
import { launchersParams, type LaunchersView } from "./launchers-params.ts";
import { listParams, type ListView } from "./list-params.ts";
import { percentEncode } from "./query.ts";
import { sessionParams, type SessionView } from "./session-params.ts";
import { timelineParams, type TimelineView } from "./timeline-params.ts";
import { writeView } from "./view.ts";

export type Route =
  | { readonly route: "sessions" }
  | { readonly route: "session"; readonly id: string }
  | { readonly route: "timeline" }
  | { readonly route: "launchers" }
  | { readonly route: "not-found" };

/** Whether a link to it may ask the API for some sessions alone. */
export const asksForIds = ({ route }: Route): boolean => route === "sessions" || route === "timeline";

/** Path and query of the list, with what differs from the default view. */
export function sessionsPath(view: Partial<ListView> = {}): string {
  return `/${writeView(listParams, "", view)}`;
}

/**
 * Whether the id can be a path segment. URLs drop an empty segment, and take `.` and `..` for steps even when
 * percent-encoded: such an id has no page and is shown by its expanded row.
 */
export function hasPage(id: string): boolean {
  return id !== "" && id !== "." && id !== "..";
}

/** Path and query of a session's page; of the list with its row expanded where the id can have no page. */
export function sessionPath(id: string, view: Partial<SessionView> = {}): string {
  if (!hasPage(id)) return sessionsPath({ open: [id] });
  return `/sessions/${percentEncode(toWellFormed(id))}${writeView(sessionParams, "", view)}`;
}

/** Path and query of all sessions in lanes, with what differs from its default view. */
export function timelinePath(view: Partial<TimelineView> = {}): string {
  return `/timeline${writeView(timelineParams, "", view)}`;
}

/** Path and query of where it all runs. */
export function launchersPath(view: Partial<LaunchersView> = {}): string {
  return `/launchers${writeView(launchersParams, "", view)}`;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * The route of a path as the URL spells it (`location.pathname`, not yet decoded: a second decoding would change ids
 * that hold a `%`). One trailing slash is allowed. Total: what cannot be decoded is not found.
 */
export function matchRoute(pathname: string): Route {
  // A static host has the page under the name of its file as well.
  if (/^\/?(index\.html)?$/.test(pathname)) return { route: "sessions" };
  const [root, head, tail, ...rest] = pathname.replace(/\/$/, "").split("/");
  if (root !== "" || rest.length > 0) return { route: "not-found" };
  if (tail === undefined) {
    if (head === "timeline" || head === "launchers") return { route: head };
    return { route: "not-found" };
  }
  const id = head === "sessions" ? decodeSegment(tail) : undefined;
  return id !== undefined && hasPage(id)
    ? { route: "session", id: toWellFormed(id) }
    : { route: "not-found" };
}
