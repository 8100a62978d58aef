/** The keys for a shorter and a longer range; fetched when one is pressed. */
import type { Known, KnownSession } from "../domain/known.ts";
import { knownSince } from "../domain/known-extent.ts";
import { type InView, rangeAfter } from "../domain/range-gesture.ts";
import { sessionInView } from "../domain/session-frame.ts";
import { stepRange, type TimeRange } from "../domain/time-range.ts";
import { reachOf, STEP } from "../domain/zoom.ts";

export { settleRanges } from "../url/use-moving-range.ts";

interface Shown {
  readonly known: Known;
  /** Whose page shows the range; undefined in a view of all. */
  readonly session: KnownSession | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** The next shorter (-1) or longer (1) range of what is shown. */
export const stepShown = (range: TimeRange, by: -1 | 1, shown: Shown): TimeRange =>
  range.kind === "last" && !shown.session?.ended ? stepRange(range, by) : stepStill(range, by, shown);

/** The same where the picture stands still. */
export function stepStill(range: TimeRange, by: -1 | 1, { known, session, now }: Shown): TimeRange {
  if (session) {
    const view = sessionInView(range, session, now);
    // All of a session that ended does not end at now, so neither does a part of it.
    return rangeAfter(
      range,
      view.window.to < now ? { kind: "zoom", x: 0.5, factor: STEP ** -by } : { kind: "step", by },
      view,
    );
  }
  const reach = reachOf(knownSince(known.sessions.values(), known.watched), now);
  const view: InView = { window: range.kind === "fixed" ? range : reach, reach };
  return rangeAfter(range, { kind: "step", by }, view);
}
