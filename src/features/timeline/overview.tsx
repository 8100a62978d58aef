import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { formatSpan } from "../../domain/format-time.ts";
import { type Grip, brushOf, dragBrush, gripAt, windowAround } from "../../domain/overview.ts";
import type { RunningSteps } from "../../domain/running-steps.ts";
import type { TimeRange } from "../../domain/time-range.ts";
import { type Window, xOf } from "../../domain/window.ts";
import type { Zone } from "../../domain/zone.ts";
import { type Frame, viewAt } from "../../ui/live-frame.ts";
import { TimeAxis, type TimeMarks } from "../../ui/time-axis.tsx";
import { pageNow, QUARTER, useNow } from "../../ui/tick.ts";
import { useWidth } from "../../ui/use-width.ts";
import type { RangeMover } from "../../url/use-moving-range.ts";
import { useMarks, type LanesTime } from "./lanes-canvas.tsx";
import { type MovingWindow, useShownFrame } from "./moving-window.ts";

interface OverviewProps extends RangeMover {
  /** The longer stretch. */
  readonly overview: Window;
  /** In the link. */
  readonly range: TimeRange;
  /** How many trainings ran in it. */
  readonly steps: RunningSteps;
  /** All of the newest answer is in them. */
  readonly isWhole: boolean;
  readonly time: Omit<LanesTime, "width">;
  readonly moving: MovingWindow;
  /** Where windows can go. */
  readonly reach: () => Window;
  readonly onReset: () => void;
}

const WIDTH = 1000;
const HEIGHT = 40;
/** A brush has to be seen and taken hold of, px. */
const LEAST_PX = 10;
const SLACK_PX = 8;
const KEY_STEP = 1 / 48;
/** How far a slider's keys move it, as a share of the overview; those to either end by all of it. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -KEY_STEP,
  ArrowDown: -KEY_STEP,
  ArrowRight: KEY_STEP,
  ArrowUp: KEY_STEP,
  PageDown: -6 * KEY_STEP,
  PageUp: 6 * KEY_STEP,
  Home: -1,
  End: 1,
};

/** How busy it was over a longer time, and which part of that is in view: a brush to be dragged as a whole or by its ends. */
export function Overview(props: OverviewProps) {
  const { overview, range, steps, isWhole, time, onReset } = props;
  const [measure, width] = useWidth();
  const frame = useMemo<Frame>(() => ({ ...overview, live: false }), [overview]);
  const marks = useMarks(frame, { ...time, width });
  const area = useMemo(() => areaOf(steps, overview), [steps, overview]);
  const top = steps.top;
  return (
    <section className="overview" aria-label="Overview">
      <div className="lab">
        <b>Running trainings</b>
        <span>{topText(top, isWhole)}</span>
        <RangeWords range={range} zone={time.zone} />
      </div>
      <div className="plot" ref={measure} onDoubleClick={onReset}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="may" d={area.most} />
          <path d={area.peak} />
        </svg>
        <Washes marks={marks} />
        <div className="scale" aria-hidden="true">
          <TimeAxis frame={frame} marks={{ ...marks, eye: undefined, washes: [] }} flag={() => ""} />
        </div>
        <BrushGrips {...props} width={width} />
      </div>
    </section>
  );
}

const topText = (top: number, isWhole: boolean): string =>
  top > 0 ? `at most ${formatNumber(top)} at a time` : isWhole ? "none" : "–";

/** Which time stands still. On a small screen the axis alone tells it. */
function RangeWords({ range, zone }: { readonly range: TimeRange; readonly zone: Zone }) {
  const today = useNow(QUARTER);
  return <span>{range.kind === "fixed" ? formatSpan(range, today, zone) : "double-click to reset"}</span>;
}

const Washes = ({ marks }: { readonly marks: TimeMarks }) =>
  marks.washes.map(({ at, x, w, title }) => (
    <i
      key={at}
      className={w === undefined ? "wash open" : "wash"}
      style={{ "--x": x, "--w": w }}
      title={title}
    />
  ));

interface BrushGripsProps extends OverviewProps {
  readonly width: number;
}

const GRIPS = [
  ["all", "Time in view"],
  ["from", "Beginning of the time in view"],
  ["to", "End of the time in view"],
] as const satisfies readonly (readonly [Grip, string])[];

function BrushGrips({ overview, width, time, moving, reach, move, rest }: BrushGripsProps) {
  const shown = useShownFrame(moving, time.frame);
  const now = useNow(1_000);
  const held = useRef<{ readonly x: number; readonly window: Window; readonly grip: Grip }>(undefined);
  const window: Window = shown.live ? { from: shown.from + (now - shown.to), to: now } : shown;
  const brush = brushOf(window, overview, width > 0 ? LEAST_PX / width : 0);
  const words = formatSpan(window, now, time.zone);

  const xOfEvent = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return (clientX - box.left) / Math.max(1, box.width);
  };
  const present = (): Window => moving.now() ?? viewAt(time.frame, pageNow());
  const moveTo = (next: Window, isHeld = true) => move({ kind: "window", window: next }, isHeld);
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const x = xOfEvent(event);
    const grip = gripAt(x, brush, SLACK_PX / Math.max(1, width));
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = grip === undefined ? windowAround(x, present(), overview) : present();
    if (grip === undefined) moveTo(start);
    held.current = { x, window: start, grip: grip ?? "all" };
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { current } = held;
    if (!current) return;
    const next = dragBrush(current.window, overview, current.grip, xOfEvent(event) - current.x);
    // A press that does not move leaves what follows now following it.
    if (next !== current.window || moving.now()) moveTo(next);
  };
  const release = () => {
    if (!held.current) return;
    held.current = undefined;
    rest();
  };
  const onKey = (event: KeyboardEvent, grip: Grip) => {
    const by = KEY_STEPS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const whole = { from: Math.min(overview.from, reach().from), to: overview.to };
    // A key that is held down comes thirty times a second: the gesture is over when no other follows.
    moveTo(
      dragBrush(present(), whole, grip, (by * (overview.to - overview.from)) / (whole.to - whole.from)),
      false,
    );
  };
  const at = { all: (brush.x0 + brush.x1) / 2, from: brush.x0, to: brush.x1 };
  return (
    <div
      className="brushes"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      {GRIPS.map(([grip, label]) => (
        <div
          key={grip}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(at[grip] * 100)}
          aria-valuetext={words}
          className={grip === "all" ? "brush" : "grip"}
          style={{
            left: `${(grip === "to" ? brush.x1 : brush.x0) * 100}%`,
            width: grip === "all" ? `${(brush.x1 - brush.x0) * 100}%` : undefined,
          }}
          onKeyDown={(event) => onKey(event, grip)}
        />
      ))}
    </div>
  );
}

/** The steps as areas of a drawing that is stretched to its place. */
function areaOf({ steps, to, top }: RunningSteps, overview: Window) {
  const x = (at: number) => Math.round(xOf(at, overview) * WIDTH * 10) / 10;
  const y = (count: number) => Math.round((HEIGHT - (top > 0 ? (count / top) * HEIGHT : 0)) * 10) / 10;
  const path = (count: (step: RunningSteps["steps"][number]) => number) => {
    const [first] = steps;
    if (!first) return "";
    let d = `M${x(first.at)} ${HEIGHT}`;
    for (const step of steps) d += `H${x(step.at)}V${y(count(step))}`;
    return `${d}H${x(to)}V${HEIGHT}Z`;
  };
  return { peak: path(({ peak }) => peak), most: path(({ most }) => most) };
}
