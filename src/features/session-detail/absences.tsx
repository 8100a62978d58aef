import { formatClock } from "../../domain/format-time.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { Zone } from "../../domain/zone.ts";
import { drawnWidth, drawnWindow, type Frame } from "../../ui/live-frame.ts";

interface AbsencesProps {
  readonly of: KnownSession;
  readonly frame: Frame;
  /** Of the frame, px. */
  readonly width: number;
  readonly zone: Zone;
}

/** No narrower, however short it was. Px. */
const LEAST = 3;

/** Over the band of a session's life: where answers left it out there is none. The activity tells of the same in words. */
export function Absences({ of: { absences }, frame, width, zone }: AbsencesProps) {
  const { from, to } = drawnWindow(frame);
  const px = drawnWidth(frame, width);
  const xOf = (at: number) => ((at - from) / (to - from)) * px;
  return absences
    ?.filter(({ after, back }) => back > from && after < to)
    .map(({ after, by, back }) => {
      const left = Math.max(0, xOf(after));
      return (
        <i
          key={by}
          className="absence"
          style={{ left, width: Math.max(LEAST, xOf(back) - left) }}
          title={`Not reported ${formatClock(by, zone)}–${formatClock(back, zone)}`}
        />
      );
    });
}
