/**
 * What wheel, pointer and fingers make of the time in view. A gesture moves the picture at once; the link learns of it
 * when it is over.
 */
import { useEffect, useRef, type RefObject } from "react";
import { rangeAfter } from "../../domain/range-gesture.ts";
import type { TimeRange } from "../../domain/time-range.ts";
import type { Window } from "../../domain/window.ts";
import { panBy, wheelFactor, zoomAbout, zoomTo } from "../../domain/zoom.ts";
import type { MovingWindow } from "./moving-window.ts";

/** So long after its last turn a wheel is at rest. Ms. */
const REST_MS = 180;
/** A press that moves by less is a click. Px. */
const SLACK = 5;

export interface TimeGestures {
  readonly moving: MovingWindow;
  readonly range: TimeRange;
  /** What is in view at rest, at this moment. */
  readonly view: () => Window;
  /** Where windows can go. */
  readonly reach: () => Window;
  readonly onRange: (range: TimeRange) => void;
}

/** Ends a gesture: what it came to is the range in the link. */
export function settle({ moving, range, view, reach, onRange }: TimeGestures): void {
  const window = moving.now();
  if (!window) return;
  const next = rangeAfter(range, { kind: "window", window }, { window: view(), reach: reach() });
  if (next !== range) onRange(next);
  moving.set(undefined);
}

interface Place {
  readonly left: number;
  readonly width: number;
}

/**
 * @param field what is turned and dragged over
 * @param axis as wide as the window; what lies left of it is no part of the picture
 * @param band where a stretch that is dragged over the axis is shown
 */
export function useTimelineGestures(
  field: RefObject<HTMLElement | null>,
  axis: RefObject<HTMLElement | null>,
  band: RefObject<HTMLElement | null>,
  gestures: TimeGestures,
): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  // Listeners that may keep the browser from scrolling are not React's.
  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const place = (): Place => axis.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const xAt = (clientX: number, { left, width }: Place = place()) => (clientX - left) / Math.max(1, width);
    const present = () => latest.current.moving.now() ?? latest.current.view();
    const move = (next: Window) => {
      // Where an edge is in the way nothing moves, and nothing is fixed.
      if (next !== present()) latest.current.moving.set(next);
    };

    const onWheel = (event: WheelEvent) => {
      const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey, clientX } = event;
      const isZoom = ctrlKey || metaKey;
      const along = shiftKey && deltaX === 0 ? deltaY : deltaX;
      if (!isZoom && !shiftKey && Math.abs(deltaX) <= Math.abs(deltaY)) return;
      event.preventDefault();
      const reach = latest.current.reach();
      move(
        isZoom
          ? zoomAbout(present(), xAt(clientX), wheelFactor(deltaY, deltaMode), reach)
          : panBy(present(), (along * (deltaMode === 1 ? 33 : 1)) / place().width, reach),
      );
      clearTimeout(resting);
      resting = setTimeout(() => settle(latest.current), REST_MS);
    };

    /** Where each pointer that is down was last. */
    const down = new Map<number, number>();
    let pressed: { readonly x: number; readonly window: Window; readonly onAxis: boolean } | undefined;
    let isDragged = false;
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest("button")) return;
      const at = place();
      if (event.clientX < at.left || event.clientX > at.left + at.width) return;
      down.set(event.pointerId, event.clientX);
      isDragged = false;
      const onAxis = event.target.closest(".lane-head") !== null;
      pressed = { x: event.clientX, window: present(), onAxis };
    };
    const onMove = (event: PointerEvent) => {
      const before = down.get(event.pointerId);
      if (before === undefined || !pressed) return;
      if (!isDragged && Math.abs(event.clientX - pressed.x) < SLACK) return;
      if (!isDragged) element.setPointerCapture(event.pointerId);
      isDragged = true;
      const { reach } = latest.current;
      const at = place();
      const other = [...down].find(([id]) => id !== event.pointerId);
      down.set(event.pointerId, event.clientX);
      if (other) {
        const [was, is] = [Math.abs(before - other[1]), Math.abs(event.clientX - other[1])];
        if (was > 8 && is > 8) {
          const middle = xAt((event.clientX + other[1]) / 2, at);
          const zoomed = zoomAbout(present(), middle, is / was, reach());
          move(panBy(zoomed, -(event.clientX - before) / 2 / at.width, reach()));
        }
      } else if (pressed.onAxis) showBand(band.current, xAt(pressed.x, at), xAt(event.clientX, at));
      else move(panBy(present(), -(event.clientX - before) / at.width, reach()));
    };
    const onUp = (event: PointerEvent) => {
      if (!down.delete(event.pointerId) || !pressed || down.size > 0) return;
      const { onAxis, x } = pressed;
      pressed = undefined;
      showBand(band.current, 0, 0);
      if (!isDragged) return;
      if (onAxis && event.type === "pointerup") {
        const at = place();
        move(zoomTo(present(), xAt(x, at), xAt(event.clientX, at), latest.current.reach()));
      }
      settle(latest.current);
    };
    /** What ended a drag is no click on what lies there. */
    const onClick = (event: MouseEvent) => {
      if (!isDragged) return;
      isDragged = false;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener("wheel", onWheel, { passive: false, signal });
    element.addEventListener("pointerdown", onDown, { signal });
    element.addEventListener("pointermove", onMove, { signal });
    element.addEventListener("pointerup", onUp, { signal });
    element.addEventListener("pointercancel", onUp, { signal });
    element.addEventListener("click", onClick, { capture: true, signal });
    // A link would be dragged away in place of the picture.
    element.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
    return () => {
      clearTimeout(resting);
      ending.abort();
    };
  }, [field, axis, band]);
}

function showBand(band: HTMLElement | null, a: number, b: number): void {
  if (!band) return;
  const [x0, x1] = [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
  band.hidden = x0 === x1;
  band.style.left = `${x0 * 100}%`;
  band.style.width = `${(x1 - x0) * 100}%`;
}
