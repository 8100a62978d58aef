import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { type Frame, placeParts, useShift, viewAt } from "./live-frame.ts";
import { useNow } from "./tick.ts";

/** x in fractions of the frame; an empty label is a line without words. */
export interface AxisTick {
  /** Epoch ms: which tick it is, wherever the frame puts it. */
  readonly at: number;
  readonly x: number;
  readonly label: string;
  readonly major: boolean;
}

/** A stretch nobody watched; without an end it reaches now. x in fractions of the frame. */
export interface AxisWash {
  readonly kind: "before-watching" | "gap" | "since-last";
  /** Epoch ms of its beginning: which wash it is, wherever the frame puts it. */
  readonly at: number;
  readonly x: number;
  readonly w: number | undefined;
  readonly title: string;
}

export interface TimeMarks {
  readonly ticks: readonly AxisTick[];
  readonly washes: readonly AxisWash[];
  /** The first answer. */
  readonly eye: { readonly x: number; readonly title: string } | undefined;
}

interface TimeAxisProps {
  readonly frame: Frame;
  readonly marks: TimeMarks;
  /** Words on the now flag. */
  readonly flag: (now: number) => string;
  /** The quieter flag of a panel. */
  readonly soft?: boolean;
}

/** The axis above strips. It alone renders each second: for the flag and the two instants of its ends. */
export function TimeAxis({ frame, marks, flag, soft = false }: TimeAxisProps) {
  const now = useNow();
  const { from, to } = viewAt(frame, now);
  const words = flag(now);
  return (
    <div
      ref={useShift(frame, placeParts)}
      className="axis"
      data-axis-from={Math.round(from)}
      data-axis-to={Math.round(to)}
    >
      <div className="ticks" style={{ "--eye": marks.eye?.x }}>
        {marks.ticks.map(
          ({ at, x, label, major }) =>
            label !== "" && (
              <span key={at} className={cx("tick", major && "major")} style={{ "--x": x }}>
                {label}
              </span>
            ),
        )}
        {/* Before the first look nothing was missed: the eye says where it was. */}
        {marks.washes.map(
          ({ kind, at, x, w, title }) =>
            kind !== "before-watching" && (
              <span
                key={at}
                className={cx("comb", w === undefined && "open")}
                style={{ "--x": x, "--w": w }}
                title={title}
              />
            ),
        )}
        {marks.eye && (
          <span className="watch" style={{ "--x": marks.eye.x }} title={marks.eye.title}>
            <Icon name="eye" />
          </span>
        )}
      </div>
      {frame.live && <span className={cx("now", soft && "soft", words.length > 8 && "long")}>{words}</span>}
    </div>
  );
}

/** Gridlines and washes behind the rows, once for all of them. */
export function TimeBackdrop({ frame, marks }: { readonly frame: Frame; readonly marks: TimeMarks }) {
  return (
    <div ref={useShift(frame, placeParts)} className="tl-backdrop" aria-hidden="true">
      {marks.washes.map(({ at, x, w }) => (
        <i key={at} className={cx("wash", w === undefined && "open")} style={{ "--x": x, "--w": w }} />
      ))}
      {marks.ticks.map(({ at, x }) => (
        <i key={at} className="grid-line" style={{ "--x": x }} />
      ))}
    </div>
  );
}
