/**
 * The frame of a timeline: a stretch of time that stands still while now moves on, so that marks placed in it need no
 * rendering. A frame that ends at now is laid again every fiftieth of its length; in between, what is drawn in it is moved by
 * how far now has moved past its end.
 */
import { useCallback, useMemo } from "react";
import { onSecond, pageNow, useNow } from "./tick.ts";

/** Epoch ms. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  /** It ends at now and moves with it; otherwise it stands where it is. */
  readonly live: boolean;
  /** Of one that stands still and reaches beyond now: now, to the minute. */
  readonly now?: number | undefined;
}

const STEPS_IN_A_FRAME = 50;

/** @param length of the frame in ms when it is live, else its fixed ends */
export function useFrame(length: number | { readonly from: number; readonly to: number }): Frame {
  const isLive = typeof length === "number";
  const to = useNow(isLive ? Math.max(1_000, Math.floor(length / STEPS_IN_A_FRAME / 1_000) * 1_000) : 60_000);
  const fixedFrom = isLive ? undefined : length.from;
  const fixedTo = isLive ? undefined : length.to;
  const span = isLive ? length : 0;
  // One that ends before now is the same whatever time it is.
  const now = fixedTo !== undefined && fixedTo <= to ? undefined : to;
  return useMemo(() => {
    if (fixedFrom !== undefined && fixedTo !== undefined) {
      return { from: fixedFrom, to: fixedTo, live: false, now };
    }
    const end = now ?? 0;
    return { from: end - span, to: end, live: true };
  }, [now, span, fixedFrom, fixedTo]);
}

/** What may come into view before the frame is laid again: marks are placed up to here. */
export function drawnWindow({ from, to, live }: Frame): { readonly from: number; readonly to: number } {
  return { from, to: live ? to + (to - from) / STEPS_IN_A_FRAME + 1_000 : to };
}

/** How wide that is, px. @param width of the frame, px */
export function drawnWidth(frame: Frame, width: number): number {
  const drawn = drawnWindow(frame);
  return (width * (drawn.to - drawn.from)) / (frame.to - frame.from);
}

/** The stretch in view at an instant. */
export function viewAt(frame: Frame, now: number): { readonly from: number; readonly to: number } {
  if (!frame.live) return frame;
  return { from: frame.from + (now - frame.to), to: now };
}

/** Wider than any timeline is. Px of the screen. */
const WIDEST = 2_000;
/** A shift by less than half a pixel of the screen is not seen. Share of a frame, which is `width` px; 0: nobody knows. */
const leastShift = (width: number): number => 0.5 / (width > 0 ? width * devicePixelRatio : WIDEST);

/** Writes how far now has moved past the frame's end, as a share of the frame. */
type Place = (element: HTMLElement, shift: number) => void;

/** For what moves its few parts itself. Not for rows: a property that all below inherit has all of it looked at again. */
export const placeParts: Place = (element, shift) => element.style.setProperty("--shift", String(shift));

interface Moved {
  readonly frame: Frame;
  readonly place: Place;
  readonly least: number;
  shift: number;
}

const moved = new Map<HTMLElement, Moved>();
let stop = () => {};

function move(now: number): void {
  for (const [element, one] of moved) {
    const { frame, place, least } = one;
    const shift = frame.live ? (now - frame.to) / (frame.to - frame.from) : 0;
    if (Math.abs(shift - one.shift) < least) continue;
    one.shift = shift;
    place(element, shift);
  }
}

/**
 * For the `ref` of what is drawn in a frame: keeps it at the present, as near as can be seen, without a render.
 * @param width of the frame, px: it says how near that is
 */
export function useShift(
  frame: Frame,
  place: Place,
  width = 0,
): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      if (moved.size === 0) stop = onSecond(move);
      moved.set(element, { frame, place, least: leastShift(width), shift: Number.POSITIVE_INFINITY });
      move(Math.floor(pageNow() / 1_000) * 1_000);
      return () => {
        moved.delete(element);
        if (moved.size === 0) stop();
      };
    },
    [frame, place, width],
  );
}
