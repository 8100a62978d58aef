/** Which head each row of the list stands under, and how it is counted while heads hide rows. */
import { isHead, type ListItem } from "./list-items.ts";

export interface RowHeads {
  /** By index of a row: that of its head, which is its own for a head; -1 for a row under none. */
  readonly heads: Int32Array;
  /** By index of a row: how many are hidden above it. Past the last row: how many are hidden. */
  readonly hidden: Int32Array;
}

export function rowHeads(items: readonly ListItem[]): RowHeads {
  const heads = new Int32Array(items.length);
  const hidden = new Int32Array(items.length + 1);
  let [head, count] = [-1, 0];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    // Ids that were not returned follow the last group, and belong to none.
    if (item?.kind === "missing") head = -1;
    else if (isHead(item)) {
      head = index;
      if (item.folded) count += item.count;
    }
    heads[index] = head;
    hidden[index + 1] = count;
  }
  return { heads, hidden };
}
