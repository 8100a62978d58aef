/** How much there is in a journal, and how much of it is past. */
import { SLICE } from "../domain/delta-slices.ts";
import { isText } from "./check.ts";
import type { JournalPart } from "./journal.ts";

/** So much may be in a journal beside what holds: to write it anew each time would cost more than to read it once. */
const SPARE_PARTS = 100;
/** Characters. */
const SPARE_TEXT = 4_000_000;

/** Keeps count of what is in a journal. */
export function createJournalCount() {
  /** How long the text of each session in it is, and of all of them; and of all that it says, past and present. Characters. */
  let lengths = new Map<string, number>();
  let held = 0;
  let told = 0;
  let parts = 0;
  /** How much more than that it may be: what could not be written anew is not tried again at each save. */
  let patience = 1;
  const add = (part: JournalPart) => {
    // Where nothing changed none is written.
    if (part.size > 0) parts += 1;
    for (const [id, text] of part) {
      const length = isText(text) ? text.length : 0;
      held += length - (lengths.get(id) ?? 0);
      told += length;
      if (text === null) lengths.delete(id);
      else lengths.set(id, length);
    }
  };
  return {
    add,
    /** It is these parts now. */
    begin: (all: readonly JournalPart[]) => {
      lengths = new Map();
      [held, told, parts, patience] = [0, 0, 0, 1];
      all.forEach(add);
    },
    /** It could not be written anew. */
    failed: () => void (patience *= 2),
    has: (id: string) => lengths.has(id),
    /** How many sessions there are in it. */
    sessions: () => lengths.size,
    /** Whether it says more of the past than is worth reading. */
    isLong: () =>
      parts > patience * SPARE_PARTS + (2 * lengths.size) / SLICE ||
      told > held + patience * (held + SPARE_TEXT),
    /** Whether more than a quarter of it is past: worth it where room is short. */
    isLoose: () => told > held * (4 / 3),
  };
}
