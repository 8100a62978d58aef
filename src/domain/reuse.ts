/** Readings of unchanged sessions are used again, so that an answer which changes nothing makes no new object. */
import type { DebugSession } from "@decthings/api-client";
import type { Known } from "./known.ts";
import { isTooDeep } from "./nesting.ts";
import { sameJson, withEqual } from "./same.ts";
import { readSession, type Session, type Unreadable } from "./session.ts";
import { createSharing, type Share } from "./shared-parameters.ts";

interface ReadAnswer {
  readonly sessions: readonly Session[];
  /** Those that are nested too deep. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads an answer's sessions, in their order; those equal to what is known are the known objects themselves.
 * @param asAnswered the JSON of a decoded session exactly as it came
 * @param share the same for one answer after another: sessions of a model come to hold one copy of its parameters
 */
export function reuseUnchanged(
  known: Known,
  listed: readonly DebugSession[],
  asAnswered: (session: DebugSession) => unknown = (session) => session,
  share: Share = createSharing(),
): ReadAnswer {
  const unreadable: Unreadable[] = [];
  const sessions = listed.flatMap((wire) => {
    const before = known.sessions.get(wire.id)?.session;
    // What is known was looked through when it came.
    if (before && sameJson(before.wire, wire)) return before;
    if (isTooDeep(wire)) {
      // Apart from those that were not decoded, which have their places in the answer.
      unreadable.push({ index: -1 - unreadable.length, id: wire.id, reason: "nested too deep" });
      return [];
    }
    const answered = asAnswered(wire);
    // A few of a session's trainings change: the others stay the objects that what is known of them holds too.
    const shared = share(withEqual(before?.wire, wire));
    const read = readSession(shared, answered === wire ? shared : answered);
    return before ? { ...read, trainings: withEqual(before.trainings, read.trainings) } : read;
  });
  return { sessions, unreadable };
}
