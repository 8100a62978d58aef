/** Of what can be told how it was altogether. */
import type { Known, Watched } from "./known.ts";

/** The stretches, without what is before the last session that was let go: what was held then is not known whole any more. */
export function wholeStretches({
  watched,
  wholeFrom,
}: Pick<Known, "watched" | "wholeFrom">): readonly Watched[] {
  if (wholeFrom === undefined) return watched;
  return watched.flatMap(({ from, to }) => (to < wholeFrom ? [] : [{ from: Math.max(from, wholeFrom), to }]));
}
