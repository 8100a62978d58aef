/** Everything a time axis shows besides marks: ticks, the stretches nobody watched, and the first look. */
import { ticks } from "./axis.ts";
import { formatMoment } from "./format-time.ts";
import type { Watched } from "./known.ts";
import { drawWashes, type Wash } from "./washes.ts";
import type { Window } from "./window.ts";
import type { Zone } from "./zone.ts";

/** All x in fractions of the frame; what is drawn may reach a little past 1. */
export interface TimeMarks {
  readonly ticks: readonly {
    /** Epoch ms. Each tick's own, whatever the frame. */
    readonly at: number;
    readonly x: number;
    readonly label: string;
    readonly major: boolean;
  }[];
  readonly washes: readonly {
    readonly kind: Wash["kind"];
    /** Where it begins, epoch ms, not cut by the frame; `-Infinity` before the first look. Each wash's own. */
    readonly at: number;
    readonly x: number;
    readonly w: number | undefined;
    readonly title: string;
  }[];
  readonly eye: { readonly x: number; readonly title: string } | undefined;
}

export interface TimeMarksInput {
  readonly frame: Window;
  /** The frame and what may come into view after it. */
  readonly drawn: Window;
  /** Of the frame, px. */
  readonly width: number;
  readonly zone: Zone;
  readonly watched: readonly Watched[];
  /** Of the newest answer when it is too old to speak for now. */
  readonly staleFrom: number | undefined;
  /** Tells today from other days, epoch ms; to a quarter of an hour is enough. */
  readonly today: number;
  /** Least distance of two labels, px. */
  readonly minGapPx?: number;
}

/** Labels are drawn further apart than they need to be: an axis is there to be glanced at. Px. */
const LABEL_GAP = 96;

export function timeMarks({
  frame,
  drawn,
  width,
  zone,
  watched,
  staleFrom,
  today,
  minGapPx = LABEL_GAP,
}: TimeMarksInput): TimeMarks {
  const span = frame.to - frame.from;
  const scale = (drawn.to - drawn.from) / span;
  const now = drawn.to;
  const moment = (at: number) => formatMoment(at, today, zone);
  const { washes, eye } = drawWashes({
    watched,
    window: drawn,
    now,
    freshForMs: staleFrom === undefined ? Infinity : 0,
  });
  const first = watched[0]?.from;
  return {
    ticks: ticks(drawn, width * scale, { zone, now: today, minGapPx }).map(({ at, label, major }) => ({
      at,
      x: (at - frame.from) / span,
      label,
      major,
    })),
    washes: washes.map((wash) => ({
      kind: wash.kind,
      at: wash.from ?? -Infinity,
      x: wash.x0 * scale,
      w: wash.kind === "since-last" ? undefined : (wash.x1 - wash.x0) * scale,
      title: washTitle(wash, moment),
    })),
    eye:
      eye === undefined || first === undefined
        ? undefined
        : { x: eye * scale, title: `Watching since ${moment(first)}` },
  };
}

function washTitle({ kind, from, to }: Wash, moment: (at: number) => string): string {
  switch (kind) {
    case "before-watching":
      return `Not watching before ${moment(to)}`;
    case "gap":
      return from === undefined ? "Not watching" : `Not watching ${moment(from)}–${moment(to)}`;
    case "since-last":
      return from === undefined ? "No answer" : `No answer since ${moment(from)}`;
  }
}
