/**
 * Which element draws which row. A row that stays drawn keeps its element; one that comes into view takes over that of one
 * that left, so that scrolling changes what elements say and makes hardly any.
 */

/** Keys of the rows that are drawn, each in the place of its element; `undefined` where an element went. */
export type Slots = readonly (string | undefined)[];

/**
 * The elements of the rows now drawn: a permutation of `keys`, with holes. Where most rows are others than before, those that
 * stay would stand in the others' way, and to move an element costs as much as to make it: only those that must keep theirs do.
 * @param before the rows drawn before
 * @param bound rows that keep their elements whatever happens to the others: one of them may have the focus
 */
export function assignSlots(before: Slots, keys: readonly string[], bound: ReadonlySet<string>): Slots {
  const drawn = new Set(keys);
  const staying = before.filter((key) => key !== undefined && drawn.has(key)).length;
  const isOther = staying * 2 < keys.length;
  const slots = before.map((key) =>
    key !== undefined && (isOther ? bound : drawn).has(key) && drawn.has(key) ? key : undefined,
  );
  const held = new Set(slots);
  let free = 0;
  for (const key of keys) {
    if (held.has(key)) continue;
    while (slots[free] !== undefined) free += 1;
    slots[free] = key;
  }
  return slots.slice(0, slots.findLastIndex((key) => key !== undefined) + 1);
}

/** The elements of one list: told for the rows about to be drawn, and kept once React has drawn them. */
export function createSlots() {
  let drawn: Slots = [];
  return {
    of: (keys: readonly string[], bound: ReadonlySet<string>): Slots => assignSlots(drawn, keys, bound),
    keep: (slots: Slots) => void (drawn = slots),
  };
}
