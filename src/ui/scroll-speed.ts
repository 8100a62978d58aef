/** How fast rows go by. */

/** Beyond this nobody reads them. Rows a second. */
const FAST = 120;
/** A list that went fast is slow again below this: between the two it stays what it was. Rows a second. */
const SLOW = 60;
/** So long after the last step nothing is known of the speed. Ms. */
const LONG = 250;
/** So many fast steps one after the other are a way; fewer are jumps to a place. */
const WAY = 2;

/** Follows the first row in view, step by step. */
export function createSpeed() {
  let before: { readonly row: number; readonly at: number } | undefined;
  let fastSteps = 0;
  const isFast = () => fastSteps >= WAY;
  return {
    /** @param row index of the first row in view @param at when it is, ms */
    isFast(row: number, at: number): boolean {
      const past = before;
      before = { row, at };
      const took = past ? at - past.at : Infinity;
      const speed = past ? (Math.abs(row - past.row) / took) * 1_000 : 0;
      if (took > LONG) fastSteps = 0;
      // Two steps in one moment tell nothing.
      else if (took > 0) fastSteps = speed > (isFast() ? SLOW : FAST) ? fastSteps + 1 : 0;
      return isFast();
    },
    /** The list was led somewhere, and does not roll. */
    forget: () => void (before = undefined),
  };
}
