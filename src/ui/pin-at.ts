/** Which head stands at the top of the view instead of at its own place, and how far from that. */
import type { RowPlaces } from "./row-places.ts";

export interface Pin {
  /** Index of the head. */
  readonly head: number;
  /** How far below its place it is drawn, px; above 0. */
  readonly by: number;
}

/**
 * @param headOf index of the head of a row; -1 for a row without one
 * @param top what of the rows is above the view, px
 */
export function pinAt(places: RowPlaces, headOf: (index: number) => number, top: number): Pin | undefined {
  const first = places.at(top);
  const head = first < 0 ? -1 : headOf(first);
  if (head < 0) return undefined;
  const start = places.start(head);
  const height = places.start(head + 1) - start;
  // What comes after the group pushes it away.
  let next = first + 1;
  while (next < places.count && headOf(next) === head && places.start(next) < top + height) next += 1;
  const isPushed = next === places.count || headOf(next) !== head;
  const room = isPushed ? places.start(next) - height : Infinity;
  const by = Math.min(top, room) - start;
  return by > 0 ? { head, by } : undefined;
}
