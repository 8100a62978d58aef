/** Readings of unchanged sessions are used again, so that an answer which changes nothing makes no new object. */
import type { DebugSession } from "@decthings/api-client";
import type { Known } from "./known.ts";
import { sameJson } from "./same.ts";
import { readSession, type Session } from "./session.ts";

/**
 * Reads an answer's sessions, in their order; those equal to what is known are the known objects themselves.
 * @param asAnswered the JSON of a decoded session exactly as it came
 */
export function reuseUnchanged(
  known: Known,
  sessions: readonly DebugSession[],
  asAnswered: (session: DebugSession) => unknown = (session) => session,
): readonly Session[] {
  return sessions.map((wire) => {
    const before = known.sessions.get(wire.id)?.session;
    return before && sameJson(before.wire, wire) ? before : readSession(wire, asAnswered(wire));
  });
}
