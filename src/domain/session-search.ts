/** Finds sessions by a part of their id, model or launcher: a bounded look through all that are known. */
import type { KnownSession } from "./known.ts";
import { onceFor } from "./once-for.ts";
import { readIds } from "./paste.ts";
import { newestFirst } from "./session.ts";
import { foldCase } from "./session-facts.ts";

export interface FoundSessions {
  /** The best first, at most as many as were asked for. */
  readonly shown: readonly KnownSession[];
  /** How many there are. */
  readonly count: number;
}

/** Id, model and launcher, a line each, case folded. */
const textOf = onceFor(({ session: { id, modelId, location } }: KnownSession): string =>
  foldCase(`${id}\n${modelId}\n${location.kind === "persistent" ? location.launcherId : ""}`),
);

/** Does the dear part of a search ahead, for the next so many of the sessions. Returns whether there are more. */
export function prepareSearch(sessions: Iterator<KnownSession>, count: number): boolean {
  for (let done = 0; done < count; done += 1) {
    const next = sessions.next();
    if (next.done === true) return false;
    textOf(next.value);
  }
  return true;
}

/**
 * The sessions in which every word of the query occurs. Those whose id begins with the first word come first, then those
 * whose id holds it, then the others; among equals the running before the ended, and the newest first. A query that holds
 * UUIDs, such as a line of a log, means these. Nothing is found for an empty one.
 */
export function findSessions(sessions: Iterable<KnownSession>, query: string, limit: number): FoundSessions {
  const words = readIds(query, []).map(foldCase);
  const [first] = words;
  if (first === undefined) return { shown: [], count: 0 };
  /** Sorted, never longer than `limit`. */
  const best: Match[] = [];
  let count = 0;
  for (const known of sessions) {
    const text = textOf(known);
    if (!words.every((word) => text.includes(word))) continue;
    count += 1;
    const at = text.indexOf(first);
    const match = { known, rank: at === 0 ? 0 : at < known.session.id.length ? 1 : 2 };
    const last = best.at(-1);
    if (best.length === limit && last && compare(match, last) >= 0) continue;
    const place = best.findIndex((other) => compare(match, other) < 0);
    best.splice(place === -1 ? best.length : place, 0, match);
    if (best.length > limit) best.pop();
  }
  return { shown: best.map(({ known }) => known), count };
}

interface Match {
  readonly known: KnownSession;
  readonly rank: number;
}

const compare = (a: Match, b: Match): number =>
  a.rank - b.rank ||
  Number(a.known.ended !== undefined) - Number(b.known.ended !== undefined) ||
  newestFirst(a.known.session, b.known.session);
