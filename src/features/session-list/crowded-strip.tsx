import type { ComponentProps } from "react";
import { crowdOf } from "../../domain/crowd.ts";
import type { Strip as DrawnStrip } from "../../domain/timeline.ts";
import { drawnWidth, drawnWindow } from "../../ui/live-frame.ts";
import { Strip } from "../../ui/strip.tsx";
import { StripCrowd } from "../../ui/strip-crowd.tsx";

interface CrowdedStripProps extends Omit<ComponentProps<typeof Strip>, "marks" | "children"> {
  readonly drawn: DrawnStrip;
}

/** A strip of more than can be told apart: what is too narrow is drawn as one, and what shares the last lane is counted. */
export function CrowdedStrip({ drawn, frame, width, ...rest }: CrowdedStripProps) {
  const window = drawnWindow(frame);
  const px = drawnWidth(frame, width);
  const { marks, ...crowd } = crowdOf(drawn, window, px);
  return (
    <Strip {...rest} frame={frame} width={width} marks={marks}>
      <StripCrowd {...crowd} px={px} />
    </Strip>
  );
}
