/**
 * The frame of a timeline: a stretch of time that stands still while now moves on, so that marks placed in it need no
 * rendering. A frame that ends at now is laid again every fiftieth of its length; in between, `--shift` on the
 * timeline's root says how far now has moved past its end, and CSS moves everything by it.
 */
import { useEffect, useMemo, type RefObject } from "react";
import { onSecond, pageNow, useNow } from "./tick.ts";

/** Epoch ms. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  /** It ends at now and moves with it; otherwise it stands where it is. */
  readonly live: boolean;
}

const STEPS_IN_A_FRAME = 50;

/** @param length of the frame in ms when it is live, else its fixed ends */
export function useFrame(length: number | { readonly from: number; readonly to: number }): Frame {
  const isLive = typeof length === "number";
  const to = useNow(isLive ? Math.max(1_000, Math.floor(length / STEPS_IN_A_FRAME / 1_000) * 1_000) : 60_000);
  const fixedFrom = isLive ? undefined : length.from;
  const fixedTo = isLive ? undefined : length.to;
  const span = isLive ? length : 0;
  return useMemo(
    () =>
      fixedFrom === undefined || fixedTo === undefined
        ? { from: to - span, to, live: true }
        : { from: fixedFrom, to: fixedTo, live: false },
    [to, span, fixedFrom, fixedTo],
  );
}

/** What may come into view before the frame is laid again: marks are placed up to here. */
export function drawnWindow({ from, to, live }: Frame): { readonly from: number; readonly to: number } {
  return { from, to: live ? to + (to - from) / STEPS_IN_A_FRAME + 1_000 : to };
}

/** The stretch in view at an instant. */
export function viewAt(frame: Frame, now: number): { readonly from: number; readonly to: number } {
  if (!frame.live) return frame;
  return { from: frame.from + (now - frame.to), to: now };
}

/** A shift by less is less than half a pixel of any timeline, and setting it costs a look at everything in it. Share of the frame. */
const LEAST_SHIFT = 1 / 4_000;

/** Keeps `--shift` on the root at the present, as near as can be seen. An effect, because the element's style changes outside React. */
export function useRootShift(root: RefObject<HTMLElement | null>, frame: Frame): void {
  useEffect(() => {
    let shown: number | undefined;
    const set = (now: number) => {
      const shift = frame.live ? (now - frame.to) / (frame.to - frame.from) : 0;
      if (shown !== undefined && Math.abs(shift - shown) < LEAST_SHIFT) return;
      shown = shift;
      root.current?.style.setProperty("--shift", String(shift));
    };
    set(Math.floor(pageNow() / 1_000) * 1_000);
    return onSecond(set);
  }, [root, frame]);
}
