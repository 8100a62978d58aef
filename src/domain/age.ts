import type { KnownSession } from "./known.ts";

/**
 * How long a session has run, in ms, never negative: to now while answers hold it, else to the last that did.
 * @param now epoch ms
 */
export function ageOf({ session, ended, lastSeen }: KnownSession, now: number): number {
  return Math.max(0, (lastSeen ?? ended?.by ?? now) - session.startedAt);
}
