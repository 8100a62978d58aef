import { crowdOf } from "../../domain/crowd.ts";
import type { Life } from "../../domain/timeline.ts";
import { drawnWidth, drawnWindow, type Frame } from "../../ui/live-frame.ts";
import { StripCrowd } from "../../ui/strip-crowd.tsx";
import { Strip } from "../../ui/strip.tsx";

interface LifeStripProps {
  /** Drawn in what the frame may show. */
  readonly life: Life;
  readonly frame: Frame;
  /** Of the frame, px. */
  readonly width: number;
  readonly sessionId: string;
}

/** One life of a session, its trainings in lanes: what is too narrow is drawn as one, and what shares the last lane is counted. */
export function LifeStrip({ life, frame, width, sessionId }: LifeStripProps) {
  const px = drawnWidth(frame, width);
  const { marks, ...crowd } = crowdOf(life, drawnWindow(frame), px);
  const { band, lanes } = life;
  return (
    <Strip frame={frame} width={width} sessionId={sessionId} band={band} marks={marks} lanes={lanes}>
      <StripCrowd {...crowd} px={px} />
    </Strip>
  );
}
