/**
 * The sessions that have not ended, as they are stored. What changes is written behind what was there, a part for each save: to a
 * browser one value with hundreds of sessions is hardly more work than a value with one. The newest part that names a session
 * says what holds of it.
 */
import { SLICE } from "../domain/delta-slices.ts";
import { isText, listOf } from "./check.ts";

/** By id a session as text, or null: it is in the journal no longer. What is read back may be anything else in place of a text. */
export type JournalPart = ReadonlyMap<string, unknown>;

const isPart = (value: unknown): value is JournalPart =>
  value instanceof Map && [...value.keys()].every(isText);

/** Whether these are the parts of a journal. */
export const isJournal = listOf(isPart);

/** What the parts come to, the oldest first: each session's newest text. */
export function heldIn(parts: readonly JournalPart[]): ReadonlyMap<string, unknown> {
  const held = new Map<string, unknown>();
  for (const part of parts) {
    for (const [id, text] of part) {
      if (text === null) held.delete(id);
      else held.set(id, text);
    }
  }
  return held;
}

/** Parts that say the same with nothing of the past in them. */
export function inFewParts(held: JournalPart): readonly JournalPart[] {
  const all = [...held];
  return Array.from({ length: Math.ceil(all.length / SLICE) }, (_, part) => {
    return new Map(all.slice(part * SLICE, (part + 1) * SLICE));
  });
}
