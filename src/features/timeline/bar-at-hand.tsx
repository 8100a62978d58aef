/**
 * The one bar on the canvas that the pointer is on or that keys have gone to: a link over it, which is the only element any bar has.
 * It leads to the session with that training, is reached and read as links are, and tells the tooltip what it is.
 */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent } from "react";
import { countWords } from "../../domain/cluster-words.ts";
import { isCluster, type Shape } from "../../domain/cluster.ts";
import { findTraining } from "../../domain/find-training.ts";
import { formatNumber } from "../../domain/format-number.ts";
import type { Known } from "../../domain/known.ts";
import type { SessionRow } from "../../domain/session-row.ts";
import { lookAt } from "../../domain/standing-look.ts";
import { TRAINING_STATE_ORDER } from "../../domain/states.ts";
import type { TimelineRow } from "../../domain/timeline-rows.ts";
import { stateWords } from "../../domain/training-words.ts";
import { SLACK } from "../../ui/bar-sizes.ts";
import type { Cell } from "../../ui/cell.ts";
import { viewAt } from "../../ui/live-frame.ts";
import { pinAt } from "../../ui/pin-at.ts";
import { pageNow, useNow } from "../../ui/tick.ts";
import { TIP_ID } from "../../ui/tooltip.tsx";
import { visibleText } from "../../ui/visible-text.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath } from "../../url/paths.ts";
import {
  drawingOf,
  extentOf,
  inReadingOrder,
  nameOf,
  type PlacedShape,
  shapeAt,
  shapeWith,
} from "./lane-shapes.ts";
import type { LanesTime, ShownLanes } from "./lanes-canvas.tsx";
import { useShownFrame } from "./moving-window.ts";

/** Which bar, and how far the list was scrolled when it was last looked for. */
export interface AtHand {
  readonly sessionId: string;
  readonly trainingId: string;
  /** Its creation, epoch ms. */
  readonly from: number;
  readonly by: "pointer" | "keys";
  /** Px. */
  readonly scrollTop: number;
}

export interface BarAtHandProps extends ShownLanes {
  readonly hand: Cell<AtHand>;
  readonly known: Known;
}

type Lanes = Pick<BarAtHandProps, "time" | "rows" | "places" | "textHeight">;

/** What is drawn of a session's row, px from the top of all rows. */
function shapesOf(row: SessionRow, index: number, lanes: Lanes, view: { from: number; to: number }) {
  const { time, places, textHeight } = lanes;
  const now = pageNow();
  const placed = {
    row,
    pictureTop: places.start(index) + textHeight,
    pictureHeight: row.height - textHeight,
  };
  const look = lookAt(now, time.staleFrom ?? now, time.staleFrom);
  return drawingOf(placed, view, time.width, look).shapes;
}

const handOn = ({ shape }: PlacedShape, row: SessionRow, rest: Pick<AtHand, "by" | "scrollTop">): AtHand => ({
  sessionId: row.known.session.id,
  trainingId: nameOf(shape),
  from: shape.from,
  ...rest,
});

export function BarAtHand(props: BarAtHandProps) {
  const { hand, time, moving, rows, scrollerRef } = props;
  const origin = useRef<HTMLDivElement>(null);
  const at = useSyncExternalStore(hand.subscribe, hand.now);
  const frame = useShownFrame(moving, time.frame);
  const latest = useRef({ ...props, frame });
  useEffect(() => {
    latest.current = { ...props, frame };
  });
  // The pointer over the canvas, and scrolling, are heard where they happen: there is no element to hear them from.
  useEffect(() => {
    const list = scrollerRef.current;
    if (!list) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const letGo = () => hand.now()?.by === "pointer" && hand.set(undefined);
    /** Where the canvas is. What follows the pointer has just been written: to ask at each move would lay that out each time. */
    let box: DOMRect | undefined;
    let top = list.scrollTop;
    const forget = () => {
      box = undefined;
    };
    const sizes = new ResizeObserver(forget);
    sizes.observe(list);
    addEventListener("resize", forget, { signal });
    list.addEventListener("pointerenter", forget, { signal });
    const follow = ({ clientX, clientY, pointerType, buttons }: PointerEvent) => {
      // What is pressed is about to be a click or a drag; a drag lets go of it by what it moves.
      if (pointerType === "touch" || buttons !== 0 || hand.now()?.by === "keys") return;
      if (latest.current.moving.now()) return letGo();
      box ??= origin.current?.getBoundingClientRect();
      if (!box) return letGo();
      const found = shapeUnder(clientX - box.left, clientY - box.top, top, latest.current);
      const before = hand.now();
      if (!found) return letGo();
      if (before?.sessionId !== found.sessionId || before.trainingId !== found.trainingId) hand.set(found);
    };
    list.addEventListener("pointermove", follow, { signal });
    list.addEventListener("pointerleave", letGo, { signal });
    list.addEventListener(
      "scroll",
      () => {
        top = list.scrollTop;
        const now = hand.now();
        if (now?.by === "keys") hand.set({ ...now, scrollTop: top });
        else letGo();
      },
      { signal, passive: true },
    );
    const stop = moving.subscribe(letGo);
    return () => {
      ending.abort();
      sizes.disconnect();
      stop();
      hand.set(undefined);
    };
  }, [hand, moving, scrollerRef]);
  return (
    <div ref={origin} className="at-hand" role={at && "rowgroup"}>
      {at && <Bar {...props} at={at} view={frame} index={indexOf(rows, at.sessionId)} />}
    </div>
  );
}

const indexOf = (rows: readonly TimelineRow[], sessionId: string): number =>
  rows.findIndex((row) => row.kind === "session" && row.known.session.id === sessionId);

/** @param x px from the beginning of the window @param y px from the top of the canvas */
function shapeUnder(
  x: number,
  y: number,
  scrollTop: number,
  lanes: BarAtHandProps & { readonly frame: LanesTime["frame"] },
): AtHand | undefined {
  const { rows, places, headOf, time, frame } = lanes;
  if (x < -SLACK || x > time.width + SLACK) return undefined;
  const pin = pinAt(places, headOf, scrollTop);
  const top = scrollTop + y;
  // What lies under a head that stands at the top is not seen.
  if (pin && top < places.start(pin.head + 1) + pin.by) return undefined;
  const index = places.at(top);
  const row = rows[index];
  if (row?.kind !== "session" || top > places.start(places.count)) return undefined;
  const shapes = shapesOf(row, index, lanes, viewAt(frame, pageNow()));
  const found = shapeAt(shapes, x, top, time.width);
  return found && handOn(found, row, { by: "pointer", scrollTop });
}

/** Goes by keys to the first bar of a row; nothing where the window has none of it. */
export function enterLane(
  hand: Cell<AtHand>,
  row: SessionRow,
  lanes: Lanes & { readonly scrollTop: number },
): void {
  const index = lanes.rows.indexOf(row);
  const [first] = inReadingOrder(shapesOf(row, index, lanes, viewAt(lanes.time.frame, pageNow())));
  if (first) hand.set(handOn(first, row, { by: "keys", scrollTop: lanes.scrollTop }));
}

interface BarProps extends BarAtHandProps {
  readonly at: AtHand;
  readonly view: LanesTime["frame"];
  readonly index: number;
}

function Bar({ at, view, index, ...props }: BarProps) {
  const { hand, known, time, rows, scrollerRef } = props;
  // What reaches now moves with it.
  useNow(1_000);
  const link = useRef<HTMLAnchorElement>(null);
  const row = rows[index];
  const shapes =
    row?.kind === "session" ? inReadingOrder(shapesOf(row, index, props, viewAt(view, pageNow()))) : [];
  const placed = shapeWith(shapes, at.trainingId, at.from);
  const name = placed && nameOf(placed.shape);
  const isByKeys = at.by === "keys";
  const laneOf = () => scrollerRef.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  // What keys have gone to has the focus, which is the browser's; it has none any more once there is nothing to go to.
  useLayoutEffect(() => {
    if (!isByKeys) return;
    if (name !== undefined) link.current?.focus({ preventScroll: true });
    else {
      scrollerRef.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
      hand.set(undefined);
    }
  }, [isByKeys, name, index, hand, scrollerRef]);
  if (!placed || row?.kind !== "session") return null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { key } = event;
    const here = shapes.indexOf(placed);
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: shapes.length - 1 }[key];
    const to = next === undefined ? undefined : shapes[next];
    if (to) hand.set(handOn(to, row, { by: "keys", scrollTop: at.scrollTop }));
    else if (key === "ArrowLeft" || (key === "Escape" && !document.getElementById(TIP_ID))) laneOf()?.focus();
    else if (key === "ArrowUp" || key === "ArrowDown") {
      // The way to other rows is the row's own.
      const lane = laneOf();
      lane?.focus();
      lane?.dispatchEvent(new globalThis.KeyboardEvent("keydown", { key, bubbles: true }));
    } else if (key !== "ArrowRight") return;
    event.preventDefault();
  };
  const { shape, place } = placed;
  const { left, right } = extentOf(shape, time.width);
  const x0 = Math.max(0, left) - SLACK;
  const { id } = row.known.session;
  return (
    <div role="row" aria-rowindex={index + 2} data-row data-strip-session={id}>
      <div role="gridcell">
        <Link
          key={name}
          ref={link}
          to={sessionPath(id, isCluster(shape) ? {} : { training: shape.trainingId })}
          tabIndex={-1}
          aria-label={wordsOf(shape, id, known)}
          aria-describedby={TIP_ID}
          style={{
            left: x0,
            top: place.y - at.scrollTop - SLACK,
            width: Math.min(time.width, right) + SLACK - x0,
            height: place.height + 2 * SLACK,
          }}
          onKeyDown={onKeyDown}
          onBlur={() => isByKeys && hand.now() === at && hand.set(undefined)}
          {...dataOf(shape)}
        />
      </div>
    </div>
  );
}

/** What a bar is, for the tooltip. */
function dataOf(shape: Shape): Readonly<Record<`data-${string}`, string | number | undefined>> {
  if (!isCluster(shape)) {
    return {
      "data-bar": "",
      "data-training-id": shape.trainingId,
      "data-state": shape.state,
      "data-from": shape.from,
      "data-last-open": shape.lastOpen,
      "data-first-ended": shape.firstEnded,
    };
  }
  const counts = TRAINING_STATE_ORDER.map((state) => [`data-${state}`, shape.counts[state]] as const);
  return {
    "data-cluster": shape.count,
    "data-state": shape.state,
    "data-from": shape.from,
    ...Object.fromEntries(counts),
  };
}

/** A bar in words; the tooltip, which describes it, tells the rest. */
function wordsOf(shape: Shape, sessionId: string, known: Known): string {
  if (isCluster(shape)) return `${formatNumber(shape.count)} trainings: ${countWords(shape.counts)}`;
  const session = known.sessions.get(sessionId);
  const training = session && findTraining(session, shape.trainingId)?.[1];
  const id = `Training ${visibleText(shape.trainingId)}`;
  return training ? `${id}, ${visibleText(stateWords(training))}` : id;
}
