import { formatNumber } from "../../domain/format-number.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { TimelineRows } from "../../domain/timeline-rows.ts";

interface LanesFactsProps {
  readonly blocks: TimelineRows["blocks"];
  readonly sessions: readonly KnownSession[];
  readonly isWhole: boolean;
  /** Sessions that ended in this time were let go. */
  readonly isLess: boolean;
}

/** For the status bar: how many there are, and how many of them in this time. */
export function LanesFacts({ blocks, sessions, isWhole, isLess }: LanesFactsProps) {
  const shown = blocks.reduce((sum, block) => sum + block.heading.shown, 0);
  return (
    <span>
      {isWhole && isLess && "at least "}
      <b>{isWhole ? formatNumber(shown) : "–"}</b>
      {isWhole && shown < sessions.length && <> of {formatNumber(sessions.length)}</>}{" "}
      {isWhole && sessions.length === 1 ? "session" : "sessions"} in this time
    </span>
  );
}
