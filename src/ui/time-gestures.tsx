/**
 * Pointer, wheel and keys over a picture of time: what the reader does with them comes out as gestures, in shares of what is
 * in view. It follows a pointer with a line and the time at it, and draws the stretch that is dragged over the axis. None
 * of that renders: the DOM is written directly.
 */
import { useCallback, useInsertionEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { type Frame, viewAt } from "./live-frame.ts";
import { isViewCovered } from "./open-panel.ts";
import { pageNow } from "./tick.ts";

export type TimeGesture =
  /** About a place, 0..1 of the view; a factor above 1 makes everything larger. */
  | { readonly kind: "zoom"; readonly x: number; readonly factor: number }
  /** Share of the view; positive is towards the present. */
  | { readonly kind: "pan"; readonly by: number }
  /** Dragged over the axis: its ends in 0..1 of the view, in either order. */
  | { readonly kind: "stretch"; readonly x0: number; readonly x1: number };

interface TimeGesturesProps {
  readonly frame: Frame;
  /** Of an instant at the pointer. */
  readonly words: (at: number) => string;
  /** What a turn of the wheel zooms by. @param px positive towards the reader */
  readonly wheelFactor: (px: number) => number;
  /** @param isHeld by a pointer that is down: there is more to come, until `onRest` */
  readonly onGesture: (gesture: TimeGesture, isHeld: boolean) => void;
  /** What held the picture has let go of it. */
  readonly onRest: () => void;
  /** What of what it stands in listens: a selector. Its parent where there is none. */
  readonly within?: string;
  /** The picture is dragged along by a mouse too. */
  readonly isDragged?: boolean;
  /** Another line at the pointer, in something as wide as this. */
  readonly lineRef?: RefObject<HTMLElement | null>;
}

/** A shorter drag is a press that trembled. Px. */
const LEAST_DRAG = 4;
/** What a key moves by, as a share of the view; and zooms by. */
const KEY_PAN = 0.25;
const KEY_ZOOM = 2;
const MIDDLE = 0.5;

/**
 * Stands in the area that listens, as wide as its strips. The area holds one axis: dragging on that selects a stretch. The
 * wheel is the page's own, but with Control or Command it zooms, and with Shift or sideways it pans. What ended a drag is
 * no click.
 */
export function TimeGestures(props: TimeGesturesProps) {
  const latest = useRef(props);
  useInsertionEffect(() => {
    latest.current = props;
  });
  const moved = useRef<() => void>(undefined);
  const attach = useCallback((overlay: HTMLElement | null) => {
    const { within } = latest.current;
    const area = within === undefined ? overlay?.parentElement : overlay?.closest<HTMLElement>(within);
    if (!overlay || !area) return undefined;
    const { stop, redraw } = listen(overlay, area, latest);
    moved.current = redraw;
    return () => {
      moved.current = undefined;
      stop();
    };
  }, []);
  // What is under a pointer that rests is another instant once the picture was moved.
  useLayoutEffect(() => {
    moved.current?.();
  });
  return (
    <div ref={attach} className="tl-gestures" aria-hidden="true">
      <i className="stretch" hidden />
      <i className="cross" hidden>
        <span />
      </i>
    </div>
  );
}

/** Another line at the pointer: what the gestures' `lineRef` names. */
export const PointerLine = ({ lineRef }: Required<Pick<TimeGesturesProps, "lineRef">>) => (
  <div className="tl-gestures" aria-hidden="true">
    <i ref={lineRef} className="cross" hidden />
  </div>
);

interface Finger {
  x: number;
  readonly startX: number;
  readonly startY: number;
}

interface Dragged {
  /** Epoch ms. */
  readonly from: number;
  readonly startX: number;
  pointerX: number;
  readonly pointer: number;
}

interface Listening {
  readonly stop: () => void;
  /** The picture was moved: the time is told anew at the pointer, where that is over the area, and what is dragged stands anew. */
  readonly redraw: () => void;
}

function listen(overlay: HTMLElement, area: HTMLElement, latest: RefObject<TimeGesturesProps>): Listening {
  const ending = new AbortController();
  const { signal } = ending;
  // For the style sheet: it would ask each element anew whether it has an overlay in it, at each that comes or goes.
  area.dataset["moves"] = "";
  const stretch = overlay.querySelector<HTMLElement>(".stretch");
  const cross = overlay.querySelector<HTMLElement>(".cross");
  const fingers = new Map<number, Finger>();
  /** What is down has moved the picture, or a stretch of it. */
  let isPanned = false;
  const tell = (gesture: TimeGesture) => latest.current.onGesture(gesture, fingers.size > 0);

  /** Where the overlay is. To ask in the midst of a gesture would have the browser lay out at once what that just changed. */
  let place: DOMRect | undefined;
  const forget = () => {
    place = undefined;
  };
  const sizes = new ResizeObserver(forget);
  sizes.observe(overlay);
  addEventListener("resize", forget, { signal });
  area.addEventListener("pointerenter", forget, { signal });
  const placeOf = (clientX: number) => {
    place ??= overlay.getBoundingClientRect();
    const { left, width } = place;
    return { x: width > 0 ? (clientX - left) / width : -1, width };
  };

  const wheel = (event: WheelEvent) => {
    const { x, width } = placeOf(event.clientX);
    const { deltaX, deltaY, deltaMode } = event;
    if (!(width > 0)) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // Over the words before the picture it zooms as keys do.
      const about = x < 0 ? MIDDLE : within(x);
      tell({ kind: "zoom", x: about, factor: latest.current.wheelFactor(wheelPx(deltaY, deltaMode)) });
      return;
    }
    // Shift turns the wheel sideways, in some browsers by itself.
    const sideways = event.shiftKey ? deltaX || deltaY : Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0;
    if (sideways === 0) return;
    event.preventDefault();
    tell({ kind: "pan", by: wheelPx(sideways, deltaMode) / width });
  };

  /** Where the pointer is, px; undefined where it is elsewhere. */
  let pointedAt: number | undefined;
  const showCross = (clientX: number | undefined) => {
    pointedAt = clientX;
    if (!cross) return;
    const { x, width } = clientX === undefined ? { x: -1, width: 0 } : placeOf(clientX);
    const { frame, words, lineRef } = latest.current;
    const isHidden = !(x >= 0 && x <= 1);
    for (const line of [cross, lineRef?.current]) {
      if (!line) continue;
      line.hidden = isHidden;
      line.style.left = `${x * 100}%`;
    }
    if (isHidden) return;
    // Its words give way to those of now, which stand at the end.
    cross.style.setProperty("--aside", `${Math.max(0, LABEL_PX - (1 - x) * width)}px`);
    const label = cross.firstElementChild;
    const text = words(instantAt(frame, x));
    if (label && label.textContent !== text) label.textContent = text;
  };

  /** Of a drag over the axis: the instant at which it began, wherever that moves in the meantime, and where the pointer is. */
  let dragged: Dragged | undefined;
  /** Its ends, 0..1; undefined as long as it is a press that trembled. */
  const stretchOf = ({ from, startX, pointerX }: Dragged) =>
    Math.abs(pointerX - startX) < LEAST_DRAG
      ? undefined
      : { x0: within(placeAt(latest.current.frame, from)), x1: within(placeOf(pointerX).x) };
  const showStretch = () => {
    if (!stretch) return;
    const ends = dragged && stretchOf(dragged);
    // An attribute that is set again is a change to the style sheets.
    if (stretch.hidden !== (ends === undefined)) stretch.hidden = ends === undefined;
    if (!ends) return;
    stretch.style.left = `${Math.min(ends.x0, ends.x1) * 100}%`;
    stretch.style.width = `${Math.abs(ends.x1 - ends.x0) * 100}%`;
  };

  const down = (event: PointerEvent) => {
    const { target, pointerId, clientX, clientY, pointerType, button } = event;
    const { x } = placeOf(clientX);
    if (fingers.size === 0) isPanned = false;
    // With Control it opens a menu on a Mac, and a link in another tab elsewhere.
    const isMain = button === 0 && !event.ctrlKey;
    const isOwn = target instanceof Element && target.closest("button") !== null;
    const isGrip = latest.current.isDragged === true && isMain && !isOwn && x >= 0 && x <= 1;
    if (pointerType === "touch" || isGrip)
      fingers.set(pointerId, { x: clientX, startX: clientX, startY: clientY });
    const isAxis = target instanceof Element && target.closest("[data-axis-from]") !== null;
    if (!isAxis || !isMain || fingers.size > 1) {
      dragged = undefined;
      showStretch();
      return;
    }
    dragged = {
      from: instantAt(latest.current.frame, within(x)),
      startX: clientX,
      pointerX: clientX,
      pointer: pointerId,
    };
    // The words of the axis are not what is dragged.
    event.preventDefault();
  };

  const move = (event: PointerEvent) => {
    const { pointerId, clientX, clientY, pointerType, buttons } = event;
    // A menu may have taken the release of what is down.
    if (pointerType === "mouse" && buttons === 0 && (dragged || fingers.size > 0)) return cancel();
    if (dragged?.pointer === pointerId) {
      dragged.pointerX = clientX;
      isPanned ||= stretchOf(dragged) !== undefined;
      showStretch();
    }
    const finger = fingers.get(pointerId);
    if (!finger || dragged) return;
    const before = spread(fingers);
    const { width } = placeOf(clientX);
    const by = clientX - finger.x;
    if (fingers.size === 1 && !isPanned) {
      const way = Math.abs(clientX - finger.startX);
      // A finger that goes more up or down than along scrolls what it is on.
      if (way < LEAST_DRAG || (pointerType === "touch" && way < Math.abs(clientY - finger.startY))) return;
    }
    // A mouse that is held may leave what it moves; a finger is held to it by itself.
    if (!isPanned && pointerType !== "touch") area.setPointerCapture(pointerId);
    isPanned = true;
    finger.x = clientX;
    if (!(width > 0)) return;
    if (fingers.size === 1) {
      tell({ kind: "pan", by: -by / width });
      return;
    }
    const after = spread(fingers);
    if (before.px > LEAST_DRAG && after.px > LEAST_DRAG) {
      tell({ kind: "zoom", x: within(placeOf(after.middle).x), factor: after.px / before.px });
    }
    tell({ kind: "pan", by: (before.middle - after.middle) / width });
  };

  const up = ({ pointerId, clientX }: PointerEvent) => {
    const wasFinger = fingers.delete(pointerId);
    if (dragged?.pointer === pointerId) {
      const ends = stretchOf({ ...dragged, pointerX: clientX });
      dragged = undefined;
      showStretch();
      if (ends) tell({ kind: "stretch", ...ends });
    }
    if (wasFinger && fingers.size === 0 && isPanned) latest.current.onRest();
  };
  const cancel = () => {
    const wasHeld = fingers.size > 0 && isPanned;
    fingers.clear();
    dragged = undefined;
    showStretch();
    if (wasHeld) latest.current.onRest();
  };
  const click = (event: MouseEvent) => {
    // A key on a link is a click too, but none of a pointer.
    if (!isPanned || event.detail === 0) return;
    isPanned = false;
    event.preventDefault();
    event.stopPropagation();
  };

  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const gesture = gestureOfKey(event);
    if (!gesture) return;
    event.preventDefault();
    tell(gesture);
  };

  // Passive listeners could not keep the browser from zooming the page.
  area.addEventListener("wheel", wheel, { signal, passive: false });
  area.addEventListener("pointerdown", down, { signal });
  area.addEventListener("keydown", press, { signal });
  // A row that had the focus may have gone out of the stretch by a key: nothing has it then, soon the part of the page, and the
  // next key may be the way back. What is open over the view has its own keys, and where text is chosen, Shift and an arrow choose
  // more of it.
  const part = area.closest("main");
  const isFree = ({ target }: KeyboardEvent) =>
    (target === part || target === document.body) && !isViewCovered() && String(getSelection() ?? "") === "";
  document.addEventListener("keydown", (event) => gestureOfKey(event) && isFree(event) && press(event), {
    signal,
  });
  area.addEventListener("click", click, { signal, capture: true });
  // A link would be dragged away in place of the picture.
  area.addEventListener("dragstart", (event) => latest.current.isDragged && event.preventDefault(), {
    signal,
  });
  area.addEventListener(
    "pointermove",
    ({ clientX, pointerType }) => pointerType !== "touch" && showCross(clientX),
    { signal },
  );
  area.addEventListener("pointerleave", () => showCross(undefined), { signal });
  // A drag may leave the area, and end anywhere.
  document.addEventListener("pointermove", move, { signal });
  document.addEventListener("pointerup", up, { signal });
  document.addEventListener("pointercancel", cancel, { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !dragged) return;
      event.stopPropagation();
      cancel();
    },
    { signal, capture: true },
  );
  return {
    stop() {
      ending.abort();
      sizes.disconnect();
      delete area.dataset["moves"];
    },
    redraw() {
      if (pointedAt !== undefined) showCross(pointedAt);
      showStretch();
    },
  };
}

/** What a wheel turns by that counts lines or pages. Px. */
const WHEEL_PX: readonly number[] = [1, 33, 400];

/** @param mode `WheelEvent.deltaMode`: 0 px, 1 lines, 2 pages */
const wheelPx = (delta: number, mode: number): number => delta * (WHEEL_PX[mode] ?? 1);

/** What is at a place of the view, epoch ms. */
function instantAt(frame: Frame, x: number): number {
  const { from, to } = viewAt(frame, pageNow());
  return from + x * (to - from);
}

/** Where an instant is; 0..1 where it is in view. */
function placeAt(frame: Frame, at: number): number {
  const { from, to } = viewAt(frame, pageNow());
  return (at - from) / (to - from);
}

/** Half of the words of the line at the pointer, half of those of now, and what keeps them apart. Px. */
const LABEL_PX = 72;

const within = (x: number): number => Math.min(1, Math.max(0, x));

/** How far apart two fingers are, and what is between them. Px. */
function spread(fingers: ReadonlyMap<number, Finger>): { readonly px: number; readonly middle: number } {
  const xs = [...fingers.values()].map(({ x }) => x);
  const [least, most] = [Math.min(...xs), Math.max(...xs)];
  return { px: most - least, middle: (least + most) / 2 };
}

function gestureOfKey({ key, shiftKey }: KeyboardEvent): TimeGesture | undefined {
  switch (key) {
    case "ArrowLeft":
      return shiftKey ? { kind: "pan", by: -KEY_PAN } : undefined;
    case "ArrowRight":
      return shiftKey ? { kind: "pan", by: KEY_PAN } : undefined;
    case "+":
    case "=":
      return { kind: "zoom", x: MIDDLE, factor: KEY_ZOOM };
    case "-":
      return { kind: "zoom", x: MIDDLE, factor: 1 / KEY_ZOOM };
    default:
      return undefined;
  }
}
