import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { Known } from "../../domain/known.ts";
import type { RunningTimes } from "../../domain/running-times.ts";
import type { TimelineRow } from "../../domain/timeline-rows.ts";
import { wholeMarks } from "../../domain/whole-marks.ts";
import type { Zone } from "../../domain/zone.ts";
import { drawnWindow, type Frame, viewAt } from "../../ui/live-frame.ts";
import { pinAt } from "../../ui/pin-at.ts";
import { rowsInView } from "../../ui/row-places.ts";
import { onSecond, pageNow, QUARTER, useNow } from "../../ui/tick.ts";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import { type Colours, useColours } from "./lane-colours.ts";
import { type MovingWindow, useShownFrame } from "./moving-window.ts";
import { createHatching, type Brushes } from "./paint-shapes.ts";
import { paintLanes, type PlacedRow, type Scene } from "./paint-lanes.ts";

/** What the picture shows of time, besides which stretch of it. */
export interface LanesTime extends Pick<Known, "watched" | "wholeFrom"> {
  readonly frame: Frame;
  /** Of the axis, px. */
  readonly width: number;
  readonly zone: Zone;
  readonly staleFrom: number | undefined;
}

/** Ticks and washes of a frame, as axis and lanes have them. */
export function useMarks(frame: Frame, time: Omit<LanesTime, "frame">) {
  const { width, zone, staleFrom, watched, wholeFrom } = time;
  const today = useNow(QUARTER);
  return useMemo(
    () => wholeMarks({ frame, drawn: drawnWindow(frame), width, zone, watched, wholeFrom, staleFrom, today }),
    [frame, width, zone, watched, wholeFrom, staleFrom, today],
  );
}

/** Which rows a picture shows, where they lie, and when. */
export interface ShownLanes {
  readonly time: LanesTime;
  readonly moving: MovingWindow;
  readonly rows: readonly TimelineRow[];
  readonly places: VirtualRows["places"];
  readonly headOf: (index: number) => number;
  readonly scrollerRef: RefObject<HTMLElement | null>;
  /** Of the text above each picture where the screen is narrow, px. */
  readonly textHeight: number;
}

interface LanesCanvasProps extends ShownLanes {
  readonly timesOf: (group: string) => RunningTimes | undefined;
  readonly mostOf: (group: string) => number;
}

/**
 * All marks of the rows in view on one canvas: a pan redraws it and touches no element. What it shows is said by the rows
 * themselves; it is hidden from assistive technology.
 */
export function LanesCanvas(props: LanesCanvasProps) {
  const { time, moving, scrollerRef } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useShownFrame(moving, time.frame);
  const marks = useMarks(frame, time);
  const colours = useColours();
  const [painter] = useState(createPainter);

  // Scrolling, sizes and seconds are the browser's.
  useEffect(() => {
    const [element, list] = [canvas.current, scrollerRef.current];
    if (!element || !list) return undefined;
    painter.attach(element, list);
    const sizes = new ResizeObserver(() => painter.resize());
    sizes.observe(element);
    list.addEventListener("scroll", painter.scrolled, { passive: true });
    const stop = onSecond(painter.ask);
    return () => {
      sizes.disconnect();
      list.removeEventListener("scroll", painter.scrolled);
      stop();
      painter.detach();
    };
  }, [painter, scrollerRef]);
  useLayoutEffect(() => {
    painter.show({ ...props, frame, marks, colours });
  });
  return <canvas ref={canvas} className="lanes-canvas" aria-hidden="true" />;
}

interface Shown extends Omit<LanesCanvasProps, "moving" | "scrollerRef"> {
  readonly frame: Frame;
  readonly marks: Scene["marks"];
  readonly colours: Colours | undefined;
}

/** Paints at most once a frame, with what was shown last. */
function createPainter() {
  let shown: Shown | undefined;
  let canvas: HTMLCanvasElement | undefined;
  let list: HTMLElement | undefined;
  /** How far the list is scrolled, as it last told: to ask for it in a frame would have the axis over it laid out once more. Px. */
  let top = 0;
  let brushes: Brushes | undefined;
  let asked: number | undefined;
  /** What the canvas has its size by: pixels of the screen for each of the page, which another screen has otherwise. */
  let ratio = 0;

  const ask = () => {
    asked ??= requestAnimationFrame(paint);
  };
  function paint(): void {
    asked = undefined;
    if (ratio !== devicePixelRatio) fit();
    const context = canvas?.getContext("2d");
    const colours = shown?.colours;
    if (!canvas || !context || !shown || !colours) return;
    if (brushes?.colours !== colours || brushes.context !== context) {
      brushes = { context, colours, hatch: createHatching(context) };
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintLanes(brushes, sceneOf(shown, top, { width: canvas.width / ratio, height: canvas.height / ratio }));
  }
  /** @returns whether the canvas has another size, and so is empty */
  function fit(): boolean {
    if (!canvas) return false;
    ratio = devicePixelRatio;
    const { clientWidth, clientHeight } = canvas;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (width === canvas.width && height === canvas.height) return false;
    canvas.width = width;
    canvas.height = height;
    return true;
  }
  return {
    ask,
    show: (next: Shown) => {
      shown = next;
      ask();
    },
    attach: (element: HTMLCanvasElement, scroller: HTMLElement) => {
      canvas = element;
      list = scroller;
      top = list.scrollTop;
    },
    scrolled: () => {
      top = list?.scrollTop ?? 0;
      ask();
    },
    detach: () => {
      if (asked !== undefined) cancelAnimationFrame(asked);
      asked = undefined;
      canvas = undefined;
    },
    /** A canvas is empty after it: it is painted at once, not a frame later. */
    resize: () => {
      if (fit()) paint();
    },
  };
}

function sceneOf(shown: Shown, scrollTop: number, size: Scene["size"]): Scene {
  const { frame, time, rows, places, headOf, textHeight } = shown;
  const now = pageNow();
  const { first, last } = rowsInView(places, scrollTop, size.height);
  const placed = (index: number, top: number): PlacedRow | undefined => {
    const row = rows[index];
    if (!row) return undefined;
    return { row, top, pictureTop: top + textHeight, pictureHeight: row.height - textHeight };
  };
  const inView: PlacedRow[] = [];
  for (let index = first; index <= last; index += 1) {
    const one = placed(index, places.start(index) - scrollTop);
    if (one) inView.push(one);
  }
  const pin = pinAt(places, headOf, scrollTop);
  return {
    window: viewAt(frame, now),
    now,
    staleFrom: time.staleFrom,
    wholeFrom: time.wholeFrom,
    marks: shown.marks,
    markedIn: frame,
    width: time.width,
    size,
    rows: inView,
    pinned: pin && placed(pin.head, places.start(pin.head) + pin.by - scrollTop),
    timesOf: shown.timesOf,
    mostOf: shown.mostOf,
  };
}
