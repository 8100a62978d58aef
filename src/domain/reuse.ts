/** Readings of unchanged sessions are used again, so that an answer which changes nothing makes no new object. */
import type { DebugSession } from "@decthings/api-client";
import type { Known } from "./known.ts";
import { sameJson } from "./same.ts";
import { readSession, type Session } from "./session.ts";
import { createSharing, type Share } from "./shared-parameters.ts";

/**
 * Reads an answer's sessions, in their order; those equal to what is known are the known objects themselves.
 * @param asAnswered the JSON of a decoded session exactly as it came
 * @param share the same for one answer after another: sessions of a model come to hold one copy of its parameters
 */
export function reuseUnchanged(
  known: Known,
  sessions: readonly DebugSession[],
  asAnswered: (session: DebugSession) => unknown = (session) => session,
  share: Share = createSharing(),
): readonly Session[] {
  return sessions.map((wire) => {
    const before = known.sessions.get(wire.id)?.session;
    if (before && sameJson(before.wire, wire)) return before;
    const answered = asAnswered(wire);
    const shared = share(wire);
    return readSession(shared, answered === wire ? shared : answered);
  });
}
