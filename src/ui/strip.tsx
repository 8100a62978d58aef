import { cx } from "./cx.ts";
import type { Frame } from "./live-frame.ts";
import { drawnWindow } from "./live-frame.ts";

/** One training as the drawing model places it; x in 0..1 of the frame's drawn window. */
export interface StripMark {
  readonly trainingId: string;
  readonly state: "starting" | "running" | "completed" | "failed" | "unrecognised";
  readonly lane: number;
  readonly from: number;
  readonly lastOpen?: number;
  readonly firstEnded?: number;
  readonly x0: number;
  readonly x1: number;
  readonly tail:
    | { readonly kind: "open" | "not-seen" | "unknown" }
    | { readonly kind: "stale" | "interval" | "before-watching"; readonly x1: number };
}

export interface StripBand {
  readonly x0: number;
  readonly x1: number;
  readonly cutStart: boolean;
  readonly gone: boolean;
}

interface StripProps {
  readonly frame: Frame;
  readonly band: StripBand | undefined;
  readonly marks: readonly StripMark[];
  /** 1..4; absent where each row holds a single training. */
  readonly lanes?: number;
  /** Width of the strip in px, to tell a hatch from a normal end; 0 before it is measured. */
  readonly width: number;
  /** Whose strip it is: with a bar's training id it names the training to whatever listens to the pointer. */
  readonly sessionId: string;
}

/** A narrower hatch cannot be seen: the end is drawn as a normal one. Px. */
const LEAST_HATCH = 2;

/** Draws a session's band and its trainings. Positions are fractions of the frame; CSS moves them with now. */
export function Strip({ frame, band, marks, lanes, width, sessionId }: StripProps) {
  const window = drawnWindow(frame);
  const scale = (window.to - window.from) / (frame.to - frame.from);
  return (
    <div className={cx("tl", lanes !== undefined && `l${lanes}`)} data-strip-session={sessionId}>
      {band && <Band band={band} scale={scale} />}
      {marks.map((mark) => (
        <MarkShape key={mark.trainingId} mark={mark} scale={scale} width={width} />
      ))}
    </div>
  );
}

function Band({
  band: { x0, x1, cutStart, gone },
  scale,
}: {
  readonly band: StripBand;
  readonly scale: number;
}) {
  return (
    <i
      className={cx("life", cutStart && "cut", gone && "gone")}
      style={{ "--x": cutStart ? 0 : x0 * scale, "--w": (x1 - (cutStart ? 0 : x0)) * scale }}
    />
  );
}

interface MarkShapeProps {
  readonly mark: StripMark;
  readonly scale: number;
  readonly width: number;
}

function MarkShape({ mark, scale, width }: MarkShapeProps) {
  const { state, tail, x0, lane } = mark;
  const tailTo = "x1" in tail ? tail.x1 : mark.x1;
  const isHatched = tail.kind !== "interval" || (tailTo - mark.x1) * scale * width >= LEAST_HATCH;
  const solidTo = isHatched ? mark.x1 : tailTo;
  const hatch = isHatched ? HATCH[tail.kind] : undefined;
  return (
    <>
      <i
        className={cx("bar", state, isHatched && SOLID[tail.kind])}
        style={{ "--x": x0 * scale, "--w": (solidTo - x0) * scale, "--lane": lane }}
        data-bar=""
        data-training-id={mark.trainingId}
        data-state={state}
        data-from={mark.from}
        data-last-open={mark.firstEnded === undefined ? undefined : (mark.lastOpen ?? mark.from)}
        data-first-ended={mark.firstEnded}
      />
      {hatch !== undefined && (
        <i
          className={cx("unc", state, hatch)}
          style={{ "--x": solidTo * scale, "--w": (tailTo - solidTo) * scale, "--lane": lane }}
        />
      )}
    </>
  );
}

type TailKind = StripMark["tail"]["kind"];

/** Classes of the solid part and of what follows it, for each way a mark can end; undefined: nothing follows. */
const SOLID = {
  open: "",
  stale: "stale",
  interval: "soft",
  "before-watching": "soft",
  "not-seen": "vanish",
  unknown: "",
} as const satisfies Record<TailKind, string>;

const HATCH = {
  open: undefined,
  stale: "open",
  interval: "",
  "before-watching": "unk",
  "not-seen": undefined,
  unknown: undefined,
} as const satisfies Record<TailKind, string | undefined>;
