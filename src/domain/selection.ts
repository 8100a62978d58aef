/** Which sessions a person has selected in the list: by id, so that no answer, order or filter changes it. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the row that was last chosen by itself. */
  readonly anchor: string | undefined;
  /** Where the last range ended, or its anchor. */
  readonly lead: string | undefined;
  /** What was selected before the range that grows and shrinks from the anchor. */
  readonly base: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_SELECTION: Selection = { ids: NONE, anchor: undefined, lead: undefined, base: NONE };

/** One row more, or one less. The next range begins here. */
export function toggleSelected({ ids: before }: Selection, id: string): Selection {
  const ids = new Set(before);
  if (!ids.delete(id)) ids.add(id);
  return { ids, base: ids, anchor: id, lead: id };
}

/** The next range begins here; nothing is selected by that. */
export const anchoredAt = ({ ids }: Selection, id: string): Selection => ({
  ids,
  base: ids,
  anchor: id,
  lead: id,
});

/**
 * All rows between the anchor and this one, both included, in place of the last range from that anchor; what was selected
 * besides stays. An anchor that is not shown gives way to this row.
 * @param shown ids in the order of the list
 */
export function extendSelected(selection: Selection, shown: readonly string[], to: string): Selection {
  const { anchor, base } =
    selection.anchor !== undefined && shown.includes(selection.anchor)
      ? selection
      : anchoredAt(selection, to);
  const [first = -1, last = -1] = [shown.indexOf(anchor ?? to), shown.indexOf(to)].sort((a, b) => a - b);
  if (first < 0) return selection;
  return { ids: new Set([...base, ...shown.slice(first, last + 1)]), base, anchor, lead: to };
}

/** Everything that is shown, besides what is selected already. */
export function selectAll(selection: Selection, shown: readonly string[]): Selection {
  const ids = new Set([...selection.ids, ...shown]);
  return { ...selection, ids, base: ids };
}
