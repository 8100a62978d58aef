/**
 * The sessions that have not ended, as they are stored. What changes is written behind what was there, a part for each save: to a
 * browser one value with hundreds of sessions is hardly more work than a value with one. The newest part that names a session
 * says what holds of it.
 */
import { SLICE } from "../domain/delta-slices.ts";
import { isText, listOf } from "./check.ts";

/** By id a session as text, or null: it is in the journal no longer. */
export type Part = ReadonlyMap<string, string | null>;

const isPart = (value: unknown): value is Part =>
  value instanceof Map && [...value].every(([id, text]) => isText(id) && (text === null || isText(text)));

/** Whether these are the parts of a journal. */
export const isJournal = listOf(isPart);

/** What the parts come to, the oldest first: each session's newest text. */
export function heldIn(parts: readonly Part[]): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  for (const part of parts) {
    for (const [id, text] of part) {
      if (text === null) held.delete(id);
      else held.set(id, text);
    }
  }
  return held;
}

/** Parts that say the same with nothing of the past in them. */
export function inFewParts(held: ReadonlyMap<string, string>): readonly Part[] {
  const all = [...held];
  return Array.from({ length: Math.ceil(all.length / SLICE) }, (_, part) => {
    return new Map(all.slice(part * SLICE, (part + 1) * SLICE));
  });
}

/** So much may be in a journal beside what holds: to write it anew each time would cost more than to read it once. */
const SPARE_PARTS = 100;
const SPARE_SESSIONS = 2_000;

/** Keeps count of what is in a journal. */
export function createJournalCount() {
  let ids = new Set<string>();
  let parts = 0;
  let told = 0;
  const add = (part: Part) => {
    // Where nothing changed none is written.
    if (part.size > 0) parts += 1;
    told += part.size;
    for (const [id, text] of part) {
      if (text === null) ids.delete(id);
      else ids.add(id);
    }
  };
  return {
    add,
    /** It is these parts now. */
    begin: (all: readonly Part[]) => {
      [ids, parts, told] = [new Set(), 0, 0];
      all.forEach(add);
    },
    /** How many sessions there are in it. */
    sessions: () => ids.size,
    /** Whether it says more of the past than is worth reading. */
    isLong: () => parts > SPARE_PARTS + (2 * ids.size) / SLICE || told > SPARE_SESSIONS + 2 * ids.size,
  };
}
