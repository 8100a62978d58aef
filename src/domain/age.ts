import type { KnownSession } from "./known.ts";

/**
 * How long a session has run, in ms, never negative: to now while answers hold it, else to the last that did.
 * @param now epoch ms
 */
export function ageOf({ session, ended, lastSeen }: KnownSession, now: number): number {
  return Math.max(0, (lastSeen ?? ended?.by ?? now) - session.startedAt);
}

const HOUR = 3_600_000;

/** When words that are told change: each so many ms (the first), counted from an instant (the second, epoch ms). */
type Steps = [stepMs: number, from: number];

/** From an hour on seconds are not told. @param ms told @param from when it was none, epoch ms */
const stepsOf = (ms: number, from: number): Steps => (ms < HOUR ? [1_000, 0] : [60_000, from]);

/** Of a session's age. @param now epoch ms */
export const ageSteps = (known: KnownSession, now: number): Steps =>
  stepsOf(ageOf(known, now), known.session.startedAt);

/** Of how long ago something was. @param at epoch ms @param now epoch ms */
export const stepsSince = (at: number, now: number): Steps => stepsOf(now - at, at);
