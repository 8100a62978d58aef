/** Finds sessions by a part of their id, model or launcher: a bounded look through all that are known. */
import type { KnownSession } from "./known.ts";
import { readIds } from "./paste.ts";
import { foldCase } from "./session-facts.ts";

export interface FoundSessions {
  /** The best first, at most as many as were asked for. */
  readonly shown: readonly KnownSession[];
  /** How many there are. */
  readonly count: number;
}

interface Folded {
  readonly id: string;
  readonly all: string;
}

const folded = new WeakMap<KnownSession, Folded>();

/** A session that an answer did not change is the same object, and was folded before. */
function foldedOf(known: KnownSession): Folded {
  const cached = folded.get(known);
  if (cached !== undefined) return cached;
  const { id, modelId, location } = known.session;
  const ownId = foldCase(id);
  const launcher = location.kind === "persistent" ? foldCase(location.launcherId) : "";
  const fold = { id: ownId, all: `${ownId}\n${foldCase(modelId)}\n${launcher}` };
  folded.set(known, fold);
  return fold;
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
    const { id, all } = foldedOf(known);
    if (!words.every((word) => all.includes(word))) continue;
    count += 1;
    const match = { known, rank: id.startsWith(first) ? 0 : id.includes(first) ? 1 : 2 };
    const last = best.at(-1);
    if (best.length === limit && last && compare(match, last) >= 0) continue;
    const at = best.findIndex((other) => compare(match, other) < 0);
    best.splice(at === -1 ? best.length : at, 0, match);
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
  b.known.session.startedAt - a.known.session.startedAt ||
  (a.known.session.id < b.known.session.id ? -1 : 1);
