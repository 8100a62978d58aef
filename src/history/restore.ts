/** What the stored history of a connection says, and whether it can be believed. */
import { type Known, type KnownSession, NOTHING_KNOWN } from "../domain/known.ts";
import { joined } from "../domain/observe-session.ts";
import { prune } from "../domain/prune.ts";
import { isConnectionRecord } from "./connection-record.ts";
import { heldIn, isJournal, type JournalPart } from "./journal.ts";
import { createStoredReading } from "./read-stored.ts";
import type { StoredConnection } from "./records.ts";

export interface Restored {
  readonly known: Known;
  /** Ids of the sessions that do not read. */
  readonly broken: readonly string[];
  readonly journal: readonly JournalPart[];
}

/** An answer further ahead was not stored by this clock: no new answer would count as newer for as long. Ms. */
const AHEAD_MS = 120_000;

/**
 * What is known from what was stored, without what ended before the instant; undefined when it cannot be believed: sessions
 * without a readable record of their connection, a journal that does not read, or a newest answer in the future. Epoch ms.
 */
export function restore(
  { record, sessions, journal }: StoredConnection,
  { now, endedBefore }: { readonly now: number; readonly endedBefore: number },
): Restored | undefined {
  if (record === undefined && sessions.length + journal.length === 0)
    return { known: NOTHING_KNOWN, broken: [], journal: [] };
  if (!isConnectionRecord(record) || !isJournal(journal)) return undefined;
  const { watched, latest, wholeFrom = 0 } = record;
  // What a clock was corrected back by says nothing against an answer once that clock was set right.
  if (latest && latest.sentAt > now + Math.max(0, latest.aheadMs ?? 0) + AHEAD_MS) return undefined;
  const readable = new Map<string, KnownSession>();
  const broken: string[] = [];
  const read = createStoredReading();
  const ended = new Map(sessions.map(({ id, value }) => [id, value]));
  // What goes on is in the journal, whatever was stored of an earlier end.
  for (const [id, value] of new Map([...ended, ...heldIn(journal)])) {
    const known = read(value);
    if (known?.session.id === id)
      readable.set(id, value === ended.get(id) ? known : whole(known, read(ended.get(id))));
    else broken.push(id);
  }
  // What had ended by then is not stored either, whoever watched it.
  const lessFrom = watched.some(({ from }) => from < endedBefore) ? endedBefore : 0;
  const stored = {
    sessions: readable,
    watched,
    latest,
    wholeFrom: Math.max(lessFrom, wholeFrom) || undefined,
  };
  return { known: prune(stored, { endedBefore }), broken, journal };
}

/** A page that closed as the session came back may not have asked any more what was known of it. */
function whole(known: KnownSession, former: KnownSession | undefined): KnownSession {
  const isOlder = former?.session.startedAt === known.session.startedAt && former.firstSeen < known.firstSeen;
  return former && isOlder ? joined(former, known) : known;
}
