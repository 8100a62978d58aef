import type { KnownSession } from "./known.ts";

/**
 * How long a session has run, in ms, never negative: to now while answers hold it, else to the last that did.
 * @param now epoch ms
 */
export function ageOf({ session, ended, lastSeen }: KnownSession, now: number): number {
  return Math.max(0, (lastSeen ?? ended?.by ?? now) - session.startedAt);
}

const HOUR = 3_600_000;

/**
 * When the words of a session's age change: each so many ms (the first), counted from an instant (the second, epoch ms). From an hour
 * on seconds are not told.
 * @param now epoch ms
 */
export const ageSteps = (known: KnownSession, now: number): [stepMs: number, from: number] =>
  ageOf(known, now) < HOUR ? [1_000, 0] : [60_000, known.session.startedAt];
