import { formatInstant } from "../../domain/format-instant.ts";
import type { KnownSession } from "../../domain/known.ts";
import { meets, xOf } from "../../domain/window.ts";
import type { Zone } from "../../domain/zone.ts";
import { LEAST_BAR } from "../../ui/bar-sizes.ts";
import { pageNow } from "../../ui/tick.ts";
import { drawnWidth, drawnWindow, type Frame } from "../../ui/live-frame.ts";

interface AbsencesProps {
  readonly of: KnownSession;
  readonly frame: Frame;
  /** Of the frame, px. */
  readonly width: number;
  readonly zone: Zone;
}

/** Over the band of a session's life: where answers left it out there is none. The activity tells of the same in words. */
export function Absences({ of: { absences }, frame, width, zone }: AbsencesProps) {
  const window = drawnWindow(frame);
  const px = drawnWidth(frame, width);
  return absences
    ?.filter(({ after, back }) => meets(after, back, window))
    .map(({ after, by, back }) => {
      const left = xOf(after, window) * px;
      return (
        <i
          key={by}
          className="absence"
          style={{ left, width: Math.max(LEAST_BAR, xOf(back, window) * px - left) }}
          title={`Not reported ${formatInstant(by, pageNow(), zone)}–${formatInstant(back, by, zone)}`}
        />
      );
    });
}
