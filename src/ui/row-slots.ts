/**
 * Which element draws which row. A row that stays drawn keeps its element; one that comes into view takes over that of one
 * that left, so that scrolling changes what elements say and makes hardly any.
 */

/** Keys of the rows that are drawn, each in the place of its element; `undefined` where an element went. */
export type Slots = readonly (string | undefined)[];

/** The elements of the rows now drawn: a permutation of `keys`, with holes. @param before the rows drawn before */
export function assignSlots(before: Slots, keys: readonly string[]): Slots {
  const drawn = new Set(keys);
  const slots = before.map((key) => (key !== undefined && drawn.has(key) ? key : undefined));
  const held = new Set(slots);
  let free = 0;
  for (const key of keys) {
    if (held.has(key)) continue;
    while (slots[free] !== undefined) free += 1;
    slots[free] = key;
  }
  return slots.slice(0, slots.findLastIndex((key) => key !== undefined) + 1);
}
