import type { CSSProperties, ReactNode } from "react";
import { FADE, LEAST_BAR, LEAST_HATCH, LEAST_RUNNING, LEAST_STARTING } from "./bar-sizes.ts";
import { cx } from "./cx.ts";
import { drawnWidth, type Frame, useShift } from "./live-frame.ts";

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
  readonly cutStart: boolean;
  readonly tail:
    | { readonly kind: "open" | "not-seen" | "unknown" }
    | { readonly kind: "stale" | "interval" | "before-watching"; readonly x1: number };
}

export interface StripBand {
  readonly x0: number;
  readonly x1: number;
  readonly cutStart: boolean;
  readonly gone: boolean;
  readonly absences?: readonly { readonly x0: number; readonly x1: number }[];
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
  /** What else is in it, such as words beside its bars. */
  readonly children?: ReactNode;
}

/** Of what is open, px. */
const LEAST: Partial<Record<StripMark["state"], number>> = {
  running: LEAST_RUNNING,
  starting: LEAST_STARTING,
};

/**
 * Moves a strip with now: its right edge stays at now, and what is placed from its left edge goes along. In px and as a whole,
 * because a strip has dozens of marks and a list dozens of strips.
 */
const placeStrip = (strip: HTMLElement, shift: number): void => {
  strip.style.left = shift === 0 ? "" : `calc((100% - var(--gut)) * ${-shift})`;
};

/**
 * Draws a session's band and its trainings, an element each. They are keyed by their place, so that a row that comes to show
 * another session changes what it has.
 */
export function Strip({ frame, band, marks, lanes, width, sessionId, children }: StripProps) {
  const px = drawnWidth(frame, width);
  return (
    <div
      ref={useShift(frame, placeStrip, width)}
      className={cx("tl", lanes !== undefined && `l${lanes}`)}
      data-strip-session={sessionId}
      style={{ right: endOf(frame) }}
    >
      {band && px > 0 && bandOf(band, px)}
      {px > 0 && marks.map((mark, index) => barOf(mark, index, px))}
      {children}
    </div>
  );
}

/** What is open ends with the strip. One in a frame that reaches beyond now ends at now: what is to come was not observed. */
function endOf({ from, to, now }: Frame): string | undefined {
  if (now === undefined || now >= to) return undefined;
  return `calc(var(--gut) + (100% - var(--gut)) * ${Math.min(1, (to - now) / (to - from))})`;
}

/** @param px of the drawn window */
function bandOf({ x0, x1, cutStart, gone, absences }: StripBand, px: number) {
  const left = cutStart ? 0 : x0 * px;
  const width = Math.max(x1 * px - left, FADE);
  const maskImage = absences && openAt(absences, left, px);
  return (
    <i
      className={cx("life", cutStart && "cut", gone && "gone")}
      style={
        gone
          ? { left: cutStart ? left : x1 * px - width, width, maskImage }
          : { left: atMost(left, FADE), maskImage }
      }
    />
  );
}

/** What is left of a band that begins at `left`. Whatever is behind it shows in its openings, which a row under the pointer changes. */
function openAt(absences: NonNullable<StripBand["absences"]>, left: number, px: number): string {
  const stops = absences.flatMap(({ x0, x1 }) => {
    const from = x0 * px - left;
    const to = Math.max(x1 * px - left, from + LEAST_BAR);
    return [`#000 ${from}px`, `transparent ${from}px ${to}px`, `#000 ${to}px`];
  });
  return `linear-gradient(90deg, ${stops.join()})`;
}

/** Px, but never nearer than `rest` px to now, where the strip ends. */
const atMost = (px: number, rest: number): string => `min(${px}px, 100% - ${rest}px)`;

/** @param px of the drawn window */
function barOf(mark: StripMark, index: number, px: number) {
  const { state, tail, lane } = mark;
  const left = mark.x0 * px;
  const tailTo = "x1" in tail ? tail.x1 * px : mark.x1 * px;
  const isHatched = tail.kind !== "interval" || tailTo - mark.x1 * px >= LEAST_HATCH;
  const solidTo = isHatched ? mark.x1 * px : tailTo;
  return (
    <i
      // Marks have no state of their own, and their order is that of creation.
      key={index}
      className={cx("bar", state, lane > 0 && `k${lane}`, isHatched && TAILS[tail.kind])}
      style={shapeOf(mark, left, solidTo - left, isHatched ? tailTo - solidTo : 0)}
      data-bar=""
      data-training-id={mark.trainingId}
      data-state={state}
      data-from={mark.from}
      data-last-open={mark.firstEnded === undefined ? undefined : (mark.lastOpen ?? mark.from)}
      data-first-ended={mark.firstEnded}
    />
  );
}

/** Where a bar stands, with what goes on after its solid part: `--t` is how long that is, or where it begins. Px. */
function shapeOf(
  { state, tail, cutStart }: StripMark,
  left: number,
  solid: number,
  hatch: number,
): CSSProperties {
  const least = LEAST[state] ?? LEAST_BAR;
  switch (tail.kind) {
    case "open":
      return { left: atMost(left, least) };
    case "stale":
      return { left, "--t": Math.max(solid, LEAST_BAR) };
    case "not-seen":
      return { left, width: Math.max(solid, least) };
    case "unknown":
      // Drawn to beyond now as what is open is, and like that it ends there.
      return { left: atMost(left, least), width: atMost(Math.max(solid, least), left) };
    case "interval":
    case "before-watching": {
      // Where nothing follows, a hair's breadth stays between it and the next.
      // The cap of a beginning belongs where it began, and that is out of view.
      const cap = cutStart && tail.kind === "before-watching" ? 0 : LEAST_BAR;
      const width = Math.max(hatch > 0 ? solid : solid - 1, cap);
      const rest = Math.max(0, hatch - (width - solid));
      return hatch > 0 || tail.kind === "before-watching"
        ? { left, width: width + rest, "--t": rest }
        : { left, width };
    }
  }
}

type TailKind = StripMark["tail"]["kind"];

/** Class of a bar by the way it ends, where that is not seen to the second. */
const TAILS = {
  open: "",
  stale: "stale",
  interval: "soft",
  "before-watching": "soft unk",
  "not-seen": "vanish",
  unknown: "",
} as const satisfies Record<TailKind, string>;
