/**
 * Rows under a reader's pointer or focus stay where they are: what they say is new, their order is not. What has come meanwhile waits
 * and is counted; what has gone stays as it was.
 */
import type { LaneRow } from "./lane-grid.tsx";

interface HeldRows<Row> {
  readonly rows: readonly Row[];
  /** How many sessions wait to be shown. */
  readonly waiting: number;
}

interface Held<Row> extends HeldRows<Row> {
  readonly asked: unknown;
}

/** @param asked the same value while the reader asks for the same; a change of it lets everything through */
export function createHeldRows<Row extends LaneRow>(): (
  rows: readonly Row[],
  asked: unknown,
  isHeld: boolean,
) => HeldRows<Row> {
  let last: Held<Row> | undefined;
  return (rows, asked, isHeld) => {
    if (
      !isHeld ||
      last === undefined ||
      last.asked !== asked ||
      last.rows.length === 0 ||
      standAlike(last.rows, rows)
    ) {
      last = { rows, waiting: 0, asked };
      return last;
    }
    const fresh = new Map(rows.map((row) => [row.key, row]));
    const before = last.rows;
    const kept = before.map((row) => fresh.get(row.key) ?? row);
    for (const row of before) fresh.delete(row.key);
    const isSame = kept.every((row, i) => row === before[i]);
    last = {
      rows: isSame ? before : kept,
      waiting: [...fresh.values()].filter(({ kind }) => kind === "session").length,
      asked,
    };
    return last;
  };
}

/** Whether the same rows stand in the same places, whatever they say. */
const standAlike = (before: readonly LaneRow[], rows: readonly LaneRow[]): boolean =>
  before === rows ||
  (before.length === rows.length && before.every(({ key }, index) => key === rows[index]?.key));
