import { partsText } from "../../domain/format-number.ts";
import type { KnownTraining } from "../../domain/known.ts";
import { labelledBar, type LabelPlace, placeLabels } from "../../domain/label-places.ts";
import type { Mark } from "../../domain/timeline.ts";
import type { Standing } from "../../domain/training-end.ts";
import { drawnWindow, type Frame } from "../../ui/live-frame.ts";
import { useDuration } from "./use-duration.ts";

interface DurationLabelProps {
  readonly known: KnownTraining;
  readonly mark: Mark;
  readonly standing: Standing;
  readonly frame: Frame;
  /** Of the strip, px. */
  readonly width: number;
}

/** How far a live frame may have moved before it is laid again, as a share of it. */
const DRIFT = 1 / 50;
/** Room on both sides of words in a bar. Px. */
const AROUND = 16;

/** How long a training took, beside its bar or in it; nothing where there is no room. The table says the same, to everybody. */
export function DurationLabel({ known, mark, standing, frame, width }: DurationLabelProps) {
  const text = partsText(useDuration(known, standing));
  if (!(width > 0)) return null;
  const place = placeIn(mark, text, frame, width);
  if (!place) return null;
  const { side, at } = place;
  if (side === "left") {
    const barPx = at + labelledBar(mark, text, width).textPx;
    return (
      <span aria-hidden="true" className="inlab" style={{ right: `calc(100% - ${barPx.toFixed(1)}px)` }}>
        {text}
      </span>
    );
  }
  const isOn = side === "inside" && known.training.state !== "starting";
  return (
    <span aria-hidden="true" className={isOn ? "inlab on" : "inlab"} style={{ left: at }}>
      {text}
    </span>
  );
}

function placeIn(mark: Mark, text: string, frame: Frame, width: number): LabelPlace | undefined {
  const drawn = drawnWindow(frame);
  // Marks are placed in what may come into view, labels in what is.
  const scale = (drawn.to - drawn.from) / (frame.to - frame.from);
  const bar = labelledBar(mark, text, width * scale);
  const place = placeLabels([{ ...bar, x0: bar.x0 * scale, x1: bar.x1 * scale }], width).get(mark.trainingId);
  const drift = frame.live ? width * DRIFT : 0;
  if (place?.side === "left" && place.at < drift) return undefined;
  if (place?.side !== "inside") return place;
  // What began before the view begins further left as now moves on: its words stay in view.
  const at = place.at + (mark.cutStart ? drift : 0);
  const solidTo = mark.x1 * scale * width;
  return at + bar.textPx + AROUND / 2 <= solidTo ? { side: "inside", at } : undefined;
}
