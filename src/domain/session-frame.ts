/** The stretch of time that a session's own page shows. */
import { frameLength } from "./frame.ts";
import { knownSince } from "./known-extent.ts";
import type { KnownSession } from "./known.ts";
import type { InView } from "./range-gesture.ts";
import type { TimeRange } from "./time-range.ts";
import type { Window } from "./window.ts";
import { reachOf } from "./zoom.ts";

const MINUTE = 60_000;
/** All of a session's life. */
export const WHOLE_LIFE = { kind: "last", name: "all" } as const satisfies TimeRange;
/** On both sides of a session that ended, as a share of its life. */
const ROOM = 0.04;

/**
 * As `frameLength`, but all of a session that is no longer reported is its life, and not the time that went by since.
 * @param now epoch ms, to the minute is enough
 */
export function sessionFrame(range: TimeRange, known: KnownSession, now: number): number | Window {
  const { session, ended, lastSeen } = known;
  if (!ended || range.kind === "fixed" || range.name !== "all") {
    return frameLength(range, session.startedAt, now);
  }
  const to = Math.max(lastSeen ?? ended.by, ended.by);
  const from = Math.min(session.startedAt, to);
  const room = Math.ceil(Math.max(MINUTE, (to - from) * ROOM));
  return { from: from - room, to: to + room };
}

/** What a range comes to at this moment, and where gestures can take it. */
export function sessionInView(range: TimeRange, known: KnownSession, now: number): InView {
  const frame = sessionFrame(range, known, now);
  return {
    window: typeof frame === "number" ? { from: now - frame, to: now } : frame,
    reach: reachOf(knownSince([known], []), now),
  };
}
