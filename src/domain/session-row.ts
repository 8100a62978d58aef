/**
 * A session's row on the timeline of all: whether a window has it, and how high it is.
 *
 * Its height hangs on what is known of the session alone, so that ten thousand rows have their places before any is drawn, and none
 * changes its height under a zoom.
 */
import type { KnownSession } from "./known.ts";
import { onceFor } from "./once-for.ts";
import { newestFirst } from "./session.ts";
import { lanesOf } from "./strip-layout.ts";
import type { Window } from "./window.ts";

/** Of a session's row by its lanes, px: bars of 7 px and 2 between them where there are three or more. */
const HEIGHTS: readonly number[] = [26, 26, 26, 33, 42];

export interface SessionRow {
  readonly kind: "session";
  /** Unique among the rows. */
  readonly key: string;
  readonly known: KnownSession;
  readonly lanes: number;
  /** Px. */
  readonly height: number;
}

/** The newest start first; equal ones by id. */
export const byStart = ({ session: a }: KnownSession, { session: b }: KnownSession): number =>
  newestFirst(a, b);

/** Whether any life under its id meets the window. A session that is still reported goes on beyond any window. */
export const isShown = (known: KnownSession, window: Window): boolean =>
  lives(known, window) || known.earlier.some((life) => lives(life, window));

function lives({ session, trainings, ended, lastSeen }: KnownSession, { from, to }: Window): boolean {
  // A training can be older than its session, where the clocks of servers differ.
  const hasBegun = session.startedAt <= to || (trainings[0]?.training.createdAt ?? Infinity) <= to;
  return hasBegun && (ended === undefined || Math.max(session.startedAt, lastSeen ?? 0, ended.by) >= from);
}

/** The same row for the same session object. */
export const sessionRow = onceFor((known: KnownSession): SessionRow => {
  const lanes = lanesOf(known);
  return {
    kind: "session",
    key: `session:${known.session.id}`,
    known,
    lanes,
    height: HEIGHTS[lanes] ?? 0,
  };
});
