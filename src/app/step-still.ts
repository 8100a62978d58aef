/** The keys for a shorter and a longer range; fetched when one is pressed. */
import type { QueryClient } from "@tanstack/react-query";
import type { Connection } from "../api/connection.ts";
import { recalledQuery } from "../api/recalled-query.ts";
import { findSession } from "../domain/find-session.ts";
import type { Known, KnownSession } from "../domain/known.ts";
import { allSince } from "../domain/known-extent.ts";
import { type InView, rangeAfter } from "../domain/range-gesture.ts";
import { sessionInView } from "../domain/session-frame.ts";
import { stepRange, type TimeRange } from "../domain/time-range.ts";
import { reachOf, STEP } from "../domain/zoom.ts";
import { pageNow } from "../ui/tick.ts";

/** What keeps a range in its link. */
interface Ranged {
  readonly change: (to: (now: { readonly range: TimeRange }) => { readonly range: TimeRange }) => void;
}

interface Shown {
  readonly known: Known;
  /** Whose page shows the range; undefined in a view of all. */
  readonly session: KnownSession | undefined;
  /** Epoch ms. */
  readonly now: number;
}

interface Holders {
  readonly known: Known;
  readonly connection: Connection;
  readonly queries: QueryClient;
}

/** The session whose page is shown; undefined on another page, and where nothing is known of it. */
export function sessionShown(
  id: string | undefined,
  { known, connection, queries }: Holders,
): KnownSession | undefined {
  if (id === undefined) return undefined;
  const recalled = queries.getQueryData(recalledQuery(connection, id).queryKey);
  return findSession(known, id) ?? recalled ?? undefined;
}

/** Goes on to the next shorter (-1) or longer (1) range of what is shown: from where the reader is just moving it to. */
export function stepShown({ change }: Ranged, by: -1 | 1, shown: Omit<Shown, "now">): void {
  change(({ range }) => ({
    range:
      range.kind === "last" && !shown.session?.ended
        ? stepRange(range, by)
        : stepStill(range, by, { ...shown, now: pageNow() }),
  }));
}

/** The same where the picture stands still. */
export function stepStill(range: TimeRange, by: -1 | 1, { known, session, now }: Shown): TimeRange {
  if (session) {
    const view = sessionInView(range, session, now);
    // All of a session that ended does not end at now, so neither does a part of it.
    return rangeAfter(
      range,
      view.window.to < now ? { kind: "zoom", x: 0.5, factor: STEP ** -by } : { kind: "step", by },
      view,
    );
  }
  const reach = reachOf(allSince(known), now);
  const view: InView = { window: range.kind === "fixed" ? range : reach, reach };
  return rangeAfter(range, { kind: "step", by }, view);
}
