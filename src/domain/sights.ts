import type { KnownSession } from "./known.ts";

/**
 * When a session was seen first and last, as a person is told. What is known goes by the receipt of the first answer that held it
 * and by the sending of the last: of one answer alone the first would come after the last.
 * @param latestAt sending of the newest answer, epoch ms; undefined where there is none
 */
export function sightsOf<At extends number | undefined>(
  { firstSeen, lastSeen }: KnownSession,
  latestAt: At,
): { readonly first: number; readonly last: number | At } {
  const last = lastSeen === undefined ? latestAt : lastSeen;
  return { first: Math.min(firstSeen, last ?? firstSeen), last };
}
