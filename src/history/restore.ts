/** What the stored history of a connection says, and whether it can be believed. */
import { type Known, type KnownSession, NOTHING_KNOWN } from "../domain/known.ts";
import { prune } from "../domain/prune.ts";
import { isConnectionRecord, isKnownSession } from "./read-stored.ts";
import type { StoredConnection } from "./records.ts";

export interface Restored {
  readonly known: Known;
  /** Ids of the sessions that do not read. */
  readonly broken: readonly string[];
}

/** An answer further ahead was not stored by this clock: no new answer would count as newer for as long. Ms. */
const AHEAD_MS = 120_000;

/**
 * What is known from what was stored, without what ended before the instant; undefined when it cannot be believed: sessions
 * without a readable record of their connection, or a newest answer in the future. Epoch ms.
 */
export function restore(
  { record, sessions }: StoredConnection,
  { now, endedBefore }: { readonly now: number; readonly endedBefore: number },
): Restored | undefined {
  if (record === undefined && sessions.length === 0) return { known: NOTHING_KNOWN, broken: [] };
  if (!isConnectionRecord(record)) return undefined;
  const { watched, latest } = record;
  if (latest !== undefined && latest.sentAt > now + (latest.aheadMs ?? 0) + AHEAD_MS) return undefined;
  const readable = new Map<string, KnownSession>();
  const broken: string[] = [];
  for (const { id, value } of sessions) {
    if (isKnownSession(value) && value.session.id === id) readable.set(id, value);
    else broken.push(id);
  }
  return { known: prune({ sessions: readable, watched, latest }, { endedBefore }), broken };
}
