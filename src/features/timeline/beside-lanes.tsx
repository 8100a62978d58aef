/** What stands round the lanes: how to come back to now, what the marks mean, how many there are. */
import { formatNumber } from "../../domain/format-number.ts";
import { formatSpan } from "../../domain/format-time.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { TimeRange } from "../../domain/time-range.ts";
import type { TimelineRows } from "../../domain/timeline-rows.ts";
import type { Zone } from "../../domain/zone.ts";
import { Button } from "../../ui/button.tsx";
import { useNow } from "../../ui/tick.ts";

interface BackToNowProps {
  readonly range: Extract<TimeRange, { kind: "fixed" }>;
  readonly zone: Zone;
  readonly onNow: () => void;
}

/** Which time stands still, and the way back to one that follows now. */
export function BackToNow({ range, zone, onNow }: BackToNowProps) {
  const today = useNow(60_000);
  return (
    <span className="back-now">
      <span>{formatSpan(range, today, zone)}</span>
      <Button variant="on" icon="play" onClick={onNow}>
        Back to now
      </Button>
    </span>
  );
}

interface LanesFactsProps {
  readonly blocks: TimelineRows["blocks"];
  readonly sessions: readonly KnownSession[];
  readonly isWhole: boolean;
}

/** For the status bar: how many there are, and how many of them in this time. */
export function LanesFacts({ blocks, sessions, isWhole }: LanesFactsProps) {
  const shown = blocks.reduce((sum, block) => sum + block.heading.shown, 0);
  return (
    <span>
      <b>{isWhole ? formatNumber(shown) : "–"}</b>
      {isWhole && shown < sessions.length && <> of {formatNumber(sessions.length)}</>} sessions in this time
    </span>
  );
}
